// commonweal backup: of a data directory, whether a server runs on it or not.

#include <atomic>
#include <boost/json.hpp>
#include <charconv>
#include <iostream>
#include <thread>

#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/operator.hpp"
#include "tools/commonweal/progress.hpp"
#include "tools/commonweal/secret_options.hpp"

namespace commonweal::tools {
namespace {

struct Options {
    std::string data, to;
    SecretOptions secret;
    std::optional<std::uint32_t> keep;
    bool json = false;
};

/// The passphrase stays in this process: a server is given the key of this one backup.
std::string order_of(const Options& options) {
    const auto secret = options.secret.secret();
    const auto lock = secret.new_lock();
    auto key = secret.key_for(lock);
    boost::json::object order{{"to", std::filesystem::absolute(options.to).string()},
                              {"lock", backup::to_text(lock)},
                              {"key", backup::to_text(key)}};
    backup::wipe(key);
    if (options.keep) order["keep"] = *options.keep;
    return boost::json::serialize(order);
}

/// Asks a server now and then how far it is.
void watch(const std::string& data, const std::atomic<bool>& ended) {
    ProgressBar bar("Backing up");
    while (!ended) {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        try {
            const auto answer = Operator(data).call("GET", "/api/v1/backups/progress");
            const auto now = boost::json::parse(answer.body);
            bar.show(now.at("done").to_number<std::uint64_t>(),
                     now.at("all").to_number<std::uint64_t>());
        } catch (const std::exception&) {
            return;  // what went wrong, the backup itself says
        }
    }
}

net::Response run(const Options& options) {
    auto order = order_of(options);
    Operator opened(options.data);
    if (opened.here() != nullptr) return opened.call("POST", "/api/v1/backups", std::move(order));
    std::atomic<bool> ended{false};
    std::jthread watcher([&] { watch(options.data, ended); });
    const std::shared_ptr<void> at_the_end(nullptr, [&](auto) { ended = true; });
    return opened.call("POST", "/api/v1/backups", std::move(order));
}

void tell(const boost::json::value& made, const std::string& to) {
    std::cout << "Backup " << made.at("backup") << " in " << to << ": " << made.at("position")
              << " events under the root\n"
              << made.at("root").as_string().c_str() << "\ncopied "
              << made.at("copied_bytes").to_number<std::uint64_t>() / 1024
              << " KiB of the log; the vault as it is now (" << made.at("vault").at("number")
              << ")\n";
    if (const auto removed = made.at("removed").to_number<std::uint64_t>(); removed > 0)
        std::cout << "removed " << removed << " older\n";
}

std::string wrong_number(const std::string& text) {
    std::uint32_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    const bool fits = error == std::errc() && rest == end && number >= 1;
    return fits ? "" : "has to be a number from 1 on, and is " + text;
}

int back_up(const Options& options) {
    if (!std::filesystem::exists(std::filesystem::path(options.data) / "log" / "FORMAT"))
        throw std::runtime_error("There is no log in " + options.data + ".");
    const auto response = run(options);
    if (response.status != 201) throw std::runtime_error(words_of(response));
    if (options.json)
        std::cout << response.body << '\n';
    else
        tell(boost::json::parse(response.body), options.to);
    return 0;
}

}  // namespace

void add_backup(CLI::App& application, Chosen& chosen) {
    auto* command = application.add_subcommand(
        "backup", "Backs up a data directory into a folder, while it is served too");
    auto options = std::make_shared<Options>();
    command->add_option("--data", options->data, "The data directory")->required();
    command
        ->add_option("--to", options->to,
                     "The folder of backups, made where it is missing; best on another disk")
        ->required();
    options->secret.add_to(*command);
    command
        ->add_option("--keep", options->keep,
                     "How many backups of the log stay, with the new one; without it all")
        ->check(wrong_number);
    command->add_flag("--json", options->json, "One JSON document on stdout");
    command->callback([options, &chosen] { chosen = [options] { return back_up(*options); }; });
}

}  // namespace commonweal::tools
