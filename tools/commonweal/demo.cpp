#include <iostream>

#include "server/main/program.hpp"
#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/progress.hpp"
#include "tools/demo/demo.hpp"

namespace commonweal::tools {
namespace {

struct Options {
    std::string data;
    std::string listen = "127.0.0.1:8080";
    std::uint64_t seed = 1;
};

int run(const Options& options) {
    const std::filesystem::path data = options.data;
    {
        ProgressBar bar("Making the sample network");
        const auto today = app::london_day(app::SystemClock().now());
        demo::make_where_empty(data, options.seed, today,
                               [&](auto done, auto total) { bar.show(done, total); });
    }
    ProgramOptions program_options;
    program_options.data = data;
    program_options.listen = options.listen;
    Program program(std::move(program_options));
    if (!program.accounts().person_of(demo::accounts().front().email))
        throw std::runtime_error(options.data +
                                 " holds something else than the sample network: give another "
                                 "--data, or serve it with commonweal serve");
    const auto address = program.listen();
    for (const auto& account : demo::accounts())
        std::cout << account.role << ' ' << account.email << ' ' << account.password << ' '
                  << address << '\n';
    std::cout << address << std::endl;
    program.run();
    return 0;
}

}  // namespace

void add_demo(CLI::App& application, Chosen& chosen) {
    auto* command = application.add_subcommand(
        "demo", "Makes the sample network where the directory is empty, and serves it");
    auto options = std::make_shared<Options>();
    options->data = "commonweal-demo";
    command->add_option("--data", options->data, "The data directory")->capture_default_str();
    command->add_option("--listen", options->listen, "Address and port (port 0: any free one)")
        ->capture_default_str();
    command->add_option("--seed", options->seed, "The same seed gives the same history")
        ->capture_default_str();
    command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace commonweal::tools
