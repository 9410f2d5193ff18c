// Meetings of clusters: proposed, settled, answered, written down, listed, shown; and what helps to
// plan one.

#include "server/api/meetings.hpp"

#include <algorithm>
#include <map>

#include "domain/core/sorted.hpp"
#include "domain/core/weekday.hpp"
#include "server/api/answer.hpp"
#include "server/api/diary.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

constexpr std::chrono::days planning_max{62};

std::vector<SchoolId> members_of(const app::Reading& views, ClusterId cluster) {
    view::SchoolFilter filter;
    filter.cluster = cluster;
    return views.directory().all(filter);
}

using Busy = std::map<Day, std::vector<SchoolId>>;

/// Which of these schools have something else on a day: a visit, a review, or a meeting of any of
/// their clusters but the one for which it is asked.
Busy busy_days(const app::Reading& views, const std::vector<SchoolId>& schools,
               std::optional<MeetingId> but) {
    Busy busy;
    const auto take = [&](SchoolId school, const std::vector<Day>& days) {
        for (const auto day : days) insert(busy[day], school);
    };
    for (const auto school : schools) {
        take(school, views.diary().days_taken(school));
        for (const auto& cluster : views.directory().school(school)->clusters)
            take(school, views.diary().meetings().settled_days(cluster, but));
    }
    return busy;
}

/// On an INSET day the staff may meet.
std::vector<SchoolId> on_holiday(const app::Reading& views, const std::vector<SchoolId>& schools,
                                 Day day) {
    std::vector<SchoolId> closed;
    for (const auto school : schools) {
        const auto shut = views.diary().calendars().days_of(school).shut_on(day);
        if (shut && shut->closed == calendar::Closed::holiday) insert(closed, school);
    }
    return closed;
}

std::uint32_t free_on(const std::vector<SchoolId>& schools, const std::vector<SchoolId>& busy,
                      const std::vector<SchoolId>& closed) {
    return static_cast<std::uint32_t>(std::ranges::count_if(schools, [&](SchoolId school) {
        return !contains(busy, school) && !contains(closed, school);
    }));
}

app::About about(const Call& call, const view::MeetingFilter& filter) {
    if (filter.network) return std::set{*filter.network};
    if (!filter.clusters) return app::Everything{};
    std::set<NetworkId> networks;
    for (const auto& cluster : *filter.clusters)
        if (const auto state = call.load<Cluster>(cluster); state->known())
            networks.insert(state->network);
    return networks;
}

boost::asio::awaitable<net::Response> list(Call call) {
    view::MeetingFilter filter;
    const auto cluster = call.query_as<ClusterId>("cluster", parse_id<ClusterTag>, "must be an id");
    const auto school = call.query_as<SchoolId>("school", parse_school, "must be a school's URN");
    filter.network = call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id");
    filter.open = call.query_as<bool>("open", parse_bool, "must be true or false");
    const auto before =
        call.query_as<Position>("cursor", parse_position, "must be the next of a page");
    if (cluster) filter.clusters = std::vector{*cluster};
    if (school) {
        const auto own = call.load<School>(*school)->clusters;
        const bool both = cluster && contains(own, *cluster);
        if (!cluster) filter.clusters = own;
        if (cluster && !both) filter.clusters = std::vector<ClusterId>{};
    }
    std::vector<view::MeetingSummary> items;
    const auto next = call.read(about(call, filter), [&](const app::Reading& v) {
        const auto page = v.diary().meetings().list(filter, before.value_or(0), call.limit());
        for (const auto* entry : page.meetings) items.push_back(entry->summary);
        return page.next == 0 ? std::string() : std::to_string(page.next);
    });
    co_return answer_list(call, items, next, for_network());
}

/// Where else its schools may have something to do.
app::About about_schools_of(const Call& call, ClusterId cluster) {
    std::set<NetworkId> networks;
    if (!call.at()) return networks;
    const auto schools = call.read(app::TheRegister{},
                                   [&](const app::Reading& v) { return members_of(v, cluster); });
    for (const auto school : schools)
        networks.merge(app::networks_of(school, call.app().log().engine(), *call.at()));
    return networks;
}

std::vector<ProposedDay> proposed_days(const app::Reading& views, const Meeting& meeting,
                                       const std::vector<SchoolId>& schools) {
    auto busy = busy_days(views, schools, meeting.id);
    std::vector<ProposedDay> days;
    for (const auto day : meeting.proposed) {
        const auto suits = std::ranges::count_if(meeting.answers, [&](const auto& answer) {
            return answer.days && contains(*answer.days, day);
        });
        days.push_back({day, static_cast<std::uint32_t>(suits),
                        free_on(schools, busy[day], on_holiday(views, schools, day))});
    }
    return days;
}

/// A coordinator may answer for each school of the cluster, a lead or head for their own.
std::vector<SchoolId> speaks_for(const access::Actor& actor, const Meeting& meeting,
                                 std::vector<SchoolId> schools) {
    std::erase_if(schools, [&](SchoolId school) {
        return !access::may(access::relations(actor, meeting, school),
                            access::Action::answer_for_school);
    });
    return schools;
}

boost::asio::awaitable<net::Response> show(Call call) {
    const auto [meeting, version] = known<Meeting>(call);
    const auto member = app::member_of(call.app(), call.actor(), meeting->cluster);
    MeetingDetail detail{meeting->id,
                         version,
                         meeting->cluster,
                         meeting->network,
                         meeting->host,
                         meeting->mode,
                         meeting->stage,
                         {},
                         meeting->day,
                         meeting->starts,
                         meeting->where,
                         meeting->agenda,
                         meeting->reason,
                         {},
                         meeting->answers,
                         meeting->attendance,
                         {},
                         open_commands(call, *meeting, member)};
    call.read(about_schools_of(call, meeting->cluster), [&](const app::Reading& v) {
        detail.schools = members_of(v, meeting->cluster);
        detail.proposed = proposed_days(v, *meeting, detail.schools);
    });
    detail.speaks_for = speaks_for(call.actor(), *meeting, detail.schools);
    const auto who = relations_to(call, *meeting);
    co_return answer(call, detail, for_reader(call, who), version);
}

boost::asio::awaitable<net::Response> open_days(Call call) {
    const auto cluster = call.id<ClusterTag>();
    const auto from = call.query_as<Day>("from", parse_day, "must be a day");
    const auto to = call.query_as<Day>("to", parse_day, "must be a day");
    if (!from || !to || *to < *from || *to - *from > planning_max)
        throw ProblemAnswer{bad_request("Say from and to: two days, at most 62 days apart.")};
    const auto holidays = call.load<BankHolidays>(app::TheBankHolidays{});
    std::vector<OpenDay> days;
    call.read(about_schools_of(call, cluster), [&](const app::Reading& v) {
        const auto schools = members_of(v, cluster);
        auto busy = busy_days(v, schools, {});
        for (Day day = *from; day <= *to; day += std::chrono::days{1}) {
            if (!is_weekday(day)) continue;
            OpenDay open{day, {}, static_cast<std::uint32_t>(schools.size()), 0, {}, {}};
            if (const auto* holiday = holidays->on(day)) {
                open.holiday = holiday->name;
            } else {
                open.busy = busy[day];
                open.closed = on_holiday(v, schools, day);
                open.open = free_on(schools, open.busy, open.closed);
            }
            days.push_back(std::move(open));
        }
    });
    co_return answer_list(call, days, {}, for_network());
}

/// Whoever has not hosted for the longest time comes first; those who never did, before all.
boost::asio::awaitable<net::Response> hosts(Call call) {
    const auto cluster = call.id<ClusterTag>();
    std::vector<HostInTurn> hosts;
    call.read(cluster, [&](const app::Reading& v) {
        for (const auto school : members_of(v, cluster))
            hosts.push_back({school, v.diary().meetings().last_hosted(cluster, school)});
    });
    std::ranges::sort(hosts, {}, [](const HostInTurn& h) {
        return std::pair(h.last_hosted.value_or(Day::min()), h.school);
    });
    co_return answer_list(call, hosts, {}, for_network());
}

constexpr HandleCall propose = command_making<meeting::Propose, MeetingTag, app::propose_meeting>;
template <class Command>
constexpr HandleCall on_meeting = command_on<Command, MeetingTag, app::meeting_command>;

constexpr std::array table{
    Route{"GET", "/api/v1/meetings", list, Who::signed_in,
          "cluster school network open cursor limit at", "Meetings of clusters, newest first."},
    Route{"POST", "/api/v1/meetings", propose, Who::signed_in, "",
          "Proposes days on which a cluster may meet."},
    Route{"GET", "/api/v1/meetings/{id}", show, Who::signed_in, "at", "A meeting."},
    Route{"POST", "/api/v1/meetings/{id}/answer-days", on_meeting<meeting::AnswerDays>,
          Who::signed_in, "", "A school says which of the proposed days suit it."},
    Route{"POST", "/api/v1/meetings/{id}/settle-day", on_meeting<meeting::SettleDay>,
          Who::signed_in, "", "Settles the day of a meeting."},
    Route{"POST", "/api/v1/meetings/{id}/move", on_meeting<meeting::Move>, Who::signed_in, "",
          "Moves a meeting to another day or time."},
    Route{"POST", "/api/v1/meetings/{id}/cancel", on_meeting<meeting::Cancel>, Who::signed_in, "",
          "Cancels a meeting."},
    Route{"POST", "/api/v1/meetings/{id}/set-agenda", on_meeting<meeting::SetAgenda>,
          Who::signed_in, "", "Writes the agenda."},
    Route{"POST", "/api/v1/meetings/{id}/change-host", on_meeting<meeting::ChangeHost>,
          Who::signed_in, "", "Lets another school host."},
    Route{"POST", "/api/v1/meetings/{id}/reply", on_meeting<meeting::Reply>, Who::signed_in, "",
          "A school says whether somebody of it comes."},
    Route{"POST", "/api/v1/meetings/{id}/record-attendance", on_meeting<meeting::RecordAttendance>,
          Who::signed_in, "", "Writes down that a meeting took place, and who was there."},
    Route{"POST", "/api/v1/meetings/{id}/correct-attendance",
          on_meeting<meeting::CorrectAttendance>, Who::signed_in, "",
          "Corrects who was at a meeting."},
    Route{"GET", "/api/v1/clusters/{id}/open-days", open_days, Who::signed_in, "from to at",
          "How many schools of a cluster have nothing else on each day."},
    Route{"GET", "/api/v1/clusters/{id}/hosts", hosts, Who::signed_in, "at",
          "The schools of a cluster in the order in which it is their turn to host."},
};

}  // namespace

std::span<const Route> meeting_routes() {
    return table;
}

}  // namespace commonweal::api
