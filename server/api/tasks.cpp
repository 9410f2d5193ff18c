// What the reader is to do, and what they wait for.

#include "server/api/tasks.hpp"

#include <algorithm>

#include "domain/core/among.hpp"
#include "domain/core/sorted.hpp"
#include "server/api/answer.hpp"
#include "server/api/diary.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

/// The reader is to do it: at a school of theirs, within the scope where they are a deputy.
bool is_mine(const access::Actor& actor, const view::Task& task) {
    return actor.speaks_for(task.school, access::scope_of(task.duty));
}

/// As the coordinator of its network, or of a cluster of the school that is to do it.
bool coordinates(const access::Actor& actor, const view::Task& task, const app::Reading& views) {
    const auto school = views.directory().school(task.school);
    auto clusters = school ? school->clusters : std::vector<ClusterId>{};
    std::erase_if(clusters, [&](ClusterId cluster) {
        return views.directory().cluster(cluster)->network != task.network();
    });
    return actor.coordinates(task.network(), clusters);
}

/// Nobody is lead or head any more.
bool deserted(const app::Reading& views, SchoolId school, Day today) {
    const auto place = to_text(school);
    return views.people().vacant_since({person::RoleKind::lead, place}, today) &&
           views.people().vacant_since({person::RoleKind::head, place}, today);
}

/// What the schools of a network owe where nobody is left who would do it.
void add_deserted(std::vector<view::Task>& tasks, NetworkId network, const app::Reading& views) {
    const auto today = views.diary().engagements().today();
    if (!today) return;
    for (const auto& place : views.people().places()) {
        const auto school = parse_school(place);
        if (!school || !deserted(views, *school, *today)) continue;
        for (const auto& task : views.tasks().of_school(*school, views.diary()))
            if (task.school == *school && task.network() == network) tasks.push_back(task);
    }
}

void name_thing(TaskItem& item, const view::Task& task, const view::Engagements& engagements) {
    if (task.meeting != nullptr) {
        item.meeting = MeetingId{task.id};
        return;
    }
    const auto kind = task.about->kind;
    if (kind == view::Kind::visit) item.visit = VisitId{task.id};
    if (kind == view::Kind::review) item.review = ReviewId{task.id};
    if (kind == view::Kind::partnership) item.partnership = PartnershipId{task.id};
    if (const auto theme = engagements.theme_of(*task.about); !theme.empty()) item.theme = theme;
}

/// A task, and what the reader is to it.
struct Told {
    view::Task task;
    bool mine = false;
    bool team = false;
    bool sees_due = false;
};

TaskItem item_of(const Told& told, const app::Reading& views) {
    const auto& task = told.task;
    const auto today = *views.diary().engagements().today();
    TaskItem item;
    name_thing(item, task, views.diary().engagements());
    item.duty = task.duty;
    item.school = task.school;
    item.other = task.other();
    item.network = task.network();
    item.since = task.since;
    item.mine = told.mine;
    item.team = told.team;
    if (!told.sees_due) return item;
    item.due = task.due;
    item.overdue = task.due < today;
    item.vacant = deserted(views, task.school, today);
    return item;
}

/// What is overdue in the groups that the reader coordinates, and what nobody is left to do.
void add_coordinated(std::vector<view::Task>& tasks, const access::Actor& actor,
                     const app::Reading& views) {
    for (const auto& [role, place] : actor.roles) {
        if (role != person::RoleKind::coordinator) continue;
        if (const auto network = parse_id<NetworkTag>(place)) {
            std::ranges::move(views.tasks().overdue_in(*network, views.diary()),
                              std::back_inserter(tasks));
            add_deserted(tasks, *network, views);
        }
        if (const auto cluster = parse_id<ClusterTag>(place))
            std::ranges::move(views.tasks().overdue_in(*cluster, views.diary()),
                              std::back_inserter(tasks));
    }
}

auto key_of(const view::Task& task) {
    return std::tuple(task.id, task.school, task.duty);
}

/// The reader's own first, then what these wait for; in the order of days that the reader may see.
std::vector<Told> tasks_of(const access::Actor& actor, const app::Reading& views) {
    const auto& diary = views.diary();
    const auto of_team = views.tasks().of_reviewer(actor.id, diary);
    auto tasks = of_team;
    for (const auto school : actor.schools())
        std::ranges::copy_if(views.tasks().of_school(school, diary), std::back_inserter(tasks),
                             [&](const view::Task& task) {
                                 return actor.speaks_for(school, access::area_of(task.duty)) ||
                                        is_mine(actor, task);
                             });
    add_coordinated(tasks, actor, views);
    std::ranges::sort(tasks, {}, key_of);
    const auto same = std::ranges::unique(tasks, {}, key_of);
    tasks.erase(same.begin(), same.end());
    std::vector<Told> all;
    for (const auto& task : tasks) {
        const bool team = among(of_team, key_of(task), key_of);
        const bool mine = team || is_mine(actor, task);
        all.push_back({task, mine, team, mine || coordinates(actor, task, views)});
    }
    std::ranges::sort(all, {}, [](const Told& told) {
        const auto day = told.sees_due ? told.task.due : told.task.since;
        return std::tuple(!told.mine, day, key_of(told.task));
    });
    return all;
}

/// Which tasks are asked for: none of a field means any.
struct TaskFilter {
    std::optional<bool> overdue;
    std::optional<NetworkId> network;
    std::optional<ClusterId> cluster;  ///< to which the school belongs that is to do it

    bool wants(const TaskItem& item, const app::Reading& views) const {
        if (overdue && item.overdue != *overdue) return false;
        if (network && item.network != *network) return false;
        if (!cluster) return true;
        const auto school = views.directory().school(item.school);
        return school && contains(school->clusters, *cluster);
    }
};

TaskFilter filter_of(const Call& call) {
    return {call.query_as<bool>("overdue", parse_bool, "must be true or false"),
            call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id"),
            call.query_as<ClusterId>("cluster", parse_id<ClusterTag>, "must be an id")};
}

/// The networks in which the reader, or a school of theirs, takes part: there all their tasks are.
std::set<NetworkId> places_of(const Call& call) {
    std::set<NetworkId> networks;
    if (!call.at()) return networks;
    const auto& engine = call.app().log().engine();
    for (const auto& [role, place] : call.actor().roles) {
        if (const auto network = parse_id<NetworkTag>(place)) networks.insert(*network);
        if (const auto cluster = parse_id<ClusterTag>(place))
            if (const auto network = app::network_of(*cluster, engine)) networks.insert(*network);
    }
    for (const auto school : call.actor().schools())
        networks.merge(app::networks_of(school, engine, *call.at()));
    return networks;
}

boost::asio::awaitable<net::Response> list(Call call) {
    const auto filter = filter_of(call);
    const auto skip =
        call.query_as<Position>("cursor", parse_position, "must be the next of a page");
    std::vector<TaskItem> items;
    call.read(places_of(call), [&](const app::Reading& views) {
        for (const auto& told : tasks_of(call.actor(), views))
            if (auto item = item_of(told, views); filter.wants(item, views))
                items.push_back(std::move(item));
    });
    const auto from = std::min<std::size_t>(skip.value_or(0), items.size());
    const auto end = std::min(from + call.limit(), items.size());
    const auto next = end < items.size() ? std::to_string(end) : std::string();
    const std::vector<TaskItem> page(items.begin() + static_cast<std::ptrdiff_t>(from),
                                     items.begin() + static_cast<std::ptrdiff_t>(end));
    co_return answer_list(call, page, next, for_network());
}

constexpr std::array table{
    Route{
        "GET", "/api/v1/tasks", list, Who::signed_in, "overdue network cluster cursor limit at",
        "What the reader is to do and waits for, by the day on which it is due; for a coordinator, "
        "what is overdue."},
};

}  // namespace

std::span<const Route> task_routes() {
    return table;
}

}  // namespace commonweal::api
