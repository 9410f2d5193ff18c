#pragma once
// What a message of the live protocol says, for tests.

#include <catch2/catch.hpp>

#include "tests/live/client.hpp"

namespace commonweal::live::testing {

inline std::string type_of(const boost::json::object& message) {
    return std::string(message.at("type").as_string());
}
inline std::vector<std::string> types_of(const std::vector<boost::json::object>& messages) {
    std::vector<std::string> types;
    for (const auto& message : messages) types.push_back(type_of(message));
    return types;
}
using Types = std::vector<std::string>;

inline std::size_t activity_in(const boost::json::object& view) {
    return view.at("activity").as_array().size();
}

/// What a refused message says: its problem's status.
inline std::int64_t status_of(const boost::json::object& message) {
    REQUIRE(type_of(message) == "refused");
    return message.at("problem").at("status").to_number<std::int64_t>();
}

}  // namespace commonweal::live::testing
