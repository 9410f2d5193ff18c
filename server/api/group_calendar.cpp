// What happens when among the schools of a cluster or a network, and when they are closed.

#include "server/api/group_calendar.hpp"

#include <map>
#include <set>

#include "domain/core/weekday.hpp"
#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

constexpr std::chrono::days window_max{400};
constexpr std::chrono::days one_day{1};
constexpr std::size_t entries_max = 5'000;

std::vector<SchoolId> members_of(const app::Reading& views, const view::Group& group) {
    view::SchoolFilter filter;
    if (const auto* cluster = std::get_if<ClusterId>(&group)) filter.cluster = *cluster;
    if (const auto* network = std::get_if<NetworkId>(&group)) filter.network = *network;
    return views.directory().all(filter);
}

/// What its schools do in other networks is not the group's. None: there is no such group.
std::optional<NetworkId> network_of(const app::Reading& views, const view::Group& group) {
    if (const auto* network = std::get_if<NetworkId>(&group))
        return views.directory().network(*network) ? std::optional{*network} : std::nullopt;
    const auto cluster = views.directory().cluster(std::get<ClusterId>(group));
    return cluster ? std::optional{cluster->network} : std::nullopt;
}

CalendarEntry entry_of(const view::EngagementId& id, const view::Engagement& e,
                       std::string_view theme, Day day) {
    CalendarEntry entry;
    entry.day = day;
    entry.took_place = e.took_place();
    if (e.kind == view::Kind::visit) {
        entry.visit = VisitId{id.bytes};
        entry.schools = {e.giver, e.receiver};
        entry.theme = theme;
    } else {
        entry.review = ReviewId{id.bytes};
        entry.schools = {e.receiver, e.giver};
    }
    return entry;
}

CalendarEntry entry_of(const view::MeetingSummary& meeting, Day day) {
    CalendarEntry entry;
    entry.day = day;
    entry.meeting = meeting.id;
    entry.proposed = meeting.stage == meeting::Stage::proposed;
    entry.took_place = meeting.stage == meeting::Stage::held;
    entry.schools = {meeting.host};
    return entry;
}

/// Neither declined nor cancelled, and not done with writing alone.
bool has_days(const view::Engagement& e) {
    return e.kind != view::Kind::partnership && (e.open() || e.took_place());
}

class GroupCalendar {
  public:
    GroupCalendar(const app::Reading& views, const view::Group& group, NetworkId network,
                  CalendarOfGroup& shown)
        : views_(&views),
          group_(group),
          network_(network),
          shown_(&shown),
          members_(members_of(views, group)) {}

    void fill() {
        add_engagements();
        add_meetings();
        add_closed();
        const auto& known = views_->diary().calendars().bank_holidays().holidays;
        std::ranges::copy_if(known, std::back_inserter(shown_->holidays),
                             [&](const auto& holiday) { return within(holiday.day); });
        std::ranges::sort(shown_->entries, {}, [](const CalendarEntry& e) {
            return std::tuple(e.day, e.meeting, e.review, e.visit);
        });
    }

  private:
    bool within(Day day) const { return shown_->from <= day && day <= shown_->to; }

    void add(CalendarEntry entry) {
        if (!within(entry.day)) return;
        if (shown_->entries.size() < entries_max)
            shown_->entries.push_back(std::move(entry));
        else
            shown_->complete = false;
    }

    /// Each once, though both of its schools may be members.
    void add_engagements() {
        std::set<view::EngagementId> told;
        for (const auto school : members_)
            views_->diary().each_of(school, [&](const auto& id, const view::Engagement& e) {
                if (!has_days(e) || e.network != network_ || !told.insert(id).second) return;
                for (const auto day : e.days.list())
                    add(entry_of(id, e, views_->diary().engagements().theme_of(e), day));
            });
    }

    void add_meetings() {
        view::MeetingFilter filter;
        if (const auto* cluster = std::get_if<ClusterId>(&group_))
            filter.clusters = std::vector{*cluster};
        if (const auto* network = std::get_if<NetworkId>(&group_)) filter.network = *network;
        const auto page = views_->diary().meetings().list(filter, 0, entries_max);
        if (page.next != 0) shown_->complete = false;
        for (const auto* meeting : page.meetings) add_meeting(meeting->summary);
    }

    void add_meeting(const view::MeetingSummary& meeting) {
        if (meeting.stage == meeting::Stage::proposed)
            for (const auto day : meeting.proposed) add(entry_of(meeting, day));
        else if (meeting.day && meeting.stage != meeting::Stage::cancelled)
            add(entry_of(meeting, *meeting.day));
    }

    /// Runs of days for the same reason, over weekends too.
    std::vector<ClosedSpan> spans_of(const SchoolDays& days) const {
        std::vector<ClosedSpan> spans;
        std::optional<SchoolDays::Shut> before;
        for (Day day = shown_->from; day <= shown_->to; day += one_day) {
            if (!is_weekday(day)) continue;
            auto shut = days.shut_on(day);
            if (shut && shut == before)
                spans.back().last = day;
            else if (shut)
                spans.push_back({day, day, shut->closed, shut->name, {}});
            before = std::move(shut);
        }
        return spans;
    }

    /// Most schools share their calendars: what follows from them is worked out once.
    void add_closed() {
        std::map<SchoolDays::Calendars, std::vector<ClosedSpan>> known;
        std::map<std::tuple<Day, Day, calendar::Closed, std::string>, std::vector<SchoolId>> all;
        for (const auto school : members_) {
            const auto days = views_->diary().calendars().days_of(school);
            const auto [spans, added] = known.try_emplace(days.calendars());
            if (added) spans->second = spans_of(days);
            for (const auto& span : spans->second)
                all[{span.first, span.last, span.closed, span.name}].push_back(school);
        }
        for (auto& [span, schools] : all) {
            const auto& [first, last, closed, name] = span;
            shown_->closed.push_back({first, last, closed, name, std::move(schools)});
        }
    }

    const app::Reading* views_;
    view::Group group_;
    NetworkId network_;
    CalendarOfGroup* shown_;
    std::vector<SchoolId> members_;
};

template <class Tag>
boost::asio::awaitable<net::Response> show(Call call) {
    const auto id = call.id<Tag>();
    const auto from = call.query_as<Day>("from", parse_day, "must be a day");
    const auto to = call.query_as<Day>("to", parse_day, "must be a day");
    if (!from || !to || *to < *from || *to - *from > window_max)
        throw ProblemAnswer{bad_request("Say from and to: two days, at most 400 days apart.")};
    CalendarOfGroup shown{*from, *to, {}, true, {}, {}, {}};
    const bool known = call.read(about(id), [&](const app::Reading& v) {
        shown.today = v.diary().engagements().today();
        const auto network = network_of(v, id);
        if (network) GroupCalendar(v, id, *network, shown).fill();
        return network.has_value();
    });
    if (!known) throw ProblemAnswer{problem_of({Rule::not_found, call.captured()})};
    co_return answer(call, shown, for_network());
}

constexpr std::array table{
    Route{"GET", "/api/v1/clusters/{id}/calendar", show<ClusterTag>, Who::signed_in, "from to at",
          "Visits, reviews, meetings and holidays of the schools of a cluster."},
    Route{"GET", "/api/v1/networks/{id}/calendar", show<NetworkTag>, Who::signed_in, "from to at",
          "Visits, reviews, meetings and holidays of the schools of a network."},
};

}  // namespace

std::span<const Route> group_calendar_routes() {
    return table;
}

}  // namespace commonweal::api
