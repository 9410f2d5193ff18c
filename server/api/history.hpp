#pragma once
// One event of what happened to a visit, a review, a partnership or a meeting, and what was
// redacted of it since.

#include "domain/core/event.hpp"
#include "domain/core/forgetting.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::api {

/// Of an event that is not shown, only when and why.
struct RedactionEntry {
    Position position = 0;  ///< of the redaction
    Instant recorded{};
    Personal<PersonName> by;  ///< empty: the server by itself, or its operator
    Personal<PersonName> on_behalf_of;
    std::vector<std::string> words;  ///< the names of the event's fields
    std::optional<ForgetReason> why;
    Personal<FreeText> note;

    static constexpr std::array fields{
        Field{"position"},
        Field{"recorded"},
        Field{"by", Visibility::parties, InExports::left_out},
        Field{"on_behalf_of", Visibility::parties, InExports::left_out},
        Field{"words"},
        Field{"why", Visibility::parties},
        Field{"note", Visibility::coordinator, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(RedactionEntry, (), (position, recorded, by, on_behalf_of, words, why, note))

/// Beside it stands the event itself, as far as the reader may see it.
struct HistoryEntry {
    Position position = 0;
    Instant recorded{};
    std::string kind;
    How how = How::live;
    std::optional<Day> happened;         ///< where that is another day
    Personal<PersonName> by;             ///< empty: the server by itself, or its operator
    Personal<PersonName> on_behalf_of;   ///< as whose deputy
    std::optional<Position> corrects{};  ///< the entry that this one corrects
    std::optional<std::vector<RedactionEntry>> redactions{};  ///< oldest first
    /// The fields whose words the reader may have erased now.
    std::optional<std::vector<std::string>> may_redact{};

    static constexpr std::array fields{
        Field{"position"},
        Field{"recorded"},
        Field{"kind"},
        Field{"how"},
        Field{"happened"},
        Field{"by", Visibility::parties, InExports::left_out},
        Field{"on_behalf_of", Visibility::parties, InExports::left_out},
        Field{"corrects"},
        Field{"redactions"},
        Field{"may_redact"}};
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (),
                      (position, recorded, kind, how, happened, by, on_behalf_of, corrects,
                       redactions, may_redact))
static_assert(fields_are_labelled<HistoryEntry>());

}  // namespace commonweal::api
