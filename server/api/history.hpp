#pragma once
// One event of what happened to a visit, a review, a partnership or a meeting.

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::api {

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

    static constexpr std::array fields{
        Field{"position"},
        Field{"recorded"},
        Field{"kind"},
        Field{"how"},
        Field{"happened"},
        Field{"by", Visibility::parties, InExports::left_out},
        Field{"on_behalf_of", Visibility::parties, InExports::left_out},
        Field{"corrects"}};
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (),
                      (position, recorded, kind, how, happened, by, on_behalf_of, corrects))

}  // namespace commonweal::api
