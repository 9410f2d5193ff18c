// Events a second from disk through decoding into every view, beside the bare scan of the same
// records.

#include "server/app/bulk_fold.hpp"
#include "server/log/rocks_engine.hpp"
#include "tools/bench/event_batch.hpp"
#include "tools/bench/writers.hpp"

namespace commonweal::bench {
namespace {

/// Lives of visits, from the request to the reflection, straight as encoded events: what is
/// measured is the reading.
void add_life_of(std::uint64_t number, app::App& app, const Network& network, EventBatch& batch) {
    const auto id = app.ids().next<VisitId>(app.clock().now());
    const auto count = network.schools.size();
    const auto guest = network.schools[number % count];
    const auto host = network.schools[(number / count + number + 1) % count];
    const Day day{std::chrono::days{20'000 + number % 700}};
    const auto add = [&, stream = app::stream_of(id)](const auto& fact) {
        batch.add(stream,
                  {app::tag::school(guest), app::tag::school(host),
                   app::tag::network(network.network), app::tag::cluster(network.cluster)},
                  fact);
    };
    add(visit::Requested{id, guest, host, network.network, {network.cluster}, "equity", {}});
    add(visit::Agreed{id, {}});
    add(visit::Dated{id, day});
    add(visit::Moved{id, day, day + std::chrono::days{7}, {}});
    add(visit::Held{id, day + std::chrono::days{7}});
    add(visit::Reflected{id, visit::Side::guest, {}});
}

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
    EventBatch batch(program.app(), network.leads.front());
    for (std::uint64_t number = 0; batch.written() < events; ++number)
        add_life_of(number, program.app(), network, batch);
    batch.flush();
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
