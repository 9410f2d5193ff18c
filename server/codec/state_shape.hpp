#pragma once
// The shape of a state, as a text that changes when the state's members do.

#include <string>

#include "server/codec/state_members.hpp"

namespace commonweal::codec {

template <class T>
void add_shapes_of(std::string& shape);

/// What a state is made of, by the names and the order of its members and the sizes of what they
/// hold: bytes of another shape are not read.
template <class T>
void add_shape(std::string& shape) {
    if constexpr (is_derived<T>) {
        shape += "derived";
    } else if constexpr (is_optional<T> || is_vector<T>) {
        shape += '*';
        add_shape<typename T::value_type>(shape);
    } else if constexpr (MapLike<T>) {
        shape += "map ";
        add_shape<typename T::key_type>(shape);
        add_shape<typename T::mapped_type>(shape);
    } else if constexpr (SetLike<T>) {
        shape += "set ";
        add_shape<typename T::key_type>(shape);
    } else if constexpr (is_variant<T> || (TupleLike<T> && !std::is_same_v<T, IdBytes>)) {
        add_shapes_of<T>(shape);
    } else if constexpr (std::is_class_v<T> && boost::describe::has_describe_members<T>::value) {
        boost::mp11::mp_for_each<StateMembers<T>>([&](auto member) {
            shape += member.name;
            shape += ' ';
            add_shape<std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>>(shape);
        });
    } else {
        shape += std::to_string(sizeof(T));
    }
    shape += ';';
}
template <class T>
void add_shapes_of(std::string& shape) {
    if constexpr (
        requires { std::tuple_size<T>::value && sizeof(std::tuple_element_t<0, T>); } &&
        requires(T value) { value.size(); }) {
        shape += std::to_string(std::tuple_size_v<T>) + " of ";
        add_shape<typename T::value_type>(shape);
    } else {
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, T>>(
            [&](auto part) { add_shape<typename decltype(part)::type>(shape); });
    }
}

}  // namespace commonweal::codec
