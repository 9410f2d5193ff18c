// commonweal verify: recomputes what the log says of itself, and names what differs.

#include <algorithm>
#include <boost/json.hpp>
#include <iomanip>
#include <iostream>

#include "server/app/verify_snapshots.hpp"
#include "server/log/durable_file.hpp"
#include "server/log/hex.hpp"
#include "server/log/rocks_engine.hpp"
#include "server/log/verify.hpp"
#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/progress.hpp"

namespace commonweal::tools {
namespace {

struct Wanted {
    std::string data;
    std::string head;  ///< a file with a head that was kept; empty: none
    bool json = false;
};

log::SignedHead head_in(const std::string& file, const log::PublicKey& key) {
    const auto note = log::read_file(file);
    if (!note) throw std::runtime_error("There is no file " + file + ".");
    const auto head = log::read_note(*note, key);
    if (!head)
        throw std::runtime_error("The file " + file +
                                 " holds no head of this log, or it was changed: its signature is "
                                 "not that of the key " +
                                 log::origin_of(key) + ".");
    return *head;
}

boost::json::object as_json(const log::Verified& verified) {
    boost::json::array problems;
    for (const auto& problem : verified.problems)
        problems.push_back({{"kind", problem.kind},
                            {"position", problem.position},
                            {"file", problem.file},
                            {"detail", problem.detail}});
    return {{"ok", verified.ok()},
            {"events", verified.events},
            {"root", log::to_hex(verified.root)},
            {"problems", std::move(problems)},
            {"problem_count", verified.problem_count}};
}

/// Only what follows from the log is not what it should be.
bool of_views(const log::Verified& verified) {
    return std::ranges::all_of(verified.problems,
                               [](const auto& problem) { return problem.kind == "snapshot"; });
}

void tell(const log::Verified& verified) {
    if (verified.ok()) {
        std::cout << "All " << verified.events << " events are whole, in their place and under "
                  << "the root\n"
                  << log::to_hex(verified.root) << '\n';
        return;
    }
    for (const auto& problem : verified.problems) {
        std::cout << problem.file;
        if (problem.position != 0) std::cout << ", position " << problem.position;
        std::cout << ": " << problem.kind << ": " << problem.detail << '\n';
    }
    const auto untold = verified.problem_count - verified.problems.size();
    if (untold > 0) std::cout << "and " << untold << " more\n";
    std::cout << (of_views(verified)
                      ? "The log is whole. Delete the folder views: the server makes it anew.\n"
                      : "The log is damaged: keep these files, and restore a backup.\n");
}

/// Of a log that is whole; where views were kept at all.
void verify_views(const std::filesystem::path& data, log::Verified& verified) {
    if (!verified.ok() || !std::filesystem::exists(data / "views")) return;
    const auto engine = log::open_rocks_engine(data / "log");
    const app::Snapshots snapshots(data / "views", *engine);
    ProgressBar bar("verifying views");
    log::Problems problems;
    app::verify_snapshots(*engine, snapshots, problems,
                          [&](std::size_t done, std::size_t all) { bar.show(done, all); });
    verified.problems = problems.told();
    verified.problem_count = problems.count();
}

int verify(const Wanted& wanted) {
    const std::filesystem::path data(wanted.data);
    if (!std::filesystem::exists(data / "log"))
        throw std::runtime_error("There is no log in " + wanted.data + ".");
    log::VerifyOptions options;
    options.key = log::SigningKey::open(data / "keys" / "log.pem").public_key();
    if (!wanted.head.empty()) options.outside.push_back(head_in(wanted.head, options.key));
    ProgressBar bar("verifying");
    options.progress = [&](log::Position done, log::Position all) { bar.show(done, all); };
    auto verified = log::verify_log(data / "log", options);
    verify_views(data, verified);
    if (wanted.json)
        std::cout << boost::json::serialize(as_json(verified)) << '\n';
    else
        tell(verified);
    return verified.ok() ? 0 : 1;
}

}  // namespace

void add_verify(CLI::App& application, Chosen& chosen) {
    auto* command = application.add_subcommand(
        "verify", "Recomputes every record, hash and index of the log, and names what differs");
    auto wanted = std::make_shared<Wanted>();
    command->add_option("--data", wanted->data, "The data directory")->required();
    command->add_option("--head", wanted->head,
                        "A file with a signed head that was kept elsewhere (its note)");
    command->add_flag("--json", wanted->json, "One JSON document on stdout");
    command->callback([wanted, &chosen] { chosen = [wanted] { return verify(*wanted); }; });
}

}  // namespace commonweal::tools
