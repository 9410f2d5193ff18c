#include <atomic>
#include <iostream>
#include <thread>

#include <boost/json.hpp>

#include "server/main/program.hpp"
#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/file.hpp"
#include "tools/commonweal/imported.hpp"
#include "tools/commonweal/operator.hpp"
#include "tools/commonweal/progress.hpp"

namespace commonweal::tools {
namespace {

struct Options {
    std::string target;  ///< "/api/v1/register/links"
    std::string file;
    std::string data;
    bool dry_run = false;
    bool json = false;
};

/// Asks now and then how far the import is, while it runs.
void watch(Program* here, const std::string& data, const std::atomic<bool>& finished) {
    ProgressBar bar("Importing the register");
    while (!finished) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        if (here != nullptr) {
            const auto progress = here->imports().progress();
            bar.show(progress.bytes_done, progress.bytes_total);
            continue;
        }
        const auto answer = Operator(data).call("GET", "/api/v1/register/progress");
        const auto progress = boost::json::parse(answer.body);
        bar.show(progress.at("bytes_done").to_number<std::uint64_t>(),
                 progress.at("bytes_total").to_number<std::uint64_t>());
    }
}

int import_register(const Options& options) {
    auto bytes = read_file(options.file);
    Operator opened(options.data);
    std::atomic<bool> finished{false};
    std::thread watcher([&] { watch(opened.here(), options.data, finished); });
    const std::string target = options.target + (options.dry_run ? "?dry_run=true" : "");
    net::Response response;
    std::exception_ptr failure;
    try {
        response = opened.call("POST", target, std::move(bytes), "text/csv");
    } catch (...) {
        failure = std::current_exception();
    }
    finished = true;
    watcher.join();
    if (failure) std::rethrow_exception(failure);
    return tell_imported(response, options.dry_run, options.json);
}

int import_bank_holidays(const Options& options) {
    auto bytes = read_file(options.file);
    const auto response =
        Operator(options.data).call("POST", "/api/v1/calendar/bank-holidays", std::move(bytes));
    if (response.status != 200) throw std::runtime_error(words_of(response));
    std::cout << "The bank holidays are taken in.\n";
    return 0;
}

/// One file of the register.
void add_file(CLI::App& command, Chosen& chosen, const std::string& name, const std::string& target,
              const std::string& says) {
    auto* sub = command.add_subcommand(name, says);
    auto options = std::make_shared<Options>();
    options->target = target;
    sub->add_option("file", options->file, "The CSV file, UTF-8 or Windows-1252")->required();
    sub->add_option("--data", options->data, "The data directory")->required();
    sub->add_flag("--dry-run", options->dry_run, "Says what would change, and changes nothing");
    sub->add_flag("--json", options->json, "Prints the result as JSON");
    sub->callback([options, &chosen] { chosen = [options] { return import_register(*options); }; });
}

}  // namespace

void add_import(CLI::App& application, Chosen& chosen) {
    auto* command = application.add_subcommand("import", "Takes data into the network");
    command->require_subcommand(1);
    add_file(*command, chosen, "register", "/api/v1/register",
             "Schools, from a CSV of the register (Get Information About Schools)");
    add_file(*command, chosen, "links", "/api/v1/register/links",
             "Which school came from which, from the register's CSV of links");
    add_file(
        *command, chosen, "groups", "/api/v1/register/groups",
        "Which school is in which trust or federation, from the register's CSV of group links");
    add_import_lists(*command, chosen);
    add_import_terms(*command, chosen);
    auto* holidays = command->add_subcommand(
        "bank-holidays", "The bank holidays of England and Wales, from the JSON of GOV.UK");
    auto days = std::make_shared<Options>();
    holidays->add_option("file", days->file, "https://www.gov.uk/bank-holidays.json")->required();
    holidays->add_option("--data", days->data, "The data directory")->required();
    holidays->callback(
        [days, &chosen] { chosen = [days] { return import_bank_holidays(*days); }; });
}

}  // namespace commonweal::tools
