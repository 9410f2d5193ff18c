#pragma once
// How far a policy is. Stream: policy/NAME.

#include <string>

#include "domain/core/event.hpp"

namespace commonweal::policy {

struct Enabled {
    static constexpr std::string_view kind = "policy-enabled";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A policy began to answer what happens, from that position of the log on.";
    std::string policy;
    Position after = 0;  ///< it answers events after this one
    static constexpr std::array fields{Field{"policy"}, Field{"after"}};
};
BOOST_DESCRIBE_STRUCT(Enabled, (), (policy, after))

struct Answered {
    static constexpr std::string_view kind = "policy-answered";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A policy answered an event, wholly or in part, with the events of the same commit.";
    std::string policy;
    Position source = 0;     ///< of the event that it answered
    std::uint32_t done = 0;  ///< how many of its answers to that event are in the log now
    std::uint32_t of = 0;    ///< how many it had
    static constexpr std::array fields{Field{"policy"}, Field{"source"}, Field{"done"},
                                       Field{"of"}};
};
BOOST_DESCRIBE_STRUCT(Answered, (), (policy, source, done, of))

}  // namespace commonweal::policy
