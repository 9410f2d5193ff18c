#pragma once
// A partnership of Ashton Park with Cooper, fact by fact and stage by stage.

#include "tests/domain/given.hpp"

namespace commonweal::testing {

inline const PartnershipId the_partnership = numbered<PartnershipId>(1);

inline partnership::Proposed partnership_proposed() {
    return {the_partnership, ashton_park,       cooper, severn, {avon, cherwell},
            "equity",        words("Shall we?")};
}
inline partnership::Accepted partnership_accepted() {
    return {the_partnership, words("Gladly")};
}

/// The partnership at a stage, in the fewest steps.
inline Given<Partnership> partnership_at(partnership::Stage stage) {
    using enum partnership::Stage;
    const auto proposal = partnership_proposed();
    const auto yes = partnership_accepted();
    switch (stage) {
        case none:
            return given<Partnership>();
        case proposed:
            return given<Partnership>(proposal);
        case active:
            return given<Partnership>(proposal, yes);
        case paused:
            return given<Partnership>(proposal, yes, partnership::Paused{the_partnership, {}});
        case declined:
            return given<Partnership>(proposal, partnership::Declined{the_partnership, {}});
        case withdrawn:
            return given<Partnership>(proposal, partnership::Withdrawn{the_partnership, {}});
        case ended:
            return given<Partnership>(proposal, yes, partnership::Ended{the_partnership, {}});
    }
    throw std::logic_error("no such stage");
}

}  // namespace commonweal::testing
