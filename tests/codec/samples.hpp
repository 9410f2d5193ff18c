#pragma once
// A sample of any event, made from its described members alone: each value follows from its field's
// name, so that two fields of one type never hold the same. Full: everything is there; bare:
// nothing that may be missing is.

#include <string>
#include <string_view>

#include "domain/catalogue.hpp"
#include "server/codec/personal.hpp"
#include "server/codec/traits.hpp"

namespace commonweal::codec::testing {

enum class Sample { full, bare };

/// FNV-1a, so that the samples are the same on every machine.
inline std::uint32_t number_of(std::string_view name) {
    std::uint32_t number = 2166136261U;
    for (const char c : name) number = (number ^ static_cast<unsigned char>(c)) * 16777619U;
    return number;
}

inline IdBytes bytes_of(std::string_view name) {
    IdBytes bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(number_of(std::string(name) + static_cast<char>(i)));
    return bytes;
}

template <class Kind>
Personal<Kind> sealed_sample(const Personal<Kind>&, const std::string& name) {
    return PersonalAccess::from_sealed<Kind>(
        Sealed{bytes_of(name), "sealed " + name, static_cast<std::uint32_t>(name.size()), {}});
}

template <class T>
void fill_in(T& value, const std::string& name, Sample how) {
    const auto number = number_of(name);
    if constexpr (std::is_same_v<T, bool>) {
        value = how == Sample::full;
    } else if constexpr (DescribedEnum<T>) {
        using All = boost::describe::describe_enumerators<T>;
        value = how == Sample::full ? boost::mp11::mp_back<All>::value
                                    : boost::mp11::mp_front<All>::value;
    } else if constexpr (std::is_signed_v<T> && std::is_integral_v<T>) {
        value = static_cast<T>(-static_cast<std::int64_t>(number % 700'000));
    } else if constexpr (std::is_integral_v<T>) {
        value = static_cast<T>(number % 101);
    } else if constexpr (std::is_same_v<T, Day>) {
        value = Day{std::chrono::days{18'000 + number % 3'000}};
    } else if constexpr (std::is_same_v<T, Instant>) {
        value = Instant{std::chrono::seconds{1'500'000'000 + number % 200'000'000}};
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (how == Sample::full) value = "ä " + name;
    } else if constexpr (std::is_same_v<T, SchoolId>) {
        value.urn = 100'000 + number % 800'000;
    } else if constexpr (is_id<T>) {
        value.bytes = bytes_of(name);
    } else if constexpr (is_optional<T>) {
        if (how == Sample::full) fill_in(value.emplace(), name, how);
    } else if constexpr (is_vector<T>) {
        if (how == Sample::bare) return;
        value.resize(2);
        fill_in(value[0], name + "/0", how);
        fill_in(value[1], name + "/1", how);
    } else if constexpr (is_personal<T>) {
        if (how == Sample::bare) return;
        value = sealed_sample(value, name);
    } else {
        each_member(value, [&](const char* member_name, auto& member, auto) {
            fill_in(member, name + "/" + member_name, how);
        });
    }
}

template <class T>
T sample_of(Sample how, const std::string& name = {}) {
    T value{};
    fill_in(value, name, how);
    return value;
}

/// Calls `use(fact)` with a sample of every event type of the catalogue.
template <class Use>
void each_event(Sample how, Use&& use) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>(
        [&]<class Fact>(boost::mp11::mp_identity<Fact>) {
            use(sample_of<Fact>(how, std::string(Fact::kind)));
        });
}

/// Seals by turning the words round; a key that begins with 0xFF was forgotten.
class TurningSeals final : public Seals {
  public:
    Sealed seal(KeyScope, const PersonId& subject, std::string_view plain,
                const SealedAt& at) const override {
        return {subject.bytes, std::string(plain.rbegin(), plain.rend()),
                static_cast<std::uint32_t>(plain.size()), at};
    }
    std::optional<std::string> open(const Sealed& sealed) const override {
        if (sealed.key[0] == 0xFF) return std::nullopt;
        return std::string(sealed.bytes.rbegin(), sealed.bytes.rend());
    }
};

}  // namespace commonweal::codec::testing
