#pragma once
// The numbers of schools and people by what the problem calls them.
//
// Owner: Instance.

#include <string>
#include <unordered_map>

#include "domain/scheduling/instance.hpp"

namespace commonweal::scheduling {

struct Names {
    std::unordered_map<std::string, SchoolNumber> schools;
    std::unordered_map<std::string, PersonNumber> people;

    std::optional<SchoolNumber> school(const std::string& urn) const {
        const auto found = schools.find(urn);
        return found == schools.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<PersonNumber> person(const std::string& id) const {
        const auto found = people.find(id);
        return found == people.end() ? std::nullopt : std::optional(found->second);
    }
};

/// A place in the problem: "/schools/3".
inline std::string pointer(const char* list, std::size_t i) {
    return "/" + std::string(list) + "/" + std::to_string(i);
}

}  // namespace commonweal::scheduling
