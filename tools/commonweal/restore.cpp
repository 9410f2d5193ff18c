// commonweal restore: a data directory from a folder of backups. No server takes part.

#include "server/backup/restore.hpp"

#include <boost/json.hpp>
#include <iostream>

#include "server/log/hex.hpp"
#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/progress.hpp"
#include "tools/commonweal/secret_options.hpp"

namespace commonweal::tools {
namespace {

struct Options {
    backup::RestoreOrder order;
    SecretOptions secret;
    bool json = false;
};

boost::json::object as_json(const backup::RestoredData& restored) {
    return {
        {"backup", restored.id},
        {"position", restored.head.size},
        {"root", log::to_hex(restored.head.root)},
        {"forgotten_to", restored.forgotten_to},
        {"vault", {{"number", restored.vault.number}, {"position", restored.vault.log_records}}}};
}

void tell(const backup::RestoredData& restored, const backup::RestoreOrder& order) {
    std::cout << "Backup " << restored.id << " is restored in " << order.data.string() << ": all "
              << restored.head.size << " events are whole, under the root\n"
              << log::to_hex(restored.head.root) << '\n';
    if (restored.vault.log_records < restored.head.size)
        std::cout << "The vault is older: what was sealed after position "
                  << restored.vault.log_records << " cannot be read and shows as erased\n";
}

int restore(const Options& options) {
    auto order = options.order;
    const auto secret = options.secret.secret();
    order.secret = &secret;
    ProgressBar bar("Restoring");
    const auto restored =
        backup::restore(order, [&](const char*, std::uint64_t done, std::uint64_t all) {
            bar.show(done, all);
            return true;
        });
    if (options.json)
        std::cout << boost::json::serialize(as_json(restored)) << '\n';
    else
        tell(restored, order);
    return 0;
}

}  // namespace

void add_restore(CLI::App& application, Chosen& chosen) {
    auto* command = application.add_subcommand(
        "restore", "Makes a data directory from a folder of backups, and verifies it");
    auto options = std::make_shared<Options>();
    auto& order = options->order;
    command->add_option("--from", order.from, "The folder of backups")->required();
    command->add_option("--data", order.data, "The data directory: empty, or not there yet")
        ->required();
    command->add_option("--backup", order.id, "Which backup of the log; without it the newest");
    command->add_option("--vault", order.vault,
                        "A backup of the vault other than the one in the folder");
    options->secret.add_to(*command);
    command->add_flag("--json", options->json, "One JSON document on stdout");
    command->callback([options, &chosen] { chosen = [options] { return restore(*options); }; });
}

}  // namespace commonweal::tools
