#include <boost/json.hpp>
#include <cstdio>
#include <iostream>
#include <map>

#include "server/codec/json_write.hpp"
#include "tools/bench/figures.hpp"
#include "tools/commonweal/commands.hpp"

namespace commonweal::tools {
namespace {

using Measure = std::vector<bench::Figure> (*)(const bench::Options&);

const std::map<std::string, Measure>& measures() {
    static const std::map<std::string, Measure> all{
        {"append", bench::append}, {"http", bench::http},     {"fold", bench::fold},
        {"live", bench::live},     {"replay", bench::replay}, {"schedule", bench::schedule}};
    return all;
}

struct Options {
    std::string what;
    std::string folder = ".";
    double seconds = 5;
    std::uint64_t events = 1'000'000;
    bool json = false;
};

void print(const bench::Report& report) {
    std::printf("%s\n", report.machine.c_str());
    for (const auto& figure : report.figures) {
        std::printf("\n%s: %.0f %s\n", figure.name.c_str(), figure.value, figure.unit.c_str());
        std::printf("  %.2f of %.0f (%s)\n", figure.ratio, figure.raw, figure.raw_name.c_str());
        if (figure.p50_us)
            std::printf("  p50 %.0f us, p99 %.0f us\n", *figure.p50_us, *figure.p99_us);
        std::printf("  %s\n", figure.detail.c_str());
    }
}

int run(const Options& options) {
    bench::Options bench_options;
    bench_options.folder = options.folder;
    bench_options.seconds = options.seconds;
    bench_options.events = options.events;
    bench_options.progress = [](const std::string& step) { std::cerr << step << " …\n"; };
    const bench::Report report{bench::machine(), measures().at(options.what)(bench_options)};
    if (options.json)
        std::cout << boost::json::serialize(
                         codec::to_json(report, {access::Sees::everything(), nullptr}))
                  << '\n';
    else
        print(report);
    return 0;
}

}  // namespace

void add_bench(CLI::App& application, Chosen& chosen) {
    auto* command = application.add_subcommand(
        "bench", "Measures, each figure beside the raw limit of the same run");
    auto options = std::make_shared<Options>();
    command->add_option("what", options->what, "append, http, fold, live, replay or schedule")
        ->required()
        ->check(CLI::IsMember({"append", "http", "fold", "live", "replay", "schedule"}));
    command->add_option("--data", options->folder, "A folder on the disk to be measured")
        ->capture_default_str();
    command->add_option("--seconds", options->seconds, "How long each measurement takes")
        ->capture_default_str()
        ->check(CLI::Range(0.5, 600.0));
    command->add_option("--events", options->events, "How many events fold and replay read")
        ->capture_default_str();
    command->add_flag("--json", options->json, "Prints the figures as JSON");
    command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace commonweal::tools
