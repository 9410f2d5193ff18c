#pragma once
// Reads what a StateWriter wrote.

#include <cereal/archives/binary.hpp>

#include "server/codec/binary.hpp"
#include "server/codec/state_members.hpp"

namespace commonweal::codec {

/// Of bytes whose checksum was right. Throws BadBytes or
/// cereal::Exception where it was something else.
class StateReader {
  public:
    explicit StateReader(std::string_view from)
        : source_(from), stream_(&source_), archive_(stream_) {}

    template <class T>
    void get(T& value) {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            archive_.loadBinary(&value, sizeof value);
        } else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, Instant>) {
            value = T{typename T::duration{next<typename T::duration::rep>()}};
        } else if constexpr (std::is_same_v<T, std::string>) {
            value.resize(count());
            archive_.loadBinary(value.data(), static_cast<std::streamsize>(value.size()));
        } else if constexpr (std::is_same_v<T, std::string_view>) {
            value = stored_kind(next<std::string>());
        } else if constexpr (std::is_same_v<T, SchoolId>) {
            get(value.urn);
        } else if constexpr (is_id<T>) {
            get(value.bytes);
        } else if constexpr (std::is_same_v<T, IdBytes>) {
            archive_.loadBinary(value.data(), value.size());
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
        if (source_.left() != 0) throw BadBytes("there are bytes after the end");
    }

  private:
    /// Of things of a byte at least.
    std::size_t count() {
        const auto stored = next<std::uint32_t>();
        if (stored > source_.left()) throw BadBytes("a length goes beyond the end");
        return stored;
    }
    template <class T>
    void get_made_of_others(T& value) {
        if constexpr (is_vector<T>) {
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
            boost::mp11::mp_for_each<StateMembers<T>>(
                [&](auto member) { this->get(value.*member.pointer); });
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

    ViewSource source_;
    std::istream stream_;
    cereal::BinaryInputArchive archive_;
};

}  // namespace commonweal::codec
