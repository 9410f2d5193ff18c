#pragma once
// Who may see a field, and what becomes of it in exports: stands beside the field, and the compiler
// checks that no field was forgotten. The API, topics, replay and exports all obey these labels.

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <string_view>

namespace commonweal {

enum class Visibility : std::uint8_t {
    network = 1,  ///< everybody in the network
    parties,      ///< leads and heads of the schools that take part, and the coordinator
    team,         ///< the review team, the host's lead and head, and the coordinator
    coordinator,  ///< the coordinator alone
    school,       ///< the school's own lead and head
    personal,     ///< the person it is about, and the administrator
};
BOOST_DESCRIBE_ENUM(Visibility, network, parties, team, coordinator, school, personal)

enum class InExports : std::uint8_t {
    kept = 1,   ///< as it is
    pseudonym,  ///< replaced by a name that differs for each grant
    left_out,   ///< never exported
};
BOOST_DESCRIBE_ENUM(InExports, kept, pseudonym, left_out)

struct Field {
    std::string_view name;
    Visibility visibility = Visibility::network;
    InExports in_exports = InExports::kept;
};

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

/// True where the table names exactly the described members, in their order.
template <class T>
constexpr bool fields_are_labelled() {
    constexpr auto count = boost::mp11::mp_size<Members<T>>::value;
    if (T::fields.size() != count) return false;
    std::size_t at = 0;
    bool same = true;
    boost::mp11::mp_for_each<Members<T>>(
        [&](auto member) { same = same && T::fields[at++].name == member.name; });
    return same;
}

}  // namespace commonweal
