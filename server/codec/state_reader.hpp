#pragma once
// Reads what a StateWriter wrote.

#include <cstring>

#include "server/codec/binary.hpp"
#include "server/codec/state_members.hpp"

namespace commonweal::codec {

/// Of bytes whose checksum was right. Throws BadBytes where they are of something else.
class StateReader {
  public:
    explicit StateReader(std::string_view from) : left_(from) {}

    template <class T>
    void get(T& value) {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            get_bytes(&value, sizeof value);
        } else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, Instant>) {
            value = T{typename T::duration{next<typename T::duration::rep>()}};
        } else if constexpr (std::is_same_v<T, std::string>) {
            value.resize(count());
            get_bytes(value.data(), value.size());
        } else if constexpr (std::is_same_v<T, std::string_view>) {
            value = stored_kind(next<std::string>());
        } else if constexpr (std::is_same_v<T, SchoolId>) {
            get(value.urn);
        } else if constexpr (is_id<T>) {
            get(value.bytes);
        } else if constexpr (std::is_same_v<T, IdBytes>) {
            get_bytes(value.data(), value.size());
        } else if constexpr (is_optional<T>) {
            value.reset();
            if (next<bool>()) get(value.emplace());
        } else if constexpr (is_personal<T>) {
            get_sealed(value);
        } else {
            get_made_of_others(value);
        }
    }
    template <class T>
    T next() {
        T value{};
        get(value);
        return value;
    }
    void end() const {
        if (!left_.empty()) throw BadBytes("there are bytes after the end");
    }

  private:
    void get_bytes(void* to, std::size_t count) {
        if (count > left_.size()) throw BadBytes("it ends too early");
        if (count > 0) std::memcpy(to, left_.data(), count);
        left_.remove_prefix(count);
    }
    /// Of things of a byte at least.
    std::size_t count() {
        const auto stored = next<std::uint32_t>();
        if (stored > left_.size()) throw BadBytes("a length goes beyond the end");
        return stored;
    }
    template <class T>
    void get_made_of_others(T& value) {
        if constexpr (CopiedWhole<T>) {
            value.resize(count());
            get_bytes(value.data(), value.size() * sizeof(value[0]));
        } else if constexpr (is_vector<T>) {
            value.resize(count());
            for (auto& element : value) get(element);
        } else if constexpr (MapLike<T>) {
            get_map(value);
        } else if constexpr (SetLike<T>) {
            value.clear();
            for (auto left = count(); left > 0; --left)
                value.insert(value.end(), next<typename T::key_type>());
        } else if constexpr (is_variant<T>) {
            get_variant(value);
        } else if constexpr (TupleLike<T>) {
            std::apply([this](auto&... parts) { (this->get(parts), ...); }, value);
        } else if constexpr (std::is_member_pointer_v<T>) {
            get_member(value);
        } else {
            static_assert(described_size<T>() == sizeof(T), "a member is not described");
            boost::mp11::mp_for_each<StateMembers<T>>([&](auto member) {
                using Member = std::remove_cvref_t<decltype(value.*member.pointer)>;
                if constexpr (!is_derived<Member>) this->get(value.*member.pointer);
            });
            if constexpr (requires { value.complete(); }) value.complete();
        }
    }
    template <class T>
    void get_map(T& table) {
        table.clear();
        auto left = count();
        if constexpr (Hashed<T>) table.reserve(left);
        for (; left > 0; --left) {
            auto key = next<typename T::key_type>();
            get(table.emplace_hint(table.end(), std::move(key), typename T::mapped_type{})->second);
        }
    }
    template <class T>
    void get_variant(T& value) {
        const auto index = next<std::uint8_t>();
        if (index >= std::variant_size_v<T>) throw BadBytes("an alternative is not known");
        boost::mp11::mp_with_index<std::variant_size_v<T>>(
            index, [&](auto known) { this->get(value.template emplace<known>()); });
    }
    template <class Class, class Type>
    void get_member(Type Class::*& pointer) {
        const auto index = next<std::uint8_t>();
        std::uint8_t at = 0;
        boost::mp11::mp_for_each<StateMembers<Class>>([&](auto member) {
            if (at++ == index) pointer = member.pointer;
        });
    }
    template <class Kind>
    void get_sealed(Personal<Kind>& value) {
        value = {};
        if (!next<bool>()) return;
        Sealed sealed;
        get(sealed.key);
        get(sealed.bytes);
        get(sealed.length);
        get(sealed.at.commit);
        get(sealed.at.event);
        get(sealed.at.field);
        value = PersonalAccess::from_sealed<Kind>(std::move(sealed));
    }

    std::string_view left_;
};

}  // namespace commonweal::codec
