#include "projections/search/search.hpp"

#include "domain/core/among.hpp"
#include "domain/core/text.hpp"

namespace commonweal::view {
namespace {

template <class Enum>
std::string words_of(Enum value) {
    std::string text = boost::describe::enum_to_string(value, "");
    std::ranges::replace(text, '_', ' ');
    return text;
}

/// What the themes of all networks are called.
using Themes = std::map<std::pair<NetworkId, std::string>, std::string>;

Themes themes_of(const Directory& directory) {
    Themes all;
    for (const auto& network : directory.networks())
        for (const auto& theme : network.themes)
            all[{network.id, theme.code}] = small_letters(theme.code + " " + theme.name);
    return all;
}

std::string stage_of(const Engagement& e) {
    if (e.kind == Kind::visit) return words_of(e.visit_stage);
    return e.kind == Kind::review ? words_of(e.review_stage) : words_of(e.partnership_stage);
}

std::string text_of(const Engagement& e, const std::string& theme, const Themes& themes) {
    auto text = words_of(e.kind) + " " + stage_of(e);
    if (const auto found = themes.find({e.network, theme}); found != themes.end())
        text += " " + found->second;
    for (const auto day : e.days.list()) text += " " + to_text(day);
    return text;
}

std::string text_of(const MeetingSummary& meeting, const Directory& directory) {
    auto text = "meeting " + words_of(meeting.stage);
    if (const auto cluster = directory.cluster(meeting.cluster))
        text += " " + small_letters(cluster->name);
    if (meeting.day) text += " " + to_text(*meeting.day);
    return text;
}

/// Takes what fits, and says when something did not.
class Collector {
  public:
    Collector(std::size_t limit, std::vector<std::string>& more) : limit_(limit), more_(&more) {}

    template <class Item>
    void add(std::vector<Item>& items, Item item, const char* kind) {
        if (items.size() < limit_)
            items.push_back(std::move(item));
        else if (std::ranges::find(*more_, kind) == more_->end())
            more_->emplace_back(kind);
    }

    /// There is more of all three kinds that are looked for together.
    bool full() const {
        return among(*more_, "visits") && among(*more_, "reviews") && among(*more_, "partnerships");
    }

  private:
    std::size_t limit_;
    std::vector<std::string>* more_;
};

void find_engagements(const Sought& sought, const Directory& directory, const Diary& diary,
                      Collector& collector, FoundThings& found) {
    const auto themes = themes_of(directory);
    std::size_t looked_at = 0;
    diary.newest_first([&](const EngagementId& id, const Engagement& e) {
        const std::string theme(diary.engagements().theme_of(e));
        if (sought.found_in(text_of(e, theme, themes), {e.giver, e.receiver})) {
            if (e.kind == Kind::visit)
                collector.add(found.visits, visit_summary(id, e, theme), "visits");
            if (e.kind == Kind::review)
                collector.add(found.reviews, review_summary(id, e), "reviews");
            if (e.kind == Kind::partnership)
                collector.add(found.partnerships, partnership_summary(id, e, theme),
                              "partnerships");
        }
        return ++looked_at < looked_at_max && !collector.full();
    });
}

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    const auto small = small_letters(text);
    for (std::size_t from = 0; from < small.size() && words.size() <= sought_words_max;) {
        const auto end = std::min(small.find_first_of(" \t,;", from), small.size());
        if (end > from + 1) words.push_back(small.substr(from, end - from));
        from = end + 1;
    }
    return words;
}

Sought::Sought(std::string_view text, const Directory& directory)
    : directory_(&directory), words_(words_in(text)) {}

bool Sought::found_in(const std::string& text, const std::vector<SchoolId>& schools) const {
    return std::ranges::all_of(words_, [&](const std::string& word) {
        return text.find(word) != std::string::npos ||
               std::ranges::any_of(schools,
                                   [&](SchoolId school) { return directory_->says(school, word); });
    });
}

FoundThings find(const Sought& sought, std::size_t limit, const Directory& directory,
                 const Diary& diary) {
    FoundThings found;
    if (sought.nothing()) return found;
    Collector collector(limit, found.more);
    directory.by_name([&](SchoolId school) {
        if (sought.found_in({}, {school}))
            collector.add(found.schools, *directory.school(school), "schools");
        return found.more.empty();
    });
    find_engagements(sought, directory, diary, collector, found);
    for (const auto* meeting : diary.meetings().list({}, 0, looked_at_max).meetings)
        if (sought.found_in(text_of(meeting->summary, directory), {meeting->summary.host}))
            collector.add(found.meetings, meeting->summary, "meetings");
    return found;
}

}  // namespace commonweal::view
