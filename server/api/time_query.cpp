#include "server/api/time_query.hpp"

#include "server/app/clock.hpp"

namespace commonweal::api {
namespace {

Instant beginning_of(Day day) {
    const Instant midnight{day};
    const auto in_summer = midnight - std::chrono::hours{1};
    return app::london_day(in_summer) == day ? in_summer : midnight;
}

}  // namespace

std::optional<Instant> parse_time(std::string_view text, bool as_end) {
    if (const auto day = parse_day(text))
        return beginning_of(as_end ? *day + std::chrono::days{1} : *day);
    return parse_instant(text);
}

}  // namespace commonweal::api
