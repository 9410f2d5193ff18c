#include "domain/catalogue.hpp"

namespace commonweal {

// Every event is whole: a name, a version, a meaning, and a label beside each field.
template <class... Events>
consteval bool all_are_events(boost::mp11::mp_list<Events...>) {
    return (Event<Events> && ...);
}
static_assert(all_are_events(EventTypes{}));

}  // namespace commonweal
