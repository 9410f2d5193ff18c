// Practice-sharing visits: asked for, answered, recorded, listed, shown.

#include "server/api/answer.hpp"
#include "server/api/details.hpp"
#include "server/api/diary.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

boost::asio::awaitable<net::Response> list(Call call) {
    const auto [items, next] = diary_page<view::VisitSummary>(
        call, view::Kind::visit,
        [](const auto& id, const auto& e) { return visit_summary(id, e); });
    co_return answer_list(call, items, next, for_network());
}

boost::asio::awaitable<net::Response> show(Call call) {
    const auto id = call.id<VisitTag>();
    const auto [visit, version] = call.app().load<Visit>(id);
    if (!visit->known()) throw ProblemAnswer{problem_of({Rule::not_found, call.captured()})};
    const auto who = access::relations(call.actor(), *visit);
    const auto detail = visit_detail(*visit, version, app::commands_open_to(call.actor(), *visit));
    co_return answer(call, detail, for_reader(call, who), version);
}

boost::asio::awaitable<net::Response> request(Call call) {
    auto command = call.command<visit::Request>();
    auto& app = call.app();
    const auto id = app.ids().next<VisitId>(app.clock().now());
    co_return co_await write(std::move(call), app::request_visit(id, std::move(command)), 201);
}

template <class Command>
constexpr HandleCall on_visit = command_on<Command, VisitTag, app::visit_command>;

constexpr std::array table{
    Route{"GET", "/api/v1/visits", list, Who::signed_in, "school network open cursor limit",
          "Visits, newest first."},
    Route{"POST", "/api/v1/visits", request, Who::signed_in, "", "Asks for a visit."},
    Route{"GET", "/api/v1/visits/{id}", show, Who::signed_in, "", "A visit."},
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
};

}  // namespace

std::span<const Route> visit_routes() {
    return table;
}

}  // namespace commonweal::api
