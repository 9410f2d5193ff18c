#pragma once
// A described struct as JSON, for one reader: what its labels hide is left out, what is sealed is
// opened for whoever may see it, and what was forgotten is {"erased": true}.

#include <boost/json.hpp>

#include "domain/access/access.hpp"
#include "server/codec/personal.hpp"
#include "server/codec/traits.hpp"

namespace commonweal::codec {

/// For whom JSON is written.
struct For {
    access::Sees sees = access::Sees::nothing();
    const Seals* seals = nullptr;  ///< none: sealed values are left out
};

template <class T>
boost::json::value to_json(const T& value, const For& reader);

namespace inside {

template <class Kind>
boost::json::value open(const Personal<Kind>& value, const For& reader) {
    if (const auto* plain = PersonalAccess::plain(value)) return boost::json::string(*plain);
    const auto text = reader.seals->open(*PersonalAccess::sealed(value));
    if (!text) return boost::json::object{{"erased", true}};
    return boost::json::string(*text);
}

/// True where a member is not written at all: none, empty, or not for this reader's eyes.
template <class Member>
bool left_out(const Member& member, const For& reader) {
    if constexpr (is_optional<Member>) return !member.has_value();
    if constexpr (is_personal<Member>)
        return member.empty() ||
               (PersonalAccess::sealed(member) != nullptr && reader.seals == nullptr);
    return false;
}

template <class T>
void write_members(boost::json::object& object, const T& value, const For& reader) {
    each_member(value, [&](const char* name, const auto& member, std::uint16_t index) {
        if constexpr (requires { T::fields; })
            if (!reader.sees(T::fields[index].visibility)) return;
        (void)index;
        if (left_out(member, reader)) return;
        object.emplace(name, to_json(member, reader));
    });
}

}  // namespace inside

template <class T>
boost::json::value to_json(const T& value, const For& reader) {
    if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, double>) {
        return value;
    } else if constexpr (std::is_unsigned_v<T>) {
        return static_cast<std::uint64_t>(value);
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<std::int64_t>(value);
    } else if constexpr (DescribedEnum<T>) {
        return boost::json::string(boost::describe::enum_to_string(value, "unknown"));
    } else if constexpr (std::is_same_v<T, std::string>) {
        return boost::json::string(value);
    } else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, Instant> ||
                         std::is_same_v<T, SchoolId> || is_id<T>) {
        return boost::json::string(to_text(value));
    } else if constexpr (is_optional<T>) {
        return to_json(*value, reader);
    } else if constexpr (is_vector<T>) {
        boost::json::array array;
        array.reserve(value.size());
        for (const auto& element : value) array.push_back(to_json(element, reader));
        return array;
    } else if constexpr (is_personal<T>) {
        return inside::open(value, reader);
    } else {
        static_assert(DescribedStruct<T>, "this type has no JSON form");
        boost::json::object object;
        inside::write_members(object, value, reader);
        return object;
    }
}

}  // namespace commonweal::codec
