#include <iostream>

#include "server/api/schemas.hpp"
#include "tools/commonweal/commands.hpp"

namespace commonweal::tools {
namespace {

int print(const std::string& what) {
    if (what == "openapi") std::cout << boost::json::serialize(api::openapi()) << '\n';
    if (what == "asyncapi") std::cout << boost::json::serialize(api::asyncapi()) << '\n';
    if (what == "json") std::cout << boost::json::serialize(api::json_schemas()) << '\n';
    if (what == "events") std::cout << boost::json::serialize(api::event_catalogue()) << '\n';
    if (what == "typescript") std::cout << api::typescript();
    return std::cout.good() ? 0 : 1;
}

}  // namespace

void add_schema(CLI::App& application, Chosen& chosen) {
    auto* command =
        application.add_subcommand("schema", "Prints what the described types say of themselves");
    auto what = std::make_shared<std::string>();
    command->add_option("what", *what, "openapi, asyncapi, json, typescript or events")
        ->required()
        ->check(CLI::IsMember({"openapi", "asyncapi", "json", "typescript", "events"}));
    command->callback([what, &chosen] { chosen = [what] { return print(*what); }; });
}

}  // namespace commonweal::tools
