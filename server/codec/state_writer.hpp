#pragma once
// What views hold, as bytes as they are in memory: for snapshots, which this version of the program
// reads again and no other. Canonical: the same state gives the same bytes, whatever the order in a
// hash table. Sealed values stay sealed, and keep their place. Not through cereal's archives: a
// stream for each number takes as long as all the rest (docs/decisions/0022-time-travel.md).

#include <algorithm>

#include "server/codec/personal.hpp"
#include "server/codec/state_members.hpp"

namespace commonweal::codec {

class StateWriter {
  public:
    explicit StateWriter(std::string& to) : to_(&to) {}

    template <class T>
    void put(const T& value) {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            put_bytes(&value, sizeof value);
        } else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, Instant>) {
            put(value.time_since_epoch().count());
        } else if constexpr (std::is_same_v<T, std::string> ||
                             std::is_same_v<T, std::string_view>) {
            put_count(value.size());
            put_bytes(value.data(), value.size());
        } else if constexpr (std::is_same_v<T, SchoolId>) {
            put(value.urn);
        } else if constexpr (is_id<T>) {
            put(value.bytes);
        } else if constexpr (std::is_same_v<T, IdBytes>) {
            put_bytes(value.data(), value.size());
        } else if constexpr (is_optional<T>) {
            put(value.has_value());
            if (value) put(*value);
        } else if constexpr (is_personal<T>) {
            put_sealed(value);
        } else {
            put_made_of_others(value);
        }
    }

  private:
    void put_bytes(const void* bytes, std::size_t count) {
        to_->append(static_cast<const char*>(bytes), count);
    }
    void put_count(std::size_t count) { put(static_cast<std::uint32_t>(count)); }

    template <class T>
    void put_made_of_others(const T& value) {
        if constexpr (CopiedWhole<T>) {
            put_count(value.size());
            put_bytes(value.data(), value.size() * sizeof(value[0]));
        } else if constexpr (is_vector<T> || (SetLike<T> && !Hashed<T>) ||
                             (MapLike<T> && !Hashed<T>)) {
            put_count(value.size());
            for (const auto& element : value) put(element);
        } else if constexpr (Hashed<T>) {
            put_sorted(value);
        } else if constexpr (is_variant<T>) {
            put(static_cast<std::uint8_t>(value.index()));
            std::visit([this](const auto& held) { this->put(held); }, value);
        } else if constexpr (TupleLike<T>) {
            std::apply([this](const auto&... parts) { (this->put(parts), ...); }, value);
        } else if constexpr (std::is_member_pointer_v<T>) {
            put_member(value);
        } else {
            static_assert(described_size<T>() == sizeof(T), "a member is not described");
            boost::mp11::mp_for_each<StateMembers<T>>([&](auto member) {
                using Member = std::remove_cvref_t<decltype(value.*member.pointer)>;
                if constexpr (!is_derived<Member>) this->put(value.*member.pointer);
            });
        }
    }
    template <class T>
    void put_sorted(const T& table) {
        std::vector<const typename T::value_type*> rows;
        rows.reserve(table.size());
        for (const auto& row : table) rows.push_back(&row);
        std::ranges::sort(rows, {}, [](const auto* row) { return row->first; });
        put_count(rows.size());
        for (const auto* row : rows) put(*row);
    }
    template <class Class, class Type>
    void put_member(Type Class::* pointer) {
        std::uint8_t index = 0;
        boost::mp11::mp_for_each<StateMembers<Class>>([&](auto member) {
            if (member.pointer == pointer) put(index);
            ++index;
        });
    }
    template <class Kind>
    void put_sealed(const Personal<Kind>& value) {
        const auto* sealed = PersonalAccess::sealed(value);
        if (sealed == nullptr && !value.empty())
            throw std::logic_error("a personal value was to be stored before it was sealed");
        put(sealed != nullptr);
        if (sealed == nullptr) return;
        put(sealed->key);
        put(sealed->bytes);
        put(sealed->length);
        put(sealed->at.commit);
        put(sealed->at.event);
        put(sealed->at.field);
    }

    std::string* to_;
};

}  // namespace commonweal::codec
