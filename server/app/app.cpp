#include "server/app/app.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "domain/core/overloaded.hpp"
#include "domain/core/text.hpp"
#include "server/app/decoded.hpp"
#include "server/codec/stored.hpp"
#include "server/vault/cipher.hpp"

namespace commonweal::app {
namespace {

/// What the installation's secrets are for.
enum class Purpose : std::uint8_t { idempotency = 1, address = 2 };

}  // namespace

/// A decision that waits for the log.
struct App::Attempt {
    Subject subject;
    log::Commit commit;
    std::vector<NewFact> facts;
    std::map<std::string, Version> conditions;
};

App::App(log::Log& log, vault::Vault& vault, const Clock& clock, Ids& ids, AppOptions options)
    : log_(&log),
      seals_(vault),
      clock_(&clock),
      ids_(&ids),
      options_(std::move(options)),
      idempotency_secret_(
          vault.installation_secret(static_cast<std::uint8_t>(Purpose::idempotency))),
      address_secret_(vault.installation_secret(static_cast<std::uint8_t>(Purpose::address))),
      states_(log, options_.states_max),
      relay_(std::make_shared<Relay>(options_.coroutines_run_on)) {}

boost::asio::awaitable<Outcome> App::transact(Ask ask, Decide decide) {
    for (int attempt = 0; attempt < options_.attempts_max; ++attempt) {
        auto prepared = prepare(ask, decide);
        if (auto* known = std::get_if<Outcome>(&prepared)) co_return std::move(*known);
        const auto& ready = std::get<Attempt>(prepared);
        const auto result = co_await append(ready.commit);
        if (auto outcome = conclude(ready, result)) co_return *std::move(outcome);
    }
    co_return MovedOn{};
}

Outcome App::transact_and_wait(const Ask& ask, const Decide& decide) {
    for (int attempt = 0; attempt < options_.attempts_max; ++attempt) {
        auto prepared = prepare(ask, decide);
        if (auto* known = std::get_if<Outcome>(&prepared)) return std::move(*known);
        const auto& ready = std::get<Attempt>(prepared);
        const auto result = log_->append_and_wait(ready.commit);
        if (auto outcome = conclude(ready, result)) return *std::move(outcome);
    }
    return MovedOn{};
}

Decision<std::vector<NewFact>> App::preview(const Ask& ask, const Decide& decide) {
    Transaction transaction(states_, ask);
    if (auto subject = decide(transaction); !subject) return std::unexpected(subject.error());
    return transaction.facts();
}

std::variant<Outcome, App::Attempt> App::prepare(const Ask& ask, const Decide& decide) {
    if (auto before = earlier(ask)) return *std::move(before);
    if (const auto jump = clock_jump(); jump && !ask.despite_clock)
        return Outcome{Busy{app::to_text(*jump), true}};
    if (auto ok = check(ask.asked); !ok) return Outcome{ok.error()};
    Transaction transaction(states_, ask);
    auto subject = decide(transaction);
    if (!subject) return Outcome{std::move(subject.error())};
    const auto& conditions = transaction.conditions();
    const auto own = conditions.find(subject->stream);
    const Version version = own == conditions.end() ? 0 : own->second;
    if (ask.expected && *ask.expected != version) return Outcome{MovedOn{version}};
    if (transaction.facts().empty())
        return Outcome{Done{subject->id, version, log_->head().position, {}}};
    return Attempt{std::move(*subject), transaction.commit(seals_), transaction.facts(),
                   conditions};
}

std::optional<Outcome> App::earlier(const Ask& ask) {
    if (!ask.repeatable) return std::nullopt;
    const auto found = log_->engine().find_commit(ask.commit);
    if (!found) return std::nullopt;
    if (log_->engine().find_fingerprint(ask.commit) != ask.fingerprint) return KeyReused{};
    return repeated(*found);
}

std::optional<Outcome> App::conclude(const Attempt& attempt, const log::AppendResult& result) {
    return std::visit(
        Overloaded{
            [&](const log::Appended& done) -> std::optional<Outcome> {
                return done.repeated ? repeated(done) : appended(attempt, done);
            },
            [&](const log::Conflict& conflict) -> std::optional<Outcome> {
                states_.forget(conflict.stream);
                return std::nullopt;
            },
            [](const log::IdReused&) -> std::optional<Outcome> { return KeyReused{}; },
            [](const log::Unacceptable& why) -> std::optional<Outcome> {
                return Refusal{Rule::text_too_long, why.reason};
            },
            [](const log::OutcomeUnknown& why) -> std::optional<Outcome> {
                return Busy{why.reason, false};
            },
        },
        result);
}

Outcome App::appended(const Attempt& attempt, const log::Appended& done) {
    Done answer{attempt.subject.id, 0, done.last, {}};
    auto versions = attempt.conditions;
    for (std::size_t i = 0; i < attempt.facts.size(); ++i) {
        const auto& stored = attempt.commit.events[i];
        answer.events.push_back({done.first + i, stored.kind});
        if (!attempt.conditions.contains(stored.stream)) {
            states_.forget(stored.stream);  // which version it has now is not known here
            continue;
        }
        Recorded event;
        event.position = done.first + i;
        event.version = ++versions[stored.stream];
        codec::decode(stored.kind, stored.schema_version, stored.body, attempt.commit.id,
                      static_cast<std::uint16_t>(i), event.attribution, event.fact);
        states_.appended(stored.stream, event);
    }
    answer.version = versions[attempt.subject.stream];
    return answer;
}

/// The first outcome of the same commit, read back from the log. Its first event is of the thing
/// that it was about, whose id may be another than the one that was made for the repeated request.
Outcome App::repeated(const log::Appended& done) {
    Done answer{{}, 0, done.last, {}};
    std::string stream;
    log_->engine().read_all(done.first, log::Direction::forward, [&](const log::Record& record) {
        if (stream.empty()) stream = record.stream;
        if (record.stream == stream) answer.version = record.version;
        answer.events.push_back({record.position, record.kind});
        return record.position < done.last;
    });
    answer.id = id_in_stream(stream);
    return answer;
}

boost::asio::awaitable<log::AppendResult> App::append(log::Commit commit) {
    const auto executor = co_await boost::asio::this_coro::executor;
    const auto start = [this, executor](auto handler, log::Commit ready) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        const auto answer = [relay = relay_, executor, shared](log::AppendResult result) {
            relay->tell(executor, [shared, result = std::move(result)]() mutable {
                (*shared)(std::move(result));
            });
        };
        if (!log_->append(std::move(ready), answer)) {
            const auto why = log_->stopped_because();
            answer(log::OutcomeUnknown{why.empty() ? "too many commits are waiting" : why});
        }
    };
    co_return co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>,
                                                   void(log::AppendResult)>(
        start, boost::asio::use_awaitable, std::move(commit));
}

std::optional<ClockJump> App::clock_jump() const {
    if (options_.clock_watch == nullptr) return std::nullopt;
    return options_.clock_watch->jump(clock_->now());
}

Instant App::believed_now() const {
    const auto jump = clock_jump();
    return jump ? jump->from : clock_->now();
}

void App::clock_confirmed(Instant now) {
    if (options_.clock_watch != nullptr) options_.clock_watch->confirm(now);
}

AddressHash App::hash_of(std::string_view email) const {
    return {vault::digest<32>(address_secret_, {small_letters(email)})};
}

Asked App::asked_by(PersonId person) const {
    const auto now = clock_->now();
    Asked asked;
    asked.now = now;
    asked.today = london_day(now);
    asked.by = person;
    return asked;
}

access::Actor App::actor(PersonId person) {
    const auto loaded = load<Person>(person);
    const auto today = london_day(believed_now());
    access::Actor actor{person, loaded->roles_on(today), {}};
    for (const auto& deputising : loaded->deputising)
        if (deputising.holds_on(today) &&
            load<Person>(deputising.acts_for)->holds(deputising.role, today))
            actor.acts_for.push_back({deputising.acts_for, deputising.role, deputising.scopes});
    return actor;
}

log::CommitId App::commit_id(const PersonId& who, std::string_view route,
                             std::string_view key) const {
    return vault::digest<16>(idempotency_secret_, {ulid_text(who.bytes), route, key});
}

log::Fingerprint App::fingerprint(std::string_view request) const {
    return vault::digest<32>(idempotency_secret_, {request});
}

}  // namespace commonweal::app
