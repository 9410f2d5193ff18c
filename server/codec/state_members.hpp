#pragma once
// What the states of views are made of: what writing, reading and comparing them goes by.

#include <array>
#include <tuple>
#include <variant>

#include "domain/catalogue.hpp"
#include "domain/core/derived.hpp"
#include "server/codec/traits.hpp"

namespace commonweal::codec {

/// All members of a described class: those of its bases first, private ones, too.
template <class T>
using StateMembers = boost::describe::describe_members<T, boost::describe::mod_any_access |
                                                              boost::describe::mod_inherited>;

/// The size of a class that has the described members and no others.
template <class T>
constexpr std::size_t described_size() {
    std::size_t size = 0;
    const auto up_to = [&](std::size_t alignment) {
        size = (size + alignment - 1) / alignment * alignment;
    };
    boost::mp11::mp_for_each<StateMembers<T>>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
        up_to(alignof(Member));
        size += sizeof(Member);
    });
    up_to(alignof(T));
    return size;
}

template <class T>
concept MapLike = requires {
    typename T::key_type;
    typename T::mapped_type;
};
template <class T>
concept SetLike = requires { typename T::key_type; } && !MapLike<T>;
template <class T>
concept Hashed = requires { typename T::hasher; };
template <class T>
concept TupleLike = requires { std::tuple_size<T>::value; };
template <class T>
inline constexpr bool is_variant = false;
template <class... Ts>
inline constexpr bool is_variant<std::variant<Ts...>> = true;

template <class T>
inline constexpr bool is_array = false;
template <class T, std::size_t size>
inline constexpr bool is_array<std::array<T, size>> = true;

template <class T>
inline constexpr bool is_derived = false;
template <class T>
inline constexpr bool is_derived<Derived<T>> = true;

/// Whether a value is its bytes: neither padding nor anything that leads elsewhere.
template <class T>
constexpr bool is_its_bytes() {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, Day> ||
                  std::is_same_v<T, Instant> || std::is_same_v<T, IdBytes> ||
                  std::is_same_v<T, SchoolId> || is_id<T>) {
        return true;
    } else if constexpr (is_array<T>) {
        return is_its_bytes<typename T::value_type>();
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
        bool all = std::has_unique_object_representations_v<T>;
        boost::mp11::mp_for_each<StateMembers<T>>([&](auto member) {
            using Member = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
            all = all && is_its_bytes<Member>();
        });
        return all;
    } else {
        return false;
    }
}
/// A list that is written and read in one go.
template <class T>
concept CopiedWhole = is_vector<T> && is_its_bytes<typename T::value_type>();

/// An event's kind as it is named in the catalogue, of static storage.
std::string_view stored_kind(std::string_view name);

}  // namespace commonweal::codec
