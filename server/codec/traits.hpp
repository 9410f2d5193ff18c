#pragma once
// What kinds of fields a described struct may have. Everything that the codec derives (bytes, JSON,
// schema, TypeScript) tells them apart by these.

#include <boost/describe.hpp>
#include <optional>
#include <type_traits>
#include <vector>

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::codec {

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

template <class T>
inline constexpr bool is_personal = false;
template <class Kind>
inline constexpr bool is_personal<Personal<Kind>> = true;

/// Calls `visit(name, member, index)` for each described member of a struct, in order.
template <class T, class Visit>
void each_member(T& value, Visit&& visit) {
    std::uint16_t index = 0;
    boost::mp11::mp_for_each<Members<std::remove_const_t<T>>>(
        [&](auto member) { visit(member.name, value.*member.pointer, index++); });
}

}  // namespace commonweal::codec
