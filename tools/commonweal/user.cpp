#include <boost/json.hpp>
#include <iostream>

#include "server/identity/secrets.hpp"
#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/operator.hpp"

namespace commonweal::tools {
namespace {

struct Options {
    std::string data;
    std::string email;
    std::string name;
    std::vector<std::string> roles;
    std::string password;
    std::string person;
};

/// "lead@145398" → {role: lead, place: 145398}
boost::json::object role_of(const std::string& text) {
    const auto at = text.find('@');
    return {{"role", text.substr(0, at)},
            {"place", at == std::string::npos ? "" : text.substr(at + 1)}};
}

net::Response post(Operator& opened, const std::string& target, const boost::json::object& body) {
    auto response = opened.call("POST", target, boost::json::serialize(body));
    if (response.status != 201) throw std::runtime_error(words_of(response));
    return response;
}

int add(const Options& options) {
    Operator opened(options.data);
    const auto password =
        options.password.empty() ? identity::new_secret().substr(0, 16) : options.password;
    boost::json::array roles;
    for (const auto& role : options.roles) roles.push_back(role_of(role));
    const auto response = post(opened, "/api/v1/people",
                               {{"name", options.name},
                                {"email", options.email},
                                {"password", password},
                                {"roles", std::move(roles)}});
    std::cout << boost::json::parse(response.body).at("id").as_string().c_str() << '\n';
    if (options.password.empty()) std::cout << "password " << password << '\n';
    return 0;
}

int create_token(const Options& options) {
    Operator opened(options.data);
    const auto response = post(opened, "/api/v1/tokens", {{"person", options.person}});
    std::cout << boost::json::parse(response.body).at("token").as_string().c_str() << '\n';
    return 0;
}

}  // namespace

void add_user(CLI::App& application, Chosen& chosen) {
    auto* user = application.add_subcommand("user", "Accounts");
    user->require_subcommand(1);
    auto* add_command = user->add_subcommand("add", "Adds somebody with their roles");
    auto options = std::make_shared<Options>();
    add_command->add_option("email", options->email, "Their e-mail address")->required();
    add_command->add_option("--data", options->data, "The data directory")->required();
    add_command->add_option("--name", options->name, "What they are called")->required();
    add_command
        ->add_option("--role", options->roles,
                     "lead@URN, head@URN, coordinator@NETWORK, assessor@SCHEME, researcher or "
                     "administrator; may be given again")
        ->required();
    add_command->add_option("--password", options->password, "Without it one is made and printed");
    add_command->callback([options, &chosen] { chosen = [options] { return add(*options); }; });

    auto* token = application.add_subcommand("token", "Tokens for programs");
    token->require_subcommand(1);
    auto* create = token->add_subcommand("create", "Makes a token for a program");
    create->add_option("person", options->person, "For whom it acts: the id of a person")
        ->required();
    create->add_option("--data", options->data, "The data directory")->required();
    create->callback([options, &chosen] { chosen = [options] { return create_token(*options); }; });
}

}  // namespace commonweal::tools
