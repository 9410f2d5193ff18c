// Backing up while serving: for whoever runs the server, on its own machine.

#include "server/backup/backups.hpp"

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

struct BackUp {
    std::string to;                     ///< a folder of this machine, from the root on
    std::string lock;                   ///< how the key comes from the operator's secret, in base64
    std::string key;                    ///< that opens the backup of the vault, in base64
    std::optional<std::uint32_t> keep;  ///< backups of the log, with the new one; none: all
};
BOOST_DESCRIBE_STRUCT(BackUp, (), (to, lock, key, keep))

struct VaultBackedUp {
    std::uint64_t number = 0;
    Position forgotten_to = 0;
};
BOOST_DESCRIBE_STRUCT(VaultBackedUp, (), (number, forgotten_to))

struct LogBackedUp {
    std::uint64_t backup = 0;
    Position position = 0;
    std::string root;
    std::string head;  ///< signed, as a note
    std::uint64_t copied_bytes = 0;
    VaultBackedUp vault;
    std::size_t removed = 0;  ///< older backups of the log
};
BOOST_DESCRIBE_STRUCT(LogBackedUp, (), (backup, position, root, head, copied_bytes, vault, removed))

struct HowFar {
    bool running = false;
    std::string doing;
    std::uint64_t done = 0, all = 0;
};
BOOST_DESCRIBE_STRUCT(HowFar, (), (running, doing, done, all))

/// It names a folder of the machine, and what it makes holds every key.
void must_be_at_the_machine(const Call& call) {
    if (!call.request().peer.same_owner)
        throw ProblemAnswer{
            forbidden("Backups are made on the server's own machine: commonweal backup --data DIR "
                      "--to DIR.")};
}

backup::Order order_of(Call& call) {
    auto command = call.command<BackUp>();
    backup::Order order;
    order.to = command.to;
    order.made_at = call.app().clock().now().time_since_epoch().count();
    if (!backup::read_text(command.lock, order.lock) || !backup::read_text(command.key, order.key))
        throw ProblemAnswer{bad_request(
            "lock and key are what commonweal backup makes of a passphrase or a key file")};
    if (command.keep == 0U) throw ProblemAnswer{bad_request("keep has to be 1 or more")};
    order.keep = command.keep;
    return order;
}

net::Response told_of(const Call& call, const backup::BackedUp& made) {
    const auto head = app::head_of(call.context().heads, made.head.head.size);
    const LogBackedUp told{made.id,     head.size,         head.root,
                           head.note,   made.copied_bytes, {made.vault_number, made.forgotten_to},
                           made.removed};
    return json_response(201, codec::to_json(told, {access::Sees::everything(), nullptr}));
}

Problem not_made(const std::string& why) {
    Problem problem = unavailable(why);
    problem.status = 500;
    problem.type = "/problems/not-backed-up";
    problem.title = "The backup was not made";
    problem.retry_after = {};
    return problem;
}

boost::asio::awaitable<net::Response> back_up(Call call) {
    must_be_at_the_machine(call);
    auto order = order_of(call);
    const auto outcome = std::make_shared<backup::Outcome>();
    const bool begun = co_await told([&](std::function<void(bool)> then) {
        const auto ended = [outcome, then](backup::Outcome made) {
            *outcome = std::move(made);
            then(true);
        };
        if (!call.context().backups.begin(std::move(order), ended)) then(false);
    });
    if (!begun)
        throw ProblemAnswer{not_made("Another backup is being made: wait until it has ended.")};
    if (!outcome->made) throw ProblemAnswer{not_made(outcome->failed_because)};
    co_return told_of(call, *outcome->made);
}

boost::asio::awaitable<net::Response> how_far(Call call) {
    must_be_at_the_machine(call);
    const auto now = call.context().backups.how_far();
    co_return json_response(200, codec::to_json(HowFar{now.running, now.doing, now.done, now.all},
                                                {access::Sees::everything(), nullptr}));
}

constexpr std::array table{
    Route{"POST", "/api/v1/backups", back_up, Who::signed_in, "",
          "Backs up the data directory into a folder: through the control socket alone."},
    Route{"GET", "/api/v1/backups/progress", how_far, Who::signed_in, "",
          "How far the running backup is: through the control socket alone."},
};

}  // namespace

std::span<const Route> backup_routes() {
    return table;
}

}  // namespace commonweal::api
