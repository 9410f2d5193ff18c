// Durable events a second through load → decide → append, beside a bare RocksDB committer that
// gathers as many, and beside fdatasync.

#include "tools/bench/bare_committer.hpp"
#include "tools/bench/network.hpp"
#include "tools/bench/writers.hpp"

namespace commonweal::bench {
namespace {

constexpr std::size_t record_bytes = 320;  // of a visit-requested as stored

Figure append_with(const Options& options, Program& program, const Network& network, int writers) {
    auto& app = program.app();
    auto written = write_with(writers, options.seconds, [&](int writer, std::uint64_t number) {
        const auto which = number * 64 + static_cast<std::uint64_t>(writer);
        const auto lead = network.leads[which % network.leads.size()];
        const auto outcome =
            app.transact_and_wait(ask_as(app, lead), ask_for_visit(app, network, which));
        if (!std::holds_alternative<app::Done>(outcome))
            throw std::runtime_error("a command that was measured did not succeed");
    });
    const Scratch scratch(options.folder, "bare");
    const auto bare = bare_committer(scratch.path(), writers, options.seconds, record_bytes);
    Figure figure;
    figure.name = "append, " + std::to_string(writers) + (writers == 1 ? " writer" : " writers");
    figure.value = written.per_second;
    figure.unit = "durable events/s";
    figure.raw = bare.per_second;
    figure.raw_name = "bare RocksDB committer that gathers " + std::to_string(writers);
    figure.ratio = figure.value / figure.raw;
    figure.p50_us = quantile(written.latencies_us, 0.5);
    figure.p99_us = quantile(written.latencies_us, 0.99);
    figure.detail = "load, decide, seal, encode, six indexed tags; views folding beside it";
    return figure;
}

}  // namespace

std::vector<Figure> append(const Options& options) {
    const Scratch scratch(options.folder, "append");
    ProgramOptions program_options;
    program_options.data = scratch.path();
    Program program(std::move(program_options));
    options.progress("making a network to measure on");
    const auto network = make_network(program.app(), 200);
    std::vector<Figure> figures;
    for (const int writers : {1, 64}) {
        options.progress("append with " + std::to_string(writers));
        figures.push_back(append_with(options, program, network, writers));
    }
    const Scratch file(options.folder, "fdatasync");
    const auto bare = bare_fdatasync(file.path(), options.seconds / 2, record_bytes);
    figures[0].detail +=
        "; fdatasync alone " + std::to_string(static_cast<int>(bare.per_second)) + "/s";
    return figures;
}

}  // namespace commonweal::bench
