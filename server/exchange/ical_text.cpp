#include "server/exchange/ical_text.hpp"

#include <algorithm>
#include <optional>

#include "domain/core/text.hpp"
#include "server/exchange/table_words.hpp"

namespace commonweal::exchange {
namespace {

constexpr std::size_t events_max = 20'000;
/// An event with a picture in it says nothing of terms, and libical would take it apart.
constexpr std::size_t event_bytes_max = std::size_t{64} * 1024;

bool is_line(std::string_view line, std::string_view wanted) {
    const auto end = line.find_last_not_of(" \t\r");
    line = line.substr(0, end == std::string_view::npos ? 0 : end + 1);
    return line.size() == wanted.size() && small_letters(line) == wanted;
}

class Cutting {
  public:
    explicit Cutting(std::string_view text) : text_(text) {}

    std::expected<IcalEvents, std::string> run() {
        for (std::size_t at = 0; at < text_.size(); ++line_) {
            const auto end = std::min(text_.find('\n', at), text_.size());
            take(text_.substr(at, end - at), at);
            at = end + 1;
            if (cut_.events.size() > events_max)
                return std::unexpected("it holds more than " + grouped(events_max) +
                                       " events: give a calendar of term dates alone");
        }
        if (!complete_)
            return std::unexpected(
                "the calendar ends before its line END:VCALENDAR: it was cut off, so fetch it "
                "again");
        return std::move(cut_);
    }

  private:
    void take(std::string_view line, std::size_t at) {
        if (is_line(line, "begin:vcalendar")) complete_ = false;
        if (is_line(line, "end:vcalendar")) complete_ = true;
        if (is_line(line, "begin:vevent")) {
            reject_unended();
            begun_ = IcalEvent{line_, text_.substr(at)};
        }
        if (begun_ && is_line(line, "end:vevent")) end(at + line.size());
        if (complete_) reject_unended();
    }

    void end(std::size_t at) {
        const auto from = static_cast<std::size_t>(begun_->text.data() - text_.data());
        begun_->text = text_.substr(from, at - from);
        if (begun_->text.size() > event_bytes_max)
            cut_.rejected.push_back(
                {begun_->line, "the event", "is longer than " + size_in_words(event_bytes_max)});
        else
            cut_.events.push_back(*begun_);
        begun_.reset();
    }
    void reject_unended() {
        if (begun_) cut_.rejected.push_back({begun_->line, "the event", "has no END:VEVENT"});
        begun_.reset();
    }

    std::string_view text_;
    std::uint64_t line_ = 1;
    std::optional<IcalEvent> begun_;
    bool complete_ = false;
    IcalEvents cut_;
};

}  // namespace

bool is_ical(std::string_view text) {
    constexpr std::string_view begin = "begin:vcalendar";
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return small_letters(text.substr(0, begin.size())) == begin;
}

std::expected<IcalEvents, std::string> cut_events(std::string_view text) {
    if (text.contains('\0'))
        return std::unexpected("the calendar has bytes in it that are no text: fetch it again");
    return Cutting(text).run();
}

}  // namespace commonweal::exchange
