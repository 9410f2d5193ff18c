// What the reader is to do, and what they wait for.

#include "server/api/tasks.hpp"

#include <algorithm>

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

bool sees_due(const access::Actor& actor, const view::Task& task) {
    return is_mine(actor, task) || actor.coordinates(task.network(), {});
}

/// Nobody is lead or head any more.
bool deserted(const app::Views& views, SchoolId school, Day today) {
    const auto place = to_text(school);
    return views.people().vacant_since({person::RoleKind::lead, place}, today) &&
           views.people().vacant_since({person::RoleKind::head, place}, today);
}

/// What the schools of a network owe where nobody is left who would do it.
void add_deserted(std::vector<view::Task>& tasks, NetworkId network, const app::Views& views) {
    const auto today = views.diary().engagements().today();
    if (!today) return;
    for (const auto& place : views.people().places()) {
        const auto school = parse_school(place);
        if (!school || !deserted(views, *school, *today)) continue;
        for (const auto& task : views.tasks().of_school(*school, views.diary()))
            if (task.school == *school && task.network() == network) tasks.push_back(task);
    }
}

void name_thing(TaskItem& item, const view::Task& task) {
    if (task.meeting != nullptr) {
        item.meeting = MeetingId{task.id};
        return;
    }
    const auto kind = task.about->kind;
    if (kind == view::Kind::visit) item.visit = VisitId{task.id};
    if (kind == view::Kind::review) item.review = ReviewId{task.id};
    if (kind == view::Kind::partnership) item.partnership = PartnershipId{task.id};
    if (!task.about->theme.empty()) item.theme = task.about->theme;
}

TaskItem item_of(const view::Task& task, const app::Views& views, const access::Actor& actor) {
    const auto today = *views.diary().engagements().today();
    TaskItem item;
    name_thing(item, task);
    item.duty = task.duty;
    item.school = task.school;
    item.other = task.other();
    item.network = task.network();
    item.since = task.since;
    item.mine = is_mine(actor, task);
    if (!sees_due(actor, task)) return item;
    item.due = task.due;
    item.overdue = task.due < today;
    item.vacant = deserted(views, task.school, today);
    return item;
}

/// The reader's schools' own first, then what these wait for; what is overdue in a coordinator's
/// networks, and what nobody is left to do.
std::vector<TaskItem> tasks_of(const access::Actor& actor, const app::Views& views) {
    const auto& diary = views.diary();
    std::vector<view::Task> tasks;
    for (const auto school : actor.schools())
        std::ranges::copy_if(views.tasks().of_school(school, diary), std::back_inserter(tasks),
                             [&](const view::Task& task) {
                                 return actor.speaks_for(school, access::area_of(task.duty)) ||
                                        is_mine(actor, task);
                             });
    for (const auto& [role, place] : actor.roles)
        if (role == person::RoleKind::coordinator)
            if (const auto network = parse_id<NetworkTag>(place)) {
                std::ranges::move(views.tasks().overdue_in(*network, diary),
                                  std::back_inserter(tasks));
                add_deserted(tasks, *network, views);
            }
    // In the order of days that the reader may see.
    const auto key = [&](const view::Task& t) {
        const auto day = sees_due(actor, t) ? t.due : t.since;
        return std::tuple(!is_mine(actor, t), day, t.id, t.school, t.duty);
    };
    std::ranges::sort(tasks, {}, key);
    const auto same = std::ranges::unique(tasks, {}, key);
    tasks.erase(same.begin(), same.end());
    std::vector<TaskItem> items;
    for (const auto& task : tasks) items.push_back(item_of(task, views, actor));
    return items;
}

boost::asio::awaitable<net::Response> list(Call call) {
    const auto overdue = call.query_as<bool>("overdue", parse_bool, "must be true or false");
    const auto skip =
        call.query_as<Position>("cursor", parse_position, "must be the next of a page");
    auto items = call.context().projector.views().read(
        [&](const app::Views& views) { return tasks_of(call.actor(), views); });
    if (overdue) std::erase_if(items, [&](const auto& item) { return item.overdue != *overdue; });
    const auto from = std::min<std::size_t>(skip.value_or(0), items.size());
    const auto end = std::min(from + call.limit(), items.size());
    const auto next = end < items.size() ? std::to_string(end) : std::string();
    const std::vector<TaskItem> page(items.begin() + static_cast<std::ptrdiff_t>(from),
                                     items.begin() + static_cast<std::ptrdiff_t>(end));
    co_return answer_list(call, page, next, for_network());
}

constexpr std::array table{
    Route{"GET", "/api/v1/tasks", list, Who::signed_in, "overdue cursor limit",
          "What the reader's schools are to do and wait for, by the day on which it is due; for a "
          "coordinator, what is overdue."},
};

}  // namespace

std::span<const Route> task_routes() {
    return table;
}

}  // namespace commonweal::api
