#pragma once
// For whom what a school gave and received counts: itself, or the one that followed it.

#include <unordered_map>

#include "domain/school/school.hpp"

namespace commonweal::view {

class Heirs {
  public:
    /// What counted for `from` counts for `to`; not where that would go round in a circle.
    void inherit(SchoolId from, SchoolId to) {
        if (of(to) != from) heirs_[from] = to;
    }
    SchoolId of(SchoolId school) const {
        for (auto next = heirs_.find(school); next != heirs_.end(); next = heirs_.find(school))
            school = next->second;
        return school;
    }

  private:
    std::unordered_map<SchoolId, SchoolId> heirs_;

    BOOST_DESCRIBE_CLASS(Heirs, (), (), (), (heirs_))
};

}  // namespace commonweal::view
