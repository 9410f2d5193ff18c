#pragma once
// Pages of visits, reviews and partnerships.

#include "server/api/answer.hpp"

namespace commonweal::api {

inline std::optional<bool> parse_bool(std::string_view text) {
    if (text == "true") return true;
    if (text == "false") return false;
    return std::nullopt;
}

template <class Summary, class Summarise>
std::pair<std::vector<Summary>, std::string> diary_page(const Call& call, view::Kind kind,
                                                        Summarise summarise) {
    view::DiaryFilter filter;
    filter.school = call.query_as<SchoolId>("school", parse_school, "must be a school's URN");
    filter.network = call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id");
    filter.open = call.query_as<bool>("open", parse_bool, "must be true or false");
    const auto before =
        call.query_as<Position>("cursor", parse_position, "must be the next of a page");
    const auto about = filter.school    ? app::About(*filter.school)
                       : filter.network ? app::About(std::set{*filter.network})
                                        : app::About(app::Everything{});
    return call.read(about, [&](const app::Reading& v) {
        const auto page = v.diary().list(kind, filter, before.value_or(0), call.limit());
        std::vector<Summary> items;
        const auto& engagements = v.diary().engagements();
        for (const auto& id : page.ids) {
            const auto& about = *engagements.find(id);
            items.push_back(summarise(id, about, engagements.theme_of(about)));
        }
        return std::pair{std::move(items),
                         page.next == 0 ? std::string() : std::to_string(page.next)};
    });
}

/// The handler of such a list.
template <class Summary, view::Kind kind, auto summarise>
boost::asio::awaitable<net::Response> diary_list(Call call) {
    const auto [items, next] = diary_page<Summary>(call, kind, summarise);
    co_return answer_list(call, items, next, for_network());
}

}  // namespace commonweal::api
