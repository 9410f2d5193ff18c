#pragma once
// What went wrong, as an RFC 9457 problem: a stable type, a title, and words that say what to do.

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/refusal.hpp"
#include "server/codec/json_read.hpp"
#include "server/net/http.hpp"

namespace commonweal::api {

struct Problem {
    std::string type;  ///< "/problems/not-found", "/problems/refusal/same-school"
    std::string title;
    unsigned status = 500;
    std::optional<std::string> detail;
    std::optional<std::string> instance;   ///< the path of the request
    std::optional<std::string> reference;  ///< to be found in the server's log
    std::vector<codec::BodyError> errors;  ///< what is wrong with the body, and where
    std::chrono::seconds retry_after{0};   ///< said in the header, not in the body; 0: not at all
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, instance, reference, errors))

/// Thrown by a handler to answer with a problem; caught once, in Api.
struct ProblemAnswer {
    Problem problem;
};

net::Response response_of(const Problem& problem);

Problem bad_request(std::string detail);
Problem malformed_body(std::vector<codec::BodyError> errors);
Problem unauthorised(std::string detail);
Problem forbidden(std::string detail);
Problem not_found(std::string detail);
Problem conflict(std::string detail);
Problem unavailable(std::string detail);
Problem too_many_writes(std::uint32_t allowed_a_second);
/// A broken rule: 404 where the thing is not there, 403 where it is not allowed, else 422.
Problem problem_of(const Refusal& refusal);
/// A rule's name in kebab-case, and what it says to the person who broke it.
std::string name_of(Rule rule);
std::string words_of(const Refusal& refusal);

}  // namespace commonweal::api
