#pragma once
// What stands around a command in a test: two schools of one network and one cluster, and people
// who work there. A test alters what it is about.

#include <map>

#include "domain/calendar/school_days.hpp"
#include "domain/catalogue.hpp"
#include "tests/domain/words.hpp"

namespace commonweal::testing {

inline constexpr SchoolId ashton_park{145398};
inline constexpr SchoolId cooper{141069};
/// Ashton Park before it became an academy, and after it, in a story of what follows.
inline constexpr SchoolId old_ashton_park{109278};
inline const NetworkId severn = numbered<NetworkId>(1);
inline const ClusterId avon = numbered<ClusterId>(1);
inline const ClusterId cherwell = numbered<ClusterId>(2);
inline const VisitId the_visit = numbered<VisitId>(1);
inline const ReviewId the_review = numbered<ReviewId>(1);
/// Lead at Cooper, head at Cooper, and lead at Ashton Park.
inline const PersonId ann = numbered<PersonId>(1);
inline const PersonId ben = numbered<PersonId>(2);
inline const PersonId cat = numbered<PersonId>(3);
/// The Monday on which everything is asked.
inline const Day today = day("2026-03-02");

/// What is known of the days of these schools, from the calendar of one authority.
std::shared_ptr<const KnownDays> days_of(const TermDates& authority,
                                         std::vector<SchoolId> schools = {ashton_park, cooper});
/// Nothing but bank holidays.
std::shared_ptr<const KnownDays> bank_holidays(std::vector<calendar::Holiday> holidays);

struct World {
    std::map<SchoolId, School> schools;
    std::map<NetworkId, Network> networks;
    std::map<ClusterId, Cluster> clusters;
    std::map<PersonId, Person> people;
    Address address;
    Pairing pair;
    Visit original;  ///< the visit for which one is asked in return
    bool place_known = true;
    Asked asked;
};

World ordinary_world();

/// What is kept under an id; an empty state where nothing is, as the server loads it.
template <class Id, class State>
const State& in(const std::map<Id, State>& states, const Id& id) {
    static const State nothing;
    const auto found = states.find(id);
    return found == states.end() ? nothing : found->second;
}

Person working_at(PersonId person, person::RoleKind role, SchoolId school);

}  // namespace commonweal::testing
