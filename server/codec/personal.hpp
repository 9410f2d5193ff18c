#pragma once
// The one way into a Personal value. Only the codec and app include this.

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/core/personal.hpp"

namespace commonweal {

struct PersonalAccess {
    /// The plain words, or nullptr where the value is sealed or empty.
    template <class Kind>
    static const std::string* plain(const Personal<Kind>& value) {
        return std::get_if<std::string>(&value.value_);
    }
    /// The sealed value, or nullptr where it is plain or empty.
    template <class Kind>
    static const Sealed* sealed(const Personal<Kind>& value) {
        return std::get_if<Sealed>(&value.value_);
    }
    template <class Kind>
    static Personal<Kind> from_sealed(Sealed sealed) {
        Personal<Kind> made;
        made.value_ = std::move(sealed);
        return made;
    }
};

namespace codec {

/// Seals and opens with the keys of the vault; app gives the one that is used.
/// Threads: from any thread.
class Seals {
  public:
    virtual ~Seals() = default;
    /// Under a new key of its own, or under the subject's.
    virtual Sealed seal(KeyScope scope, const PersonId& subject, std::string_view plain,
                        const SealedAt& at) const = 0;
    /// None: the key was forgotten ("erased").
    virtual std::optional<std::string> open(const Sealed& sealed) const = 0;
};

/// The words; none: there are none, or they were forgotten.
template <class Kind>
std::optional<std::string> opened(const Personal<Kind>& value, const Seals& seals) {
    if (const auto* plain = PersonalAccess::plain(value)) return *plain;
    const auto* sealed = PersonalAccess::sealed(value);
    return sealed == nullptr ? std::nullopt : seals.open(*sealed);
}

/// The bytes that bind a sealed value to its place.
std::string bound_to(const SealedAt& at);

}  // namespace codec
}  // namespace commonweal
