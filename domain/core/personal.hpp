#pragma once
// A value about a person, or words that somebody typed. Plain in a command; sealed, under a key
// that can be deleted, in an event. The domain can ask only whether it is empty and how long it is:
// what opens it (PersonalAccess, in server/codec) stands outside.

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace commonweal {

/// Under whose key a personal value is sealed.
enum class KeyScope : std::uint8_t {
    own,      ///< a key of its own: one free text can be redacted by itself
    subject,  ///< the key of the person it is about: forgetting the person forgets it
};

/// Words that somebody typed: a note, a focus, a reflection.
struct FreeText {
    static constexpr KeyScope scope = KeyScope::own;
    static constexpr std::size_t length_max = 4000;
};
/// What a person is called.
struct PersonName {
    static constexpr KeyScope scope = KeyScope::subject;
    static constexpr std::size_t length_max = 200;
};
/// Where a person's mail goes.
struct EmailAddress {
    static constexpr KeyScope scope = KeyScope::subject;
    static constexpr std::size_t length_max = 254;
};

/// To which place in the log a sealed value belongs: it cannot be opened anywhere else. Known when
/// a value is sealed or read, and not stored with it.
struct SealedAt {
    std::array<std::uint8_t, 16> commit{};
    std::uint16_t event = 0;  ///< within the commit
    std::uint16_t field = 0;  ///< within the event's shape, as it was stored
    bool operator==(const SealedAt&) const = default;
};

/// A value that only the holder of the key can read.
struct Sealed {
    std::array<std::uint8_t, 16> key{};
    std::string bytes;         ///< nonce and ciphertext
    std::uint32_t length = 0;  ///< of the plain text, in bytes
    SealedAt at;
    bool operator==(const Sealed&) const = default;
};

template <class Kind>
class Personal {
  public:
    Personal() = default;
    static Personal plain(std::string text) {
        Personal made;
        if (!text.empty()) made.value_ = std::move(text);
        return made;
    }
    bool empty() const { return std::holds_alternative<std::monostate>(value_); }
    /// In bytes of UTF-8.
    std::size_t length() const {
        if (const auto* text = std::get_if<std::string>(&value_)) return text->size();
        if (const auto* sealed = std::get_if<Sealed>(&value_)) return sealed->length;
        return 0;
    }
    bool too_long() const { return length() > Kind::length_max; }

  private:
    std::variant<std::monostate, std::string, Sealed> value_;
    friend struct PersonalAccess;
};

}  // namespace commonweal
