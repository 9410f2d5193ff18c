#pragma once
// Contradictions of a problem, a bounded number of each kind.
//
// Owner: Instance.

#include <map>

#include "domain/scheduling/plan.hpp"

namespace commonweal::scheduling {

class Noted {
  public:
    /// What is wrong at one entry of a list. Of those that say the same but for the name, the first
    /// few are told and the rest counted.
    void entry(std::string at, const std::string& name, const std::string& what) {
        auto& count = counts_[what];
        if (++count <= told_of_a_kind) told_.push_back({std::move(at), name + " " + what});
    }
    void once(std::string at, std::string what) {
        told_.push_back({std::move(at), std::move(what)});
    }

    std::vector<Contradiction> all() const {
        auto all = told_;
        for (const auto& [what, count] : counts_)
            if (count > told_of_a_kind)
                all.push_back(
                    {"", std::to_string(count - told_of_a_kind) + " more of which holds: " + what});
        return all;
    }

  private:
    static constexpr std::size_t told_of_a_kind = 10;

    std::vector<Contradiction> told_;
    std::map<std::string, std::size_t> counts_;
};

}  // namespace commonweal::scheduling
