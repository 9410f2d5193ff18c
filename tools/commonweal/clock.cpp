#include <iostream>

#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/operator.hpp"

namespace commonweal::tools {
namespace {

int confirm(const std::string& data) {
    const auto response = Operator(data).call("POST", "/api/v1/clock/confirm");
    if (response.status != 200) throw std::runtime_error(words_of(response));
    std::cout << "The clock is believed again.\n";
    return 0;
}

}  // namespace

void add_clock(CLI::App& application, Chosen& chosen) {
    auto* clock = application.add_subcommand("clock", "The machine's clock");
    clock->require_subcommand(1);
    auto* command = clock->add_subcommand(
        "confirm", "Says that the clock is right, where the server doubts it since a jump ahead");
    auto data = std::make_shared<std::string>();
    command->add_option("--data", *data, "The data directory")->required();
    command->callback([data, &chosen] { chosen = [data] { return confirm(*data); }; });
}

}  // namespace commonweal::tools
