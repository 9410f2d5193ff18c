// When there is school, from a file of an authority, a trust or a school.

#include <algorithm>

#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/file.hpp"
#include "tools/commonweal/imported.hpp"
#include "tools/commonweal/operator.hpp"

namespace commonweal::tools {
namespace {

struct Options {
    std::string file;
    std::string data;
    std::string of = "authority";
    std::string code;
    bool dry_run = false;
    bool json = false;
};

/// It becomes a part of an address.
std::string check_code(const std::string& code) {
    const bool fits = std::ranges::all_of(code, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
    return fits ? "" : "a code has letters and digits alone";
}

int import_terms(const Options& options) {
    auto bytes = read_file(options.file);
    const auto target = "/api/v1/term-dates?of=" + options.of + "&code=" + options.code +
                        (options.dry_run ? "&dry_run=true" : "");
    const auto response =
        Operator(options.data).call("POST", target, std::move(bytes), "application/octet-stream");
    return tell_imported(response, options.dry_run, options.json);
}

}  // namespace

void add_import_terms(CLI::App& import, Chosen& chosen) {
    auto* command = import.add_subcommand(
        "terms", "Terms, holidays and INSET days: First day, Last day, Name, Kind, or a calendar");
    auto options = std::make_shared<Options>();
    command->add_option("file", options->file, "A calendar (.ics), CSV or Excel workbook (.xlsx)")
        ->required();
    command->add_option("--data", options->data, "The data directory")->required();
    command->add_option("--of", options->of, "Whose they are: authority, trust or school")
        ->check(CLI::IsMember({"authority", "trust", "school"}))
        ->capture_default_str();
    command->add_option("--code", options->code, "Its code in the register, or the school's URN")
        ->required()
        ->check(CLI::Validator(check_code, "CODE"));
    command->add_flag("--dry-run", options->dry_run,
                      "Says what would become of each school year, and changes nothing");
    command->add_flag("--json", options->json, "Prints the result as JSON");
    command->callback(
        [options, &chosen] { chosen = [options] { return import_terms(*options); }; });
}

}  // namespace commonweal::tools
