// Schools: searched, listed, shown.

#include <charconv>

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

using Point = std::pair<std::int32_t, std::int32_t>;

std::optional<std::int32_t> parse_metres(std::string_view text) {
    std::int32_t metres = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), metres);
    if (ec != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return metres;
}

std::optional<Point> parse_point(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const auto easting = parse_metres(text.substr(0, comma));
    const auto northing = parse_metres(text.substr(comma + 1));
    if (!easting || !northing) return std::nullopt;
    return Point{*easting, *northing};
}

std::optional<double> parse_kilometres(std::string_view text) {
    double kilometres = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), kilometres);
    if (ec != std::errc{} || end != text.data() + text.size() || !(kilometres > 0) ||
        kilometres > 2000)
        return std::nullopt;
    return kilometres;
}

view::SchoolFilter filter_of(const Call& call) {
    view::SchoolFilter filter;
    filter.text = call.query("q").value_or("");
    filter.local_authority = call.query("la").value_or("");
    filter.phase = call.query("phase").value_or("");
    filter.network = call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id");
    filter.cluster = call.query_as<ClusterId>("cluster", parse_id<ClusterTag>, "must be an id");
    filter.near =
        call.query_as<Point>("near", parse_point, "must be an easting and a northing in metres");
    filter.within_km =
        call.query_as<double>("within_km", parse_kilometres, "must be a number of kilometres")
            .value_or(20);
    return filter;
}

boost::asio::awaitable<net::Response> list(Call call) {
    const auto filter = filter_of(call);
    const auto page = call.read(app::TheRegister{}, [&](const app::Reading& v) {
        return v.directory().search(filter, call.query("cursor").value_or(""), call.limit());
    });
    co_return answer_list(call, page.schools, page.next, for_network());
}

boost::asio::awaitable<net::Response> show(Call call) {
    const auto school = call.school();
    const auto found = call.read(school, [&](const app::Reading& v) { return v.snapshot(school); });
    if (!found) throw ProblemAnswer{problem_of({Rule::not_found, call.captured()})};
    co_return answer(call, std::get<view::SchoolPageView>(found->view), for_network());
}

constexpr std::array table{
    Route{"GET", "/api/v1/schools", list, Who::signed_in,
          "q la phase network cluster near within_km cursor limit at",
          "Schools, by name, place, phase, network or distance."},
    Route{"GET", "/api/v1/schools/{urn}", show, Who::signed_in, "at", "A school's page."},
};

}  // namespace

std::span<const Route> school_routes() {
    return table;
}

}  // namespace commonweal::api
