#pragma once
// What every event says besides its own fields: the two times and the two people.

#include <boost/describe.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/core/field.hpp"
#include "domain/core/id.hpp"
#include "domain/core/time.hpp"

namespace commonweal {

using Position = std::uint64_t;
using Version = std::uint64_t;

/// How an event came into the log.
enum class How : std::uint8_t { live = 1, imported = 2, corrected = 3, by_policy = 4 };
BOOST_DESCRIBE_ENUM(How, live, imported, corrected, by_policy)

/// When something happened, where that is not when it was recorded: a day in Europe/London, and the
/// instant where it is known.
struct Happened {
    Day day{};
    std::optional<Instant> instant;
    bool operator==(const Happened&) const = default;
};
BOOST_DESCRIBE_STRUCT(Happened, (), (day, instant))

/// When it happened, who entered it, for whom, and how. Recorded-at stands in the log's leaf.
struct Attribution {
    std::optional<Happened> happened;
    PersonId entered_by;
    std::optional<PersonId> on_behalf_of;
    How how = How::live;
    std::optional<Position> corrects;  ///< the event that this one corrects

    static constexpr std::array fields{
        Field{"happened"},
        Field{"entered_by", Visibility::parties, InExports::pseudonym},
        Field{"on_behalf_of", Visibility::parties, InExports::pseudonym},
        Field{"how"},
        Field{"corrects"},
    };
    bool operator==(const Attribution&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attribution, (), (happened, entered_by, on_behalf_of, how, corrects))
static_assert(fields_are_labelled<Attribution>());

/// An event is a described struct with a stored name, a shape's version, a sentence that says what
/// it means, and a label beside each field.
template <class T>
concept Event = requires {
    { T::kind } -> std::convertible_to<std::string_view>;
    { T::schema_version } -> std::convertible_to<std::uint16_t>;
    { T::meaning } -> std::convertible_to<std::string_view>;
    requires fields_are_labelled<T>();
};

}  // namespace commonweal
