#pragma once
// Lawful plans, each broken in one way, and what the checker has to say of it.

#include <catch2/catch.hpp>

#include "tests/domain/scheduling/checker.hpp"
#include "tests/domain/scheduling/lawful_plan.hpp"

namespace commonweal::scheduling::testing {

struct Broken {
    std::string words;  ///< of the fault
    void (*breaks)(Problem& problem, Plan& plan);
};

inline std::string all(const std::vector<std::string>& faults) {
    std::string text;
    for (const auto& fault : faults) text += fault + "\n";
    return text;
}

inline void check_words(const std::vector<Broken>& table) {
    for (const auto& [words, breaks] : table) {
        auto [problem, plan] = lawful();
        breaks(problem, plan);
        INFO("expected: " << words);
        CHECK_THAT(all(faults(problem, plan)), Catch::Contains(words));
    }
}

}  // namespace commonweal::scheduling::testing
