// Lists of members, people and what happened before, from a file.

#include <array>
#include <iostream>

#include <boost/json.hpp>

#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/file.hpp"
#include "tools/commonweal/operator.hpp"

namespace commonweal::tools {
namespace {

struct Options {
    std::string kind;
    std::string file;
    std::string data;
    std::string network;
    bool dry_run = false;
    bool json = false;
};

constexpr std::array kinds{
    std::pair{"members", "A network's members: URN, Cluster"},
    std::pair{"people", "Leads and heads: Name, Email, Role, URN"},
    std::pair{"visits", "Visits of earlier times: Guest URN, Host URN, Theme, Date"},
    std::pair{"reviews",
              "Reviews of earlier times: Host URN, Reviewing school URN, First day, Last day"},
    std::pair{"partnerships", "Partnerships that go on: School URN, Partner URN, Purpose, Since"},
};

void print(const boost::json::object& result, bool dry_run) {
    const auto number = [&](const char* name) {
        return std::to_string(result.at(name).to_number<std::uint64_t>());
    };
    for (const auto& row : result.at("rows").as_array()) {
        if (row.at("outcome") != "rejected") continue;
        const auto* column = row.as_object().if_contains("column");
        std::cout << "line " << row.at("row") << ", "
                  << (column != nullptr ? column->as_string().c_str() : "the row") << ": "
                  << row.at("reason").as_string().c_str() << '\n';
    }
    std::cout << (dry_run ? "Would be: " : "") << number("created") << " created, "
              << number("unchanged") << " unchanged, " << number("rejected") << " rejected\n";
}

int import_list(const Options& options) {
    auto bytes = read_file(options.file);
    const auto target = "/api/v1/lists/" + options.kind + "?network=" + options.network +
                        (options.dry_run ? "&dry_run=true" : "");
    const auto response = Operator(options.data).call("POST", target, std::move(bytes), "text/csv");
    if (response.status != 200) throw std::runtime_error(words_of(response));
    if (options.json)
        std::cout << response.body << '\n';
    else
        print(boost::json::parse(response.body).as_object(), options.dry_run);
    return 0;
}

}  // namespace

void add_import_lists(CLI::App& import, Chosen& chosen) {
    for (const auto& [kind, says] : kinds) {
        auto* command = import.add_subcommand(kind, says);
        auto options = std::make_shared<Options>();
        options->kind = kind;
        command->add_option("file", options->file, "A CSV file or an Excel workbook (.xlsx)")
            ->required();
        command->add_option("--data", options->data, "The data directory")->required();
        command->add_option("--network", options->network, "The network's id (net_…)")->required();
        command->add_flag("--dry-run", options->dry_run,
                          "Says what would become of each row, and changes nothing");
        command->add_flag("--json", options->json, "Prints the result as JSON");
        command->callback(
            [options, &chosen] { chosen = [options] { return import_list(*options); }; });
    }
}

}  // namespace commonweal::tools
