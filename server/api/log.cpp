// What happened: the activity feed, read back from the log by its tags.

#include "server/api/answer.hpp"
#include "server/api/route.hpp"
#include "server/app/decoded.hpp"
#include "server/app/streams.hpp"

namespace commonweal::api {
namespace {

/// The tag that a feed is read by: of a network, a cluster or a school.
std::string tag_of(const Call& call) {
    if (const auto id = call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id"))
        return app::tag::network(*id);
    if (const auto id = call.query_as<ClusterId>("cluster", parse_id<ClusterTag>, "must be an id"))
        return app::tag::cluster(*id);
    if (const auto school = call.query_as<SchoolId>("school", parse_school, "must be a URN"))
        return app::tag::school(*school);
    throw ProblemAnswer{bad_request("Say whose: ?network=, ?cluster= or ?school=")};
}

app::About about_of(const Call& call) {
    if (const auto id = parse_id<NetworkTag>(call.query("network").value_or("")))
        return std::set{*id};
    if (const auto id = parse_id<ClusterTag>(call.query("cluster").value_or(""))) return *id;
    return *parse_school(call.query("school").value_or(""));
}

/// What the diary holds of the thing whose stream it is, as it is now.
view::Entered entered_of(const app::Reading& views, std::string_view stream) {
    const auto slash = stream.find('/');
    const auto kind = stream.substr(0, slash);
    const auto bytes = parse_ulid(stream.substr(slash + 1));
    if (!bytes) return {};
    if (kind == "meeting") return {{}, views.diary().meetings().find({*bytes})};
    if (kind != "visit" && kind != "review" && kind != "partnership") return {};
    const auto* found = views.diary().find({*bytes});
    if (found == nullptr) return {};
    return {view::Engagements::Step{
                {*bytes}, std::nullopt, found, views.diary().engagements().theme_of(*found)},
            nullptr};
}

std::optional<view::ActivityEntry> entry_of(const app::Reading& views, const log::Record& record) {
    const auto event = app::decode(record);
    const auto news =
        view::news_of(event, app::instant_of(record.recorded_at), entered_of(views, record.stream));
    if (!news.line) return std::nullopt;
    return view::activity_entry(*news.line, news.engagement(), news.theme());
}

boost::asio::awaitable<net::Response> activity(Call call) {
    const auto tag = tag_of(call);
    const auto limit = call.limit();
    const auto cursor =
        call.query_as<Position>("cursor", parse_position, "must be the next of a page");
    const auto end = call.at().value_or(call.app().log().head().position);
    const auto from = std::min(cursor.value_or(end), end);
    std::vector<log::Record> records;
    call.app().log().engine().read_tag(tag, from, log::Direction::back,
                                       [&](const log::Record& record) {
                                           records.push_back(record);
                                           return records.size() <= limit;
                                       });
    std::string next;
    if (records.size() > limit) {
        next = std::to_string(records.back().position);
        records.pop_back();
    }
    const auto entries = call.read(about_of(call), [&](const app::Reading& v) {
        std::vector<view::ActivityEntry> all;
        for (const auto& record : records)
            if (auto entry = entry_of(v, record)) all.push_back(std::move(*entry));
        return all;
    });
    co_return answer_list(call, entries, next, for_network());
}

/// The live protocol by polling, where a school's proxy blocks WebSockets.
boost::asio::awaitable<net::Response> poll(Call call) {
    const auto topic = app::parse_topic(call.query("topic").value_or(""));
    if (!topic) throw ProblemAnswer{not_found("There is no such topic.")};
    const auto from = call.query_as<Position>("from", parse_position, "must be a position");
    const auto messages = call.context().hub.poll(*topic, from);
    if (messages.empty()) throw ProblemAnswer{not_found("There is nothing of this topic.")};
    std::string body = R"({"messages":[)";
    for (std::size_t i = 0; i < messages.size(); ++i) body += (i == 0 ? "" : ",") + *messages[i];
    auto response = json_response(200, nullptr);
    response.body = body + "]}";
    co_return response;
}

constexpr std::array table{
    Route{"GET", "/api/v1/activity", activity, Who::signed_in,
          "network cluster school cursor limit at", "What happened, newest first."},
    Route{"GET", "/api/v1/live", poll, Who::signed_in, "topic from",
          "The live messages of a topic since a position, by polling."},
};

}  // namespace

std::span<const Route> log_routes() {
    return table;
}

}  // namespace commonweal::api
