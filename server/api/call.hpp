#pragma once
// One request on its way through the API: where it goes, who asks, and what it brings.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/api/problem.hpp"
#include "server/api/write_limit.hpp"
#include "server/app/commands.hpp"
#include "server/app/forgetting.hpp"
#include "server/app/policies.hpp"
#include "server/app/projector.hpp"
#include "server/app/proofs.hpp"
#include "server/app/reading.hpp"
#include "server/exchange/lists.hpp"
#include "server/exchange/register_import.hpp"
#include "server/identity/accounts.hpp"
#include "server/live/hub.hpp"
#include "server/telemetry/metrics.hpp"

namespace commonweal::backup {
class Backups;
}

namespace commonweal::api {

/// What handlers work with. Everything outlives the server.
struct Context {
    app::App& app;
    const log::TreeHeads& heads;
    app::Projector& projector;
    const app::PastViews& past;
    app::Forgetting& forgetting;
    app::Policies& policies;
    identity::Accounts& accounts;
    exchange::RegisterImports& imports;
    exchange::Lists& lists;
    live::Hub& hub;
    telemetry::Metrics& metrics;
    WriteLimit& writes;
    backup::Backups& backups;
};

/// Where a request goes: its path in decoded parts, and its query.
struct Target {
    std::string path;
    std::vector<std::string> segments;
    std::map<std::string, std::string> query;
};
/// Throws ProblemAnswer where the target is not a path with a query.
Target parse_target(const net::Request& request);

class Call {
  public:
    Call(Context& context, net::Request request, Target target, std::vector<std::string> captured)
        : context_(&context),
          request_(std::move(request)),
          target_(std::move(target)),
          captured_(std::move(captured)) {}

    Context& context() const { return *context_; }
    app::App& app() const { return context_->app; }
    const net::Request& request() const { return request_; }
    const Target& target() const { return target_; }
    /// What stood in the place of the pattern's first braces.
    const std::string& captured() const { return captured_.front(); }

    /// Finds out who asks. Throws 401 where nobody does, 403 where a write lacks its CSRF token.
    void identify();
    const access::Actor& actor() const { return actor_; }
    /// The session's cookie; empty for a token or the control socket.
    const std::string& cookie() const { return cookie_; }
    bool writes() const { return request_.method != "GET" && request_.method != "HEAD"; }

    /// A query's value; none where it is not there.
    std::optional<std::string> query(const std::string& name) const;
    /// Throws a 400 that says what the value should be where it cannot be read.
    template <class T, class Parse>
    std::optional<T> query_as(const std::string& name, Parse parse, const char* otherwise) const {
        const auto text = query(name);
        if (!text) return std::nullopt;
        std::optional<T> value = parse(*text);
        if (!value) throw ProblemAnswer{bad_request(name + " " + otherwise)};
        return value;
    }
    std::size_t limit() const;  ///< 1 to 200, 50 where it is not said

    /// Reads what ?at= says. Throws a 400 where it is neither a position nor a time of the log.
    void look_back();
    /// The last position of the commit as of which is read; none: it is read as of now.
    std::optional<Position> at() const { return at_; }
    /// Of what is read: that, or the one up to which the views are folded.
    Position position() const;
    /// The time of what is read: when that was recorded, or now.
    Instant now() const;
    /// What it is about matters to the past alone, of which no more than that is folded.
    template <class Read>
    auto read(const app::About& about, Read&& use) const {
        if (at_) return use(app::Reading(context_->past, *at_, about));
        return context_->projector.views().read(
            [&](const app::Views& live) { return use(app::Reading(live)); });
    }
    template <class State, class IdType>
    app::Loaded<State> load(const IdType& id) const {
        return at_ ? app().load_as_of<State>(id, *at_) : app().load<State>(id);
    }

    /// An id captured in the path; throws 404 where it is malformed.
    template <class Tag>
    Id<Tag> id() const {
        const auto id = parse_id<Tag>(captured());
        if (!id) throw ProblemAnswer{not_found("There is no " + captured() + ".")};
        return *id;
    }
    SchoolId school() const;

    /// The body as a command; what is said besides (happened, on_behalf_of) goes into ask().
    template <class Command>
    Command command() {
        std::vector<codec::BodyError> errors;
        auto object = body_object(errors);
        auto command = codec::BodyReader(errors).read<Command>(object);
        if (!errors.empty()) throw ProblemAnswer{malformed_body(std::move(errors))};
        return command;
    }
    /// Who asks for it, when, and under which key. Call it after command().
    app::Ask ask();
    /// Whether the request's Prefer header (RFC 7240) names it.
    bool prefers(std::string_view preference) const;

  private:
    boost::json::object body_object(std::vector<codec::BodyError>& errors);
    void identify_session();
    void count_write() const;
    void take_key(app::Ask& ask) const;
    void take_version(app::Ask& ask) const;

    Context* context_;
    net::Request request_;
    Target target_;
    std::vector<std::string> captured_;
    access::Actor actor_;
    std::optional<Position> at_;
    std::string cookie_;
    std::optional<Happened> happened_;
    std::optional<PersonId> on_behalf_of_;
};

/// The value of the session's cookie in a request; empty where there is none.
std::string session_cookie(const net::Request& request);
/// Whose cookie or token a request carries; none where nobody's.
std::optional<PersonId> bearer_of(Context& context, const net::Request& request);
std::optional<Position> parse_position(std::string_view text);

}  // namespace commonweal::api
