#include "domain/catalogue.hpp"

namespace commonweal {

AnyFact::AnyFact() = default;
AnyFact::AnyFact(const AnyFact&) = default;
AnyFact::AnyFact(AnyFact&&) noexcept = default;
AnyFact& AnyFact::operator=(const AnyFact&) = default;
AnyFact& AnyFact::operator=(AnyFact&&) noexcept = default;
AnyFact::~AnyFact() = default;

static_assert(boost::mp11::mp_is_set<EventTypes>::value, "an event type is listed twice");

// Every event is whole: a name, a version, a meaning, and a label beside each field.
template <class... Events>
consteval bool all_are_events(boost::mp11::mp_list<Events...>) {
    return (Event<Events> && ...);
}
static_assert(all_are_events(EventTypes{}));

}  // namespace commonweal
