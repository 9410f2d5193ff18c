#pragma once
// A visit of Ashton Park to Cooper, fact by fact and stage by stage.

#include "tests/domain/given.hpp"

namespace commonweal::testing {

inline visit::Requested visit_requested() {
    return {the_visit, ashton_park, cooper, severn, {avon, cherwell}, "equity", words("May we?")};
}
inline visit::Agreed visit_agreed() {
    return {the_visit, words("Do come")};
}
inline visit::Dated visit_dated(std::string_view on = "2026-03-09") {
    return {the_visit, day(on)};
}
inline visit::Held visit_held(std::string_view on = "2026-03-02") {
    return {the_visit, day(on)};
}

/// The visit at a stage, in the fewest steps.
inline Given<Visit> visit_at(visit::Stage stage) {
    using enum visit::Stage;
    switch (stage) {
        case none:
            return given<Visit>();
        case requested:
            return given<Visit>(visit_requested());
        case agreed:
            return given<Visit>(visit_requested(), visit_agreed());
        case dated:
            return given<Visit>(visit_requested(), visit_agreed(), visit_dated());
        case held:
            return given<Visit>(visit_requested(), visit_agreed(), visit_dated(), visit_held());
        case declined:
            return given<Visit>(visit_requested(), visit::Declined{the_visit, {}});
        case cancelled:
            return given<Visit>(visit_requested(), visit::Cancelled{the_visit, {}});
    }
    throw std::logic_error("no such stage");
}

}  // namespace commonweal::testing
