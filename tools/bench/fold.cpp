// Events a second from disk through decoding into every view, beside the bare scan of the same
// records.

#include "server/app/bulk_fold.hpp"
#include "server/codec/stored.hpp"
#include "server/log/rocks_engine.hpp"
#include "tools/bench/network.hpp"
#include "tools/bench/writers.hpp"

namespace commonweal::bench {
namespace {

/// Writes lives of visits, from the request to the reflection, straight as encoded events: what is
/// measured is the reading.
class HistoryWriter {
  public:
    HistoryWriter(app::App& app, const Network& network) : app_(&app), network_(&network) {}

    void write(std::uint64_t events) {
        for (std::uint64_t visits = 0; visits * facts_a_visit < events; ++visits) {
            add_life_of(visits);
            if (commit_.events.size() + facts_a_visit > events_a_commit) flush();
        }
        flush();
    }

  private:
    static constexpr std::size_t facts_a_visit = 6;
    static constexpr std::size_t events_a_commit = 600;

    void add_life_of(std::uint64_t number) {
        const auto id = app_->ids().next<VisitId>(app_->clock().now());
        const auto count = network_->schools.size();
        const auto guest = network_->schools[number % count];
        const auto host = network_->schools[(number / count + number + 1) % count];
        const Day day{std::chrono::days{20'000 + number % 700}};
        stream_ = app::stream_of(id);
        tags_ = {app::tag::school(guest), app::tag::school(host),
                 app::tag::network(network_->network), app::tag::cluster(network_->cluster)};
        commit_.conditions.push_back({stream_, 0});
        add(visit::Requested{
            id, guest, host, network_->network, {network_->cluster}, "equity", {}});
        add(visit::Agreed{id, {}});
        add(visit::Dated{id, day});
        add(visit::Moved{id, day, day + std::chrono::days{7}, {}});
        add(visit::Held{id, day + std::chrono::days{7}});
        add(visit::Reflected{id, visit::Side::guest, {}});
    }

    template <class Fact>
    void add(const Fact& fact) {
        Attribution attribution;
        attribution.entered_by = network_->leads.front();
        auto stored = codec::encode(attribution, AnyFact{fact});
        auto tags = tags_;
        tags.push_back(app::tag::kind(Fact::kind));
        commit_.events.push_back({stream_, std::move(tags), std::move(stored.kind),
                                  stored.schema_version, std::move(stored.body)});
    }

    void flush() {
        if (commit_.events.empty()) return;
        commit_.id = app_->ids().random();
        commit_.recorded_at = app_->clock().now().time_since_epoch().count();
        const auto result = app_->log().append_and_wait(std::exchange(commit_, {}));
        if (!std::holds_alternative<log::Appended>(result))
            throw std::runtime_error("the history to measure on could not be written");
    }

    app::App* app_;
    const Network* network_;
    log::Commit commit_;
    std::string stream_;
    std::vector<std::string> tags_;
};

double seconds_of(const std::function<void()>& work) {
    const auto start = Time::now();
    work();
    return microseconds_since(start) / 1e6;
}

void write_history(const std::filesystem::path& data, std::uint64_t events) {
    ProgramOptions options;
    options.data = data;
    Program program(std::move(options));
    const auto network = make_network(program.app(), 300);
    HistoryWriter(program.app(), network).write(events);
}

}  // namespace

std::vector<Figure> fold(const Options& options) {
    const Scratch scratch(options.folder, "fold");
    options.progress("writing " + std::to_string(options.events) + " events");
    write_history(scratch.path(), options.events);
    const auto engine = log::open_rocks_engine(scratch.path() / "log");
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;
    const auto scan = [&] {
        events = 0;
        bytes = 0;
        engine->scan_encoded(1, [&](log::Position, std::string_view stored) {
            ++events;
            bytes += stored.size();
            return true;
        });
    };
    options.progress("scanning");
    scan();  // once to warm the page cache, for both
    const double scan_seconds = seconds_of(scan);
    options.progress("folding");
    app::Views views;
    const auto fold_seconds = seconds_of([&] { app::fold_in_bulk(*engine, views, {}); });
    Figure figure;
    figure.name = "fold";
    figure.value = static_cast<double>(events) / fold_seconds;
    figure.unit = "events/s";
    figure.raw = static_cast<double>(events) / scan_seconds;
    figure.raw_name = "bare scan of the same records";
    figure.ratio = figure.value / figure.raw;
    figure.detail = std::to_string(events) + " events of " + std::to_string(bytes / events) +
                    " B into directory, diary, people, 2 dashboards and 300 school pages";
    return {figure};
}

}  // namespace commonweal::bench
