// Practice-sharing visits: asked for, answered, recorded, listed, shown.

#include "server/api/answer.hpp"
#include "server/api/details.hpp"
#include "server/api/diary.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

constexpr HandleCall list = diary_list<view::VisitSummary, view::Kind::visit, view::visit_summary>;

/// In the past, too, it is shown no longer than now.
bool sheet_shown(const Call& call, const Visit& visit) {
    const auto today = app::london_day(call.app().clock().now());
    if (!call.at()) return visit.sheet_shown_on(today);
    return visit.sheet_shown_on(app::london_day(call.now())) &&
           call.app().load<Visit>(visit.id)->sheet_shown_on(today);
}

/// The sheet and who comes, as long as they are for the visit.
void show_sheet(const Call& call, const Visit& visit, VisitDetail& detail) {
    if (!sheet_shown(call, visit)) return;
    detail.sheet = visit.sheet;
    detail.visitors = visit.visitors;
    if (visit.visitors && visit.visitors->checks_confirmed_by)
        detail.checks_confirmed_by =
            call.app().load<Person>(*visit.visitors->checks_confirmed_by)->name;
}

boost::asio::awaitable<net::Response> show(Call call) {
    const auto [visit, version] = known<Visit>(call);
    const auto who = relations_to(call, *visit);
    auto detail = visit_detail(*visit, version, open_commands(call, *visit));
    show_sheet(call, *visit, detail);
    co_return answer(call, detail, for_reader(call, who), version);
}

constexpr HandleCall request = command_making<visit::Request, VisitTag, app::request_visit>;
constexpr HandleCall attest = command_making<visit::Attest, VisitTag, app::attest_visit>;
template <class Command>
constexpr HandleCall on_visit = command_on<Command, VisitTag, app::visit_command>;

constexpr std::array table{
    Route{"GET", "/api/v1/visits", list, Who::signed_in, "school network open cursor limit at",
          "Visits, newest first."},
    Route{"POST", "/api/v1/visits", request, Who::signed_in, "", "Asks for a visit."},
    Route{"POST", "/api/v1/past-visits", attest, Who::signed_in, "",
          "Enters a visit of earlier times."},
    Route{"GET", "/api/v1/visits/{id}", show, Who::signed_in, "at", "A visit."},
    Route{"POST", "/api/v1/visits/{id}/agree", on_visit<visit::Agree>, Who::signed_in, "",
          "The host says yes."},
    Route{"POST", "/api/v1/visits/{id}/decline", on_visit<visit::Decline>, Who::signed_in, "",
          "The host says no."},
    Route{"POST", "/api/v1/visits/{id}/set-day", on_visit<visit::SetDay>, Who::signed_in, "",
          "Sets the day of an agreed visit."},
    Route{"POST", "/api/v1/visits/{id}/move", on_visit<visit::Move>, Who::signed_in, "",
          "Moves a visit to another day."},
    Route{"POST", "/api/v1/visits/{id}/cancel", on_visit<visit::Cancel>, Who::signed_in, "",
          "Cancels a visit."},
    Route{"POST", "/api/v1/visits/{id}/record-held", on_visit<visit::RecordHeld>, Who::signed_in,
          "", "Says that a visit took place."},
    Route{"POST", "/api/v1/visits/{id}/reflect", on_visit<visit::Reflect>, Who::signed_in, "",
          "Writes what one side takes from a visit."},
    Route{"POST", "/api/v1/visits/{id}/correct-held", on_visit<visit::CorrectHeld>, Who::signed_in,
          "", "Says that a visit took place on another day, or not at all."},
    Route{"POST", "/api/v1/visits/{id}/correct-reflection", on_visit<visit::CorrectReflection>,
          Who::signed_in, "", "Writes a side's reflection anew."},
    Route{"POST", "/api/v1/visits/{id}/waive-return", on_visit<visit::WaiveReturn>, Who::signed_in,
          "", "Lets a return visit go that is owed."},
    Route{"POST", "/api/v1/visits/{id}/write-sheet", on_visit<visit::WriteSheet>, Who::signed_in,
          "", "The host says where and how its guests arrive."},
    Route{"POST", "/api/v1/visits/{id}/name-visitors", on_visit<visit::NameVisitors>,
          Who::signed_in, "", "The guest says who comes, and what they need."},
    Route{"POST", "/api/v1/visits/{id}/adopt-practice", on_visit<visit::AdoptPractice>,
          Who::signed_in, "", "Writes down a practice that a school takes over."},
    Route{"POST", "/api/v1/visits/{id}/follow-up-practice", on_visit<visit::FollowUpPractice>,
          Who::signed_in, "", "Says what became of a practice that was taken over."},
};

}  // namespace

std::span<const Route> visit_routes() {
    return table;
}

}  // namespace commonweal::api
