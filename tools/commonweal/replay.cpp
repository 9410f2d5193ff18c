// commonweal replay: a view as it was known at a position or a time.

#include <algorithm>
#include <array>
#include <boost/url.hpp>
#include <iostream>

#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/operator.hpp"

namespace commonweal::tools {
namespace {

struct Wanted {
    std::string data;
    std::string view;
    std::string key;
    std::string at;
    bool json = false;
};

/// A view and its address; where it has a key, that stands in the place of the braces.
struct View {
    std::string_view name;
    std::string_view address;
    bool keyed() const { return address.find("{}") != std::string_view::npos; }
};

constexpr std::array views{
    View{"cluster", "/api/v1/clusters/{}/dashboard"},
    View{"network", "/api/v1/networks/{}/dashboard"},
    View{"school", "/api/v1/schools/{}"},
    View{"visit", "/api/v1/visits/{}"},
    View{"review", "/api/v1/reviews/{}"},
    View{"partnership", "/api/v1/partnerships/{}"},
    View{"meeting", "/api/v1/meetings/{}"},
    View{"ledger", "/api/v1/ledger?network={}"},
    View{"overdue", "/api/v1/tasks?overdue=true&network={}"},
    View{"posts", "/api/v1/posts?school={}"},
    View{"networks", "/api/v1/networks"},
    View{"schools", "/api/v1/schools"},
    View{"visits", "/api/v1/visits"},
    View{"reviews", "/api/v1/reviews"},
    View{"partnerships", "/api/v1/partnerships"},
    View{"meetings", "/api/v1/meetings"},
};

std::vector<std::string> names_of_views() {
    std::vector<std::string> names;
    for (const auto& view : views) names.emplace_back(view.name);
    return names;
}

std::string encoded(const std::string& text) {
    return boost::urls::encode(text, boost::urls::unreserved_chars);
}

std::string address_of(const Wanted& wanted) {
    const auto& view = *std::ranges::find(views, wanted.view, &View::name);
    if (view.keyed() == wanted.key.empty())
        throw std::runtime_error(view.keyed() ? "Say which " + wanted.view + ": --key ID"
                                              : "There is one view " + wanted.view +
                                                    " only: it has no --key.");
    std::string address(view.address);
    if (view.keyed()) address.replace(address.find("{}"), 2, encoded(wanted.key));
    return address + (address.contains('?') ? '&' : '?') + "at=" + encoded(wanted.at);
}

int replay(const Wanted& wanted) {
    const auto response = Operator(wanted.data).call("GET", address_of(wanted));
    if (response.status != 200) throw std::runtime_error(words_of(response));
    if (!wanted.json)
        for (const auto& [name, value] : response.headers)
            if (name == "X-Position") std::cerr << "As of position " << value << ":\n";
    std::cout << response.body << '\n';
    return 0;
}

}  // namespace

void add_replay(CLI::App& application, Chosen& chosen) {
    auto* command =
        application.add_subcommand("replay", "Shows a view as it was known at an earlier time");
    auto wanted = std::make_shared<Wanted>();
    command->add_option("--data", wanted->data, "The data directory")->required();
    command->add_option("--view", wanted->view, "Which view")
        ->required()
        ->check(CLI::IsMember(names_of_views()));
    command->add_option("--key", wanted->key, "Of which cluster, school, visit …: its id or URN");
    command->add_option("--at", wanted->at, "A position of the log, a day or an instant")
        ->required();
    command->add_flag("--json", wanted->json, "Nothing but one JSON document on stdout");
    command->callback([wanted, &chosen] { chosen = [wanted] { return replay(*wanted); }; });
}

}  // namespace commonweal::tools
