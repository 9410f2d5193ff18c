#include "server/api/problem.hpp"

#include <algorithm>

#include "server/codec/json_write.hpp"

namespace commonweal::api {
namespace {

Problem made(unsigned status, std::string_view type, std::string title, std::string detail) {
    Problem problem;
    problem.type = "/problems/" + std::string(type);
    problem.title = std::move(title);
    problem.status = status;
    problem.detail = std::move(detail);
    return problem;
}

}  // namespace

net::Response response_of(const Problem& problem) {
    net::Response response;
    response.status = problem.status;
    response.headers = {{"Content-Type", "application/problem+json"},
                        {"Cache-Control", "no-store"}};
    if (problem.retry_after.count() > 0)
        response.headers.emplace_back("Retry-After", std::to_string(problem.retry_after.count()));
    auto json = codec::to_json(problem, {access::Sees::everything(), nullptr});
    if (problem.errors.empty()) json.as_object().erase("errors");
    response.body = boost::json::serialize(json);
    return response;
}

Problem bad_request(std::string detail) {
    return made(400, "bad-request", "The request cannot be understood", std::move(detail));
}
Problem malformed_body(std::vector<codec::BodyError> errors) {
    auto problem = made(400, "malformed-body", "The body is not what it should be",
                        "Mend what the list of errors names, and send it again.");
    problem.errors = std::move(errors);
    return problem;
}
Problem unauthorised(std::string detail) {
    return made(401, "not-signed-in", "Sign in first", std::move(detail));
}
Problem forbidden(std::string detail) {
    return made(403, "not-allowed", "You may not do this", std::move(detail));
}
Problem not_found(std::string detail) {
    return made(404, "not-found", "There is nothing here", std::move(detail));
}
Problem conflict(std::string detail) {
    return made(409, "moved-on", "Somebody else has changed this meanwhile", std::move(detail));
}
Problem unavailable(std::string detail) {
    auto problem = made(503, "unavailable", "The server cannot do this now", std::move(detail));
    problem.retry_after = std::chrono::seconds(5);
    return problem;
}

Problem too_many_writes(std::uint32_t allowed_a_second) {
    auto problem = made(429, "too-many-writes", "Too many writes",
                        "An account may write " + std::to_string(allowed_a_second) +
                            " times a second. Nothing was done: wait a second and go on.");
    problem.retry_after = std::chrono::seconds(1);
    return problem;
}

std::string name_of(Rule rule) {
    std::string name = boost::describe::enum_to_string(rule, "unknown");
    std::ranges::replace(name, '_', '-');
    return name;
}

Problem problem_of(const Refusal& refusal) {
    const auto words = words_of(refusal);
    if (refusal.rule == Rule::not_found) return not_found(words);
    if (refusal.rule == Rule::not_allowed) return forbidden(words);
    return made(422, "refusal/" + name_of(refusal.rule), "A rule says no", words);
}

}  // namespace commonweal::api
