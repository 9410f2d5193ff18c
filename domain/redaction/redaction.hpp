#pragma once
// Words in an event that are forgotten while the event stays. Stream: redaction/POSITION of the
// event, so that what was redacted there is known, and nobody does it twice.

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "domain/core/event.hpp"
#include "domain/core/forgetting.hpp"
#include "domain/core/personal.hpp"
#include "domain/core/refusal.hpp"

namespace commonweal {

/// What was redacted of one event.
struct Redaction {
    std::vector<std::string> words;  ///< the names of the event's fields
};

namespace redaction {

struct Redacted {
    static constexpr std::string_view kind = "text-redacted";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "Words that an event held were erased; the event itself stays.";
    Position event = 0;
    std::vector<std::string> words;  ///< the names of the event's fields
    ForgetReason why = ForgetReason::mistake;
    Personal<FreeText> note;  ///< who asked, and what was wrong with them
    static constexpr std::array fields{Field{"event"}, Field{"words"},
                                       Field{"why", Visibility::parties},
                                       Field{"note", Visibility::coordinator, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Redacted, (), (event, words, why, note))

struct Redact {
    Position event = 0;
    std::vector<std::string> words;  ///< none: all that the event holds
    ForgetReason why = ForgetReason::mistake;
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(Redact, (), (event, words, why, note))

using Fact = std::variant<Redacted>;

/// Of the words that an event holds (the names of its fields), those that were not redacted yet.
std::vector<std::string> left(const Redaction& redaction, std::span<const std::string> held);

/// `held`: the names of the event's fields that hold words.
Decision<Fact> decide(const Redaction& redaction, std::span<const std::string> held,
                      const Redact& command);
void evolve(Redaction& redaction, const Fact& fact);

}  // namespace redaction
}  // namespace commonweal
