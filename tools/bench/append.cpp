// Durable events a second through load → decide → append, beside a bare RocksDB committer that
// gathers as many, and beside fdatasync.

#include "server/log/tree.hpp"
#include "tools/bench/bare_committer.hpp"
#include "tools/bench/network.hpp"
#include "tools/bench/writers.hpp"

namespace commonweal::bench {
namespace {

constexpr std::size_t record_bytes = 320;  // of a visit-requested as stored

Written write_visits(const Options& options, Program& program, const Network& network, int writers,
                     const std::string& note) {
    auto& app = program.app();
    return write_with(writers, options.seconds, [&](int writer, std::uint64_t number) {
        const auto which = number * 64 + static_cast<std::uint64_t>(writer);
        const auto lead = network.leads[which % network.leads.size()];
        const auto outcome =
            app.transact_and_wait(ask_as(app, lead), ask_for_visit(app, network, which, note));
        if (!std::holds_alternative<app::Done>(outcome))
            throw std::runtime_error("a command that was measured did not succeed");
    });
}

/// A program of its own for each figure: what one left behind would slow down the next.
Written written_by(const Options& options, int writers, const std::string& note) {
    const Scratch scratch(options.folder, "append");
    ProgramOptions program_options;
    program_options.data = scratch.path();
    Program program(std::move(program_options));
    options.progress("making a network to measure on");
    const auto network = make_network(program.app(), 200);
    options.progress("append with " + std::to_string(writers) + (note.empty() ? "" : ", sealed"));
    return write_visits(options, program, network, writers, note);
}

Figure append_with(const Options& options, int writers) {
    auto written = written_by(options, writers, {});
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
    figure.detail = "load, decide, encode, six indexed tags; views folding beside it";
    return figure;
}

/// What it costs that words are sealed under a key of their own, which is made durable before them.
Figure append_sealed(const Options& options, const Figure& plain) {
    auto written = written_by(options, 64, "How you teach reading in Year 2");
    Figure figure;
    figure.name = "append with a sealed note, 64 writers";
    figure.value = written.per_second;
    figure.unit = plain.unit;
    figure.raw = plain.value;
    figure.raw_name = "the same without a note";
    figure.ratio = figure.value / figure.raw;
    figure.p50_us = quantile(written.latencies_us, 0.5);
    figure.p99_us = quantile(written.latencies_us, 0.99);
    figure.detail = "a new key for each note, durable before the commit";
    return figure;
}

/// What it costs that each event is a leaf of the tree, beside hashing it.
Figure tree(const Options& options, const Figure& plain) {
    constexpr std::size_t group = 64;
    log::Tree tree([](log::Position, std::size_t) { return std::vector<log::LeafHash>{}; });
    std::vector<log::LeafHash> leaves(group);
    const auto start = Time::now();
    double microseconds = 0;
    while (microseconds < options.seconds * 1e6 / 5) {
        for (auto& leaf : leaves) ++leaf[0];
        tree.append(leaves);
        microseconds = microseconds_since(start);
    }
    Figure figure;
    figure.name = "tree";
    figure.value = static_cast<double>(tree.size()) * 1e6 / microseconds;
    figure.unit = "leaves/s";
    figure.raw = plain.value;
    figure.raw_name = "events appended by 64 writers";
    figure.ratio = figure.value / figure.raw;
    figure.detail = "so the tree takes " + std::to_string(100 / figure.ratio) +
                    " % of the time between two events";
    return figure;
}

}  // namespace

std::vector<Figure> append(const Options& options) {
    std::vector<Figure> figures;
    for (const int writers : {1, 64}) figures.push_back(append_with(options, writers));
    figures.push_back(append_sealed(options, figures[1]));
    figures.push_back(tree(options, figures[1]));
    const Scratch file(options.folder, "fdatasync");
    const auto bare = bare_fdatasync(file.path(), options.seconds / 2, record_bytes);
    figures[0].detail +=
        "; fdatasync alone " + std::to_string(static_cast<int>(bare.per_second)) + "/s";
    return figures;
}

}  // namespace commonweal::bench
