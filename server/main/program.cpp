#include "server/main/program.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <thread>

#include "server/app/decoded.hpp"
#include "server/exchange/bank_holidays.hpp"
#include "server/log/rocks_engine.hpp"
#include "server/telemetry/log.hpp"

namespace commonweal {
namespace {

constexpr std::chrono::seconds drain_max{10};

double seconds_of(std::chrono::milliseconds time) {
    return std::chrono::duration<double>(time).count();
}

std::filesystem::path made(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    return folder;
}

}  // namespace

std::filesystem::path control_socket_of(const std::filesystem::path& data) {
    return data / "control.sock";
}

Program::Program(ProgramOptions options)
    : options_(std::move(options)),
      ids_(options_.seed),
      writes_(options_.writes_a_second),
      request_seconds_(metrics_.histogram("commonweal_request_seconds",
                                          "How long requests took, in seconds",
                                          telemetry::Metrics::seconds_bounds())) {
    const auto data = made(options_.data);
    // The engine takes the directory's lock: after this no other process is in it.
    auto engine = log::open_rocks_engine(data / "log");
    vault_ = std::make_unique<vault::Vault>(data / "vault");
    records_ = std::make_unique<records::Records>(data / "records");
    log::LogOptions log_options;
    log_options.before_group = [this] { vault_->sync(); };
    log_ = std::make_unique<log::Log>(std::move(engine), std::move(log_options));
    heads_ = std::make_unique<log::TreeHeads>(
        *log_, data / "log" / "HEADS", log::SigningKey::open_or_make(data / "keys" / "log.pem"));
    backups_ =
        std::make_unique<backup::Backups>(backup::Source{*log_, *heads_, *vault_, *records_, data});
    const app::Clock& clock = options_.clock != nullptr ? *options_.clock : system_clock_;
    clock_watch_ = watch_of(clock);
    app::AppOptions app_options;
    app_options.clock_watch = clock_watch_.get();
    app_options.coroutines_run_on = io_.get_executor();
    app_ = std::make_unique<app::App>(*log_, *vault_, clock, ids_, std::move(app_options));
    accounts_ = std::make_unique<identity::Accounts>(*app_, *records_);
    imports_ = std::make_unique<exchange::RegisterImports>(*app_);
    lists_ = std::make_unique<exchange::Lists>(*app_);
    policies_ = std::make_unique<app::Policies>(*app_);
    forgetting_ = std::make_unique<app::Forgetting>(
        *app_, [this](std::span<const PersonId> people) { accounts_->forget(people); });
    forgetting_->catch_up();
    projector_ = std::make_unique<app::Projector>(*log_);
    snapshots_ = std::make_unique<app::Snapshots>(data / "views", log_->engine());
    past_ = std::make_unique<app::PastViews>(*log_, snapshots_.get());
    keeper_ = std::make_unique<app::SnapshotKeeper>(*past_, *snapshots_, *projector_);
    const bool to_be_rebuilt = fold_views();
    hub_ = std::make_shared<live::Hub>(io_, projector_->views());
    projector_->when_swapped([this] {
        hub_->rebuilt();
        snapshots_->drop_other_versions();
    });
    projector_->start(
        [hub = hub_](std::vector<app::TopicChange> changes) { hub->changed(std::move(changes)); },
        [this](std::vector<app::PolicyAnswer> answers) { policies_->give(std::move(answers)); });
    policies_->start();
    forgetting_->start();
    keeper_->start();
    if (to_be_rebuilt) projector_->rebuild(true);
    api_ = std::make_unique<api::Api>(api::Context{*app_, *heads_, *projector_, *past_,
                                                   *forgetting_, *policies_, *accounts_, *imports_,
                                                   *lists_, *hub_, metrics_, writes_, *backups_});
    add_gauges();
}

std::unique_ptr<app::ClockWatch> Program::watch_of(const app::Clock& clock) const {
    if (options_.clock != nullptr && !options_.elapsed) return nullptr;
    const auto head = log_->head();
    const auto last =
        head.position == 0 ? std::nullopt : std::optional(app::instant_of(head.recorded_at));
    return std::make_unique<app::ClockWatch>(clock.now(), last,
                                             options_.elapsed ? options_.elapsed : app::since_boot);
}

/// From the newest snapshot before what policies have still to be asked about.
bool Program::fold_views() {
    const auto asked_from = policies_->asked_from();
    const auto up_to = asked_from ? *asked_from - 1 : log_->head().position;
    const auto scope = past_->scope(app::Everything{}, 0).name;
    auto folded = snapshots_->newest(scope, up_to);
    const auto older = folded.position == 0 ? snapshots_->of_other_version() : nullptr;
    if (older != nullptr) folded = older->newest(scope, up_to);
    if (folded.position > 0) projector_->views().take(std::move(*folded.views));
    if (asked_from) projector_->views().ask_policies_from(*asked_from);
    projector_->catch_up(options_.catching_up);
    return older != nullptr && folded.position > 0;
}

Program::~Program() {
    keeper_->stop();
    projector_->stop();
    policies_->stop();
    forgetting_->stop();
    server_.reset();
    telemetry::flush_log();
}

std::string Program::listen() {
    // Before anybody is told the address: whoever knows it may already ask to stop.
    signals_.emplace(io_, SIGTERM, SIGINT);
    signals_->async_wait([this](boost::system::error_code ec, int) {
        if (!ec) drain();
    });
    net::Options options;
    options.listen = options_.listen;
    options.tls_certificate = options_.tls_certificate;
    options.tls_key = options_.tls_key;
    options.control_socket = control_socket_of(options_.data);
    server_ = std::make_unique<net::Server>(
        io_, options, [this](net::Request request) { return api_->handle(std::move(request)); },
        [this](net::Request request) { return api_->upgrade(std::move(request)); },
        [this](const net::RequestLine& line) { finished(line); });
    hub_->start();
    begin_days();
    days_.emplace(io_.get_executor(), *app_).start();
    return server_->start();
}

void Program::begin_days() {
    if (const auto jump = app_->clock_jump()) {
        telemetry::log(telemetry::Level::error, "clock-in-doubt", {{"why", app::to_text(*jump)}});
        return;
    }
    projector_->views().ask_policies_from(policies_->enable());
    take_in_bank_holidays();
    app::begin_days(*app_);
    std::promise<void> folded;
    projector_->when_folded(log_->head().position, [&](bool) { folded.set_value(); });
    folded.get_future().wait();
    policies_->settle();
}

/// A new installation begins with those that the program was built with.
void Program::take_in_bank_holidays() {
    if (app_->load<BankHolidays>(app::TheBankHolidays{}).version != 0) return;
    app::Ask ask;
    ask.actor = {PersonId{}, {{person::RoleKind::administrator, ""}}};
    ask.asked = app_->asked_by({});
    ask.asked.how = How::imported;
    ask.commit = ids_.random();
    app_->transact_and_wait(ask, app::set_bank_holidays({exchange::shipped_bank_holidays()}));
}

void Program::run() {
    std::vector<std::thread> others;
    for (int i = 1; i < options_.threads; ++i) others.emplace_back([this] { io_.run(); });
    io_.run();
    for (auto& thread : others) thread.join();
}

void Program::stop() {
    boost::asio::post(io_, [this] { drain(); });
}

void Program::drain() {
    telemetry::log(telemetry::Level::info, "draining");
    hub_->stop();
    days_->stop();
    server_->drain(drain_max, [this] { io_.stop(); });
}

net::Response Program::call(net::Request request) {
    request.peer.same_owner = true;
    std::optional<net::Response> answered;
    std::exception_ptr failure;
    io_.restart();
    boost::asio::co_spawn(io_, api_->handle(std::move(request)),
                          [&](std::exception_ptr thrown, net::Response response) {
                              failure = thrown;
                              answered = std::move(response);
                              io_.stop();
                          });
    const auto work = boost::asio::make_work_guard(io_);
    io_.run();
    if (failure) std::rethrow_exception(failure);
    return *std::move(answered);
}

void Program::add_gauges() {
    metrics_.gauge("commonweal_log_head", "The last position of the log",
                   [this] { return static_cast<double>(log_->head().position); });
    metrics_.gauge("commonweal_views_position", "The position up to which the views are folded",
                   [this] { return static_cast<double>(projector_->views().position()); });
    metrics_.gauge("commonweal_views_last_step_seconds", "How long ago the views last took a step",
                   [this] { return seconds_of(projector_->health().last_step); });
    metrics_.gauge("commonweal_views_behind_seconds", "How long newer commits wait for the views",
                   [this] { return seconds_of(projector_->health().behind_for); });
    metrics_.gauge("commonweal_log_anchored", "The position up to which the log's head is anchored",
                   [this] { return static_cast<double>(heads_->anchored()); });
    metrics_.gauge("commonweal_forgotten_to", "The position up to which forgetting is done",
                   [this] { return static_cast<double>(forgetting_->done_to()); });
    for (const auto& [policy, source] : policies_->health().progress)
        metrics_.gauge("commonweal_policy_position", "The last event that a policy answered",
                       [this, name = policy] {
                           for (const auto& [other, position] : policies_->health().progress)
                               if (other == name) return static_cast<double>(position);
                           return 0.0;
                       },
                       {{"policy", std::string(policy)}});
    metrics_.gauge("commonweal_live_behind", "Subscriptions whose client is behind",
                   [this] { return static_cast<double>(hub_->counts().behind); });
    metrics_.gauge("commonweal_live_connections", "Open WebSockets",
                   [this] { return static_cast<double>(hub_->counts().connections); });
    metrics_.gauge("commonweal_live_subscriptions", "Topics watched, over all WebSockets",
                   [this] { return static_cast<double>(hub_->counts().subscriptions); });
    metrics_.gauge("commonweal_connections", "Open connections",
                   [this] { return server_ ? static_cast<double>(server_->connections()) : 0.0; });
}

void Program::finished(const net::RequestLine& line) {
    request_seconds_.observe(std::chrono::duration<double>(line.took).count());
    if (!options_.log_requests) return;
    telemetry::log_request(
        {line.method, line.target, line.route, line.status, line.bytes, line.took});
}

}  // namespace commonweal
