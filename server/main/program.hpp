#pragma once
// The only wiring: configuration → build → run.
//
// Owner: the command line, a test or a benchmark. Threads: one thread builds, serves and destroys
// it. Failure: what is wrong with the data directory or the address throws std::runtime_error in
// words.

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <filesystem>

#include "server/api/api.hpp"
#include "server/app/day_timer.hpp"
#include "server/app/policies.hpp"
#include "server/app/snapshot_keeper.hpp"
#include "server/backup/backups.hpp"
#include "server/net/server.hpp"

namespace commonweal {

struct ProgramOptions {
    std::filesystem::path data;
    std::string listen;  ///< empty: serves nobody, for the command line alone
    std::filesystem::path tls_certificate;
    std::filesystem::path tls_key;
    const app::Clock* clock = nullptr;  ///< none: the machine's
    /// What a clock that is given is held against; none: nothing.
    app::ClockWatch::Elapsed elapsed;
    std::optional<std::uint64_t> seed;  ///< none: ids from the operating system's randomness
    int threads = 1;                    ///< that run connections, beside committer and projector
    bool log_requests = true;
    std::uint32_t writes_a_second = 1000;       ///< by one account; 0: no limit
    std::function<void(Position)> catching_up;  ///< told how far the views are at start
};

class Program {
  public:
    explicit Program(ProgramOptions options);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Binds; answers the address. Then run() serves until SIGTERM, SIGINT or stop().
    std::string listen();
    void run();
    void stop();  ///< from any thread: drains, then run() returns

    /// Begins the day that the clock says, and those missed; answers when what follows from it
    /// is in the log. For whoever moves the clock by hand; a program that serves does it itself.
    void begin_days();

    /// Gives a request to the API as the operator, in process.
    net::Response call(net::Request request);

    app::App& app() { return *app_; }
    app::Policies& policies() { return *policies_; }
    app::Projector& projector() { return *projector_; }
    const app::PastViews& past() const { return *past_; }
    app::SnapshotKeeper& snapshots() { return *keeper_; }
    identity::Accounts& accounts() { return *accounts_; }
    exchange::RegisterImports& imports() { return *imports_; }
    live::Hub& hub() { return *hub_; }

  private:
    /// True: by an earlier version of the program, so that all is to be folded anew.
    bool fold_views();
    void take_in_bank_holidays();
    void add_gauges();
    void finished(const net::RequestLine& line);
    void drain();

    ProgramOptions options_;
    std::unique_ptr<app::ClockWatch> watch_of(const app::Clock& clock) const;

    app::SystemClock system_clock_;
    std::unique_ptr<app::ClockWatch> clock_watch_;
    app::Ids ids_;
    /// Outlives all that holds an executor of it: the log keeps who is to be told of its last
    /// group.
    boost::asio::io_context io_;
    std::unique_ptr<vault::Vault> vault_;
    std::unique_ptr<records::Records> records_;
    std::unique_ptr<log::Log> log_;
    std::unique_ptr<log::TreeHeads> heads_;
    std::unique_ptr<backup::Backups> backups_;
    std::unique_ptr<app::App> app_;
    std::unique_ptr<app::Policies> policies_;
    std::unique_ptr<app::Forgetting> forgetting_;
    std::unique_ptr<app::Projector> projector_;
    std::unique_ptr<app::Snapshots> snapshots_;
    std::unique_ptr<app::PastViews> past_;
    std::unique_ptr<app::SnapshotKeeper> keeper_;
    std::unique_ptr<identity::Accounts> accounts_;
    std::unique_ptr<exchange::RegisterImports> imports_;
    std::unique_ptr<exchange::Lists> lists_;
    telemetry::Metrics metrics_;
    api::WriteLimit writes_;
    telemetry::Histogram request_seconds_;
    std::shared_ptr<live::Hub> hub_;
    std::unique_ptr<api::Api> api_;
    std::unique_ptr<net::Server> server_;
    std::optional<boost::asio::signal_set> signals_;
    std::optional<app::DayTimer> days_;
};

/// The control socket of a data directory.
std::filesystem::path control_socket_of(const std::filesystem::path& data);

}  // namespace commonweal
