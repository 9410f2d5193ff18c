#include "server/api/call.hpp"

#include <boost/url.hpp>
#include <charconv>

#include "server/api/time_query.hpp"
#include "server/identity/secrets.hpp"

namespace commonweal::api {
namespace {

constexpr std::string_view cookie_name = "commonweal_session=";
constexpr std::size_t key_length_max = 200;

/// A day, or an instant and the day on which it was in London.
std::optional<Happened> parse_happened(std::string_view text) {
    if (const auto day = parse_day(text)) return Happened{*day, {}};
    if (const auto instant = parse_instant(text))
        return Happened{app::london_day(*instant), instant};
    return std::nullopt;
}

/// An instant, or the last one of a day.
std::optional<Instant> as_known_by(std::string_view text) {
    const auto instant = parse_time(text, true);
    return instant && parse_day(text) ? *instant - std::chrono::microseconds{1} : instant;
}

}  // namespace

Target parse_target(const net::Request& request) {
    const auto parsed = boost::urls::parse_origin_form(request.target);
    if (parsed.has_error())
        throw ProblemAnswer{bad_request("The address is not a path with a query.")};
    Target target;
    target.path = parsed->encoded_path();
    for (const auto segment : parsed->segments()) target.segments.emplace_back(segment);
    for (const auto param : parsed->params()) target.query[param.key] = param.value;
    return target;
}

std::optional<Position> parse_position(std::string_view text) {
    Position position = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (ec != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return position;
}

std::string session_cookie(const net::Request& request) {
    std::string_view cookies = request.header("Cookie");
    while (!cookies.empty()) {
        const auto end = cookies.find(';');
        auto one = cookies.substr(0, end);
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.starts_with(cookie_name)) return std::string(one.substr(cookie_name.size()));
        if (end == std::string_view::npos) break;
        cookies.remove_prefix(end + 1);
    }
    return {};
}

std::optional<PersonId> bearer_of(Context& context, const net::Request& request) {
    const auto now = context.app.believed_now();
    const auto authorisation = request.header("Authorization");
    if (authorisation.starts_with("Bearer "))
        return context.accounts.sessions().find_token(std::string(authorisation.substr(7)), now);
    const auto cookie = session_cookie(request);
    if (cookie.empty()) return std::nullopt;
    return context.accounts.sessions().find(cookie, now);
}

void Call::identify() {
    if (request_.peer.same_owner) {
        // Whoever may read the data directory may do anything with it already.
        actor_ = {PersonId{}, {{person::RoleKind::administrator, ""}}};
        return;
    }
    const auto person = bearer_of(*context_, request_);
    if (!person)
        throw ProblemAnswer{unauthorised("Your session has ended, or there was none. Sign in.")};
    actor_ = context_->app.actor(*person);
    if (request_.header("Authorization").empty()) identify_session();
}

void Call::identify_session() {
    cookie_ = session_cookie(request_);
    if (!writes()) return;
    if (!identity::same(request_.header("X-CSRF-Token"), identity::Accounts::csrf_token(cookie_)))
        throw ProblemAnswer{
            forbidden("The header X-CSRF-Token is missing or old: reload the page and try again.")};
}

std::optional<std::string> Call::query(const std::string& name) const {
    const auto found = target_.query.find(name);
    if (found == target_.query.end()) return std::nullopt;
    return found->second;
}

std::size_t Call::limit() const {
    constexpr std::size_t usual = 50;
    constexpr std::size_t most = 200;
    const auto limit =
        query_as<Position>("limit", parse_position, "must be a number from 1 to 200");
    if (!limit) return usual;
    if (*limit < 1 || *limit > most)
        throw ProblemAnswer{bad_request("limit must be a number from 1 to 200")};
    return *limit;
}

void Call::look_back() {
    const auto text = query("at");
    if (!text) return;
    const auto head = app().log().head();
    const auto beyond = "at lies beyond the end of the record, which is at position " +
                        std::to_string(head.position) + ".";
    if (const auto position = parse_position(*text)) {
        if (*position > head.position) throw ProblemAnswer{bad_request(beyond)};
        at_ = context_->past.end_of_commit(*position);
    } else if (const auto instant = as_known_by(*text)) {
        // Of a time that is still to come nobody knows what will have been recorded by then.
        const auto now = app().clock().now();
        if (*instant > now && parse_day(*text) != app::london_day(now))
            throw ProblemAnswer{bad_request("at lies in the future.")};
        at_ = context_->past.known_by(*instant);
    } else {
        throw ProblemAnswer{bad_request("at must be a position, a day or an instant")};
    }
}

Position Call::position() const {
    return at_ ? *at_ : context_->projector.views().position();
}

Instant Call::now() const {
    const auto recorded = at_ ? context_->past.recorded_at(*at_) : std::nullopt;
    return recorded ? *recorded : app().clock().now();
}

SchoolId Call::school() const {
    const auto school = parse_school(captured());
    if (!school) throw ProblemAnswer{not_found("\"" + captured() + "\" is not a URN.")};
    return *school;
}

boost::json::object Call::body_object(std::vector<codec::BodyError>& errors) {
    const auto type = request_.header("Content-Type");
    if (!request_.body.empty() && !type.starts_with("application/json")) {
        Problem problem = bad_request("Send the body as application/json.");
        problem.status = 415;
        problem.type = "/problems/unsupported-media-type";
        throw ProblemAnswer{std::move(problem)};
    }
    auto object = codec::parse_body(request_.body, errors);
    const auto take = [&](const char* name, auto parse, auto& to, const char* otherwise) {
        const auto* value = object.if_contains(name);
        if (value == nullptr) return;
        if (value->is_null()) return void(object.erase(name));
        const auto* text = value->if_string();
        if (text != nullptr) to = parse(std::string_view(*text));
        if (!to) errors.push_back({std::string("/") + name, otherwise});
        object.erase(name);
    };
    take("happened", parse_happened, happened_, "must be a day or an instant");
    take("on_behalf_of", parse_id<PersonTag>, on_behalf_of_, "must be a person's id");
    return object;
}

app::Ask Call::ask() {
    count_write();
    app::Ask ask;
    ask.actor = actor_;
    ask.asked = app().asked_by(actor_.id);
    ask.asked.happened = happened_;
    ask.asked.on_behalf_of = on_behalf_of_;
    take_key(ask);
    take_version(ask);
    return ask;
}

void Call::count_write() const {
    auto& writes = context_->writes;
    if (request_.peer.same_owner || writes.take(actor_.id, app().clock().now())) return;
    throw ProblemAnswer{too_many_writes(writes.a_second())};
}

void Call::take_key(app::Ask& ask) const {
    const auto key = request_.header("Idempotency-Key");
    if (key.empty()) {
        ask.commit = app().ids().random();
        return;
    }
    if (key.size() > key_length_max)
        throw ProblemAnswer{bad_request("Idempotency-Key is longer than 200 characters.")};
    ask.repeatable = true;
    ask.commit = app().commit_id(actor_.id, request_.method + " " + target_.path, key);
    ask.fingerprint = app().fingerprint(request_.target + "\n" + request_.body);
}

void Call::take_version(app::Ask& ask) const {
    auto match = request_.header("If-Match");
    if (match.empty()) return;
    if (match.size() >= 2 && match.front() == '"' && match.back() == '"')
        match = match.substr(1, match.size() - 2);
    const auto version = parse_position(match);
    if (!version) throw ProblemAnswer{bad_request("If-Match must be the ETag of what you read.")};
    ask.expected = version;
}

bool Call::prefers(std::string_view preference) const {
    for (auto rest = request_.header("Prefer"); !rest.empty();) {
        auto one = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
        one = one.substr(0, one.find_first_of(";="));
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        if (boost::urls::grammar::ci_is_equal(one, preference)) return true;
    }
    return false;
}

}  // namespace commonweal::api
