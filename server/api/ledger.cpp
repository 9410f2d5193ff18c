// What each school gave and received: shown, and what is put into an account besides.

#include "server/api/ledger.hpp"

#include <set>

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

constexpr std::size_t lines_max = 500;
constexpr std::chrono::years usually{3};

/// Three years up to today, where nothing else is said.
view::Window window_of(const Call& call, Day today) {
    const std::chrono::year_month_day date{today};
    const auto years_ago = date - usually;
    const Day first =
        years_ago.ok() ? Day{years_ago} : Day{years_ago.year() / years_ago.month() / 28};
    const view::Window window{
        call.query_as<Day>("from", parse_day, "must be a day").value_or(first),
        call.query_as<Day>("to", parse_day, "must be a day").value_or(today)};
    if (window.to < window.from) throw ProblemAnswer{bad_request("to must not be before from.")};
    return window;
}

/// Whose ledger is asked for: a group's, or one school's.
struct Whose {
    view::SchoolFilter group;
    std::optional<SchoolId> school;
};

Whose whose(const Call& call) {
    Whose asked;
    asked.group.network =
        call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id");
    asked.group.cluster =
        call.query_as<ClusterId>("cluster", parse_id<ClusterTag>, "must be an id");
    asked.school = call.query_as<SchoolId>("school", parse_school, "must be a school's URN");
    if (!asked.group.network && !asked.group.cluster && !asked.school)
        throw ProblemAnswer{bad_request("Say whose: ?network=, ?cluster= or ?school=")};
    if (asked.group.cluster && asked.school)
        throw ProblemAnswer{bad_request("Say either cluster or school.")};
    return asked;
}

bool known(const app::Reading& views, const Whose& asked) {
    const auto& directory = views.directory();
    return (!asked.group.network || directory.network(*asked.group.network)) &&
           (!asked.group.cluster || directory.cluster(*asked.group.cluster)) &&
           (!asked.school || directory.school(*asked.school));
}

/// What counts for another school of the list stands in that one's row alone.
std::vector<SchoolId> schools_of(const app::Reading& views, const Whose& asked) {
    if (asked.school) return {*asked.school};
    auto schools = views.directory().all(asked.group);
    const std::set<SchoolId> listed(schools.begin(), schools.end());
    std::erase_if(schools, [&](SchoolId school) {
        for (auto heir = views.diary().heir_of(school); heir; heir = views.diary().heir_of(*heir))
            if (listed.contains(*heir)) return true;
        return false;
    });
    return schools;
}

/// What a cover costs is the school's own affair, and its coordinator's.
access::Relations relations_to(const Call& call, SchoolId id) {
    const auto now = access::relations(call.actor(), *call.app().load<School>(id));
    return call.at() ? now & access::relations(call.actor(), *call.load<School>(id)) : now;
}

std::vector<std::string> commands_open_to(access::Relations who) {
    std::vector<std::string> may;
    if (access::may(who, access::Action::set_cover_rate)) may.emplace_back("set-cover-rate");
    if (access::may(who, access::Action::enter_in_ledger)) may.emplace_back("enter-in-ledger");
    return may;
}

/// Rows of other schools are for everybody in the network, so what they hide is taken out row by
/// row.
void hide_cover(const Call& call, view::LedgerRow& row) {
    if (access::Sees(relations_to(call, row.school))(Visibility::parties)) return;
    row.cover_rate.reset();
    row.cover_cost.reset();
}

/// Why something was entered is the school's affair, and of the coordinator of that network.
void hide_reasons(const Call& call, LedgerView& shown) {
    for (auto& line : *shown.lines) {
        const auto who = access::relations(call.actor(), line.network, {}) |
                         access::relations(call.actor(), line.school);
        if (!access::Sees(who)(Visibility::parties)) line.reason = {};
    }
}

/// What a row hides differs from school to school: it is taken out before all is written.
void hide(const Call& call, const Whose& asked, LedgerView& shown) {
    for (auto& row : shown.rows) hide_cover(call, row);
    if (!asked.school) return;
    const auto who = relations_to(call, *asked.school);
    if (!call.at()) shown.may = commands_open_to(who);
    hide_reasons(call, shown);
    if (access::Sees(who)(Visibility::parties)) return;
    for (auto& line : *shown.lines) line.cost.reset();
}

void cut(LedgerView& shown) {
    if (!shown.lines || shown.lines->size() <= lines_max) return;
    shown.lines->resize(lines_max);
    shown.complete = false;
}

boost::asio::awaitable<net::Response> show(Call call) {
    const auto asked = whose(call);
    const auto window = window_of(call, app::london_day(call.now()));
    LedgerView shown{window.from, window.to, {}, {}, true, {}};
    const auto about = asked.group.network ? app::About(std::set{*asked.group.network})
                                           : app::About(app::Everything{});
    const bool there = call.read(about, [&](const app::Reading& v) {
        if (!known(v, asked)) return false;
        for (const auto id : schools_of(v, asked)) {
            auto lines =
                v.ledger().lines(id, window, asked.group.network, v.diary(), v.directory());
            shown.rows.push_back(v.ledger().row(id, window, lines));
            if (asked.school) shown.lines = std::move(lines);
        }
        return true;
    });
    if (!there) throw ProblemAnswer{problem_of({Rule::not_found, "of that id"})};
    cut(shown);
    hide(call, asked, shown);
    const auto all = access::Relation::signed_in | access::Relation::coordinator;
    co_return answer(call, shown, for_reader(call, all));
}

template <class Command>
boost::asio::awaitable<net::Response> on_account(Call call) {
    const auto school = call.school();
    auto command = call.command<Command>();
    co_return co_await write(std::move(call), app::school_command(school, std::move(command)), 200);
}

constexpr std::array table{
    Route{"GET", "/api/v1/ledger", show, Who::signed_in, "network cluster school from to at",
          "What schools gave and received: reviews, days, visits, travel and cover."},
    Route{"POST", "/api/v1/schools/{urn}/set-cover-rate", on_account<ledger::SetCoverRate>,
          Who::signed_in, "", "Says what a day of cover costs the school."},
    Route{"POST", "/api/v1/schools/{urn}/enter-in-ledger", on_account<ledger::EnterInLedger>,
          Who::signed_in, "", "Puts something into a school's account, with a reason."},
};

}  // namespace

std::span<const Route> ledger_routes() {
    return table;
}

}  // namespace commonweal::api
