#include "server/api/schemas.hpp"

#include <algorithm>

#include "domain/catalogue.hpp"
#include "server/api/calendar.hpp"
#include "server/api/details.hpp"
#include "server/api/group_calendar.hpp"
#include "server/api/held.hpp"
#include "server/api/history.hpp"
#include "server/api/ledger.hpp"
#include "server/api/lineage.hpp"
#include "server/api/lists.hpp"
#include "server/api/meetings.hpp"
#include "server/api/people.hpp"
#include "server/api/posts.hpp"
#include "server/api/problem.hpp"
#include "server/api/route.hpp"
#include "server/api/search.hpp"
#include "server/api/tasks.hpp"
#include "server/api/term_dates.hpp"
#include "server/api/views.hpp"
#include "server/app/proofs.hpp"
#include "server/codec/schema.hpp"

namespace commonweal::api {
namespace {

using Views =
    boost::mp11::mp_list<view::DashboardView, view::DashboardChange, view::SchoolPageView,
                         view::SchoolPageChange, view::SchoolSummary, view::NetworkSummary,
                         view::VisitSummary, view::ReviewSummary, view::PartnershipSummary,
                         view::MeetingSummary, view::ActivityEntry>;
using Answers =
    boost::mp11::mp_list<VisitDetail, ReviewDetail, PartnershipDetail, MeetingDetail, OpenDay,
                         HostInTurn, TaskItem, DeadlineView, PostView, CalendarView, PersonView,
                         HangingView, ChangingSchool, Problem, app::Done, exchange::ImportResult,
                         ListResult, TermDatesView, CalendarOfGroup, LedgerView, Found,
                         HistoryEntry, AllHeld, app::LogHead, app::LogKey, app::InclusionProof,
                         app::ConsistencyProof, app::Receipt, app::LoggedEvent, ViewsStatus>;
using Commands = boost::mp11::mp_list<
    visit::Request, visit::Agree, visit::Decline, visit::SetDay, visit::Move, visit::Cancel,
    visit::RecordHeld, visit::Reflect, visit::WaiveReturn, visit::WriteSheet, visit::NameVisitors,
    visit::AdoptPractice, visit::FollowUpPractice, visit::CorrectHeld, visit::CorrectReflection,
    visit::Attest, review::CorrectHeld, review::Attest, partnership::CorrectActivity,
    partnership::CorrectEffect, review::CorrectReport, review::CorrectAnswer, person::CorrectRole,
    partnership::Attest, school::HandOn, LinkPredecessor, AddPlace, meeting::Propose,
    meeting::AnswerDays, meeting::SettleDay, meeting::Move, meeting::Cancel, meeting::SetAgenda,
    meeting::ChangeHost, meeting::Reply, meeting::RecordAttendance, meeting::CorrectAttendance,
    review::Request, review::Decline, review::NameTeam, review::AgreeDays, review::Cancel,
    review::RecordHeld, review::DraftReport, review::AnswerReport, review::Close,
    partnership::Propose, partnership::Accept, partnership::Decline, partnership::Withdraw,
    partnership::LogActivity, partnership::NoteEffect, partnership::Pause, partnership::Resume,
    partnership::End, person::GiveRole, person::EndRole, person::HandOver, person::NameDeputy,
    person::ReleaseDeputy, person::CorrectDetails, person::Erase, redaction::Redact,
    calendar::SetTermDates, calendar::CarryTermDates, ledger::SetCoverRate, ledger::EnterInLedger>;

template <class... Types>
void add_all(codec::Shapes& shapes, boost::mp11::mp_list<Types...>) {
    (shapes.add<Types>(), ...);
}

codec::Shapes all_shapes() {
    codec::Shapes shapes;
    add_all(shapes, Views{});
    add_all(shapes, Answers{});
    add_all(shapes, Commands{});
    shapes.add<Attribution>();
    add_all(shapes, EventTypes{});
    return shapes;
}

boost::json::object operation_of(const Route& route) {
    boost::json::array parameters;
    if (const auto open = route.pattern.find('{'); open != std::string_view::npos) {
        const auto name = route.pattern.substr(open + 1, route.pattern.find('}') - open - 1);
        parameters.push_back(
            {{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    }
    for (std::string_view rest = route.query; !rest.empty();) {
        const auto name = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), name.size() + 1));
        parameters.push_back({{"name", name}, {"in", "query"}, {"schema", {{"type", "string"}}}});
    }
    return {{"summary", route.says},
            {"parameters", std::move(parameters)},
            {"responses",
             {{"default",
               {{"description", "The answer, or a problem (RFC 9457)"},
                {"content",
                 {{"application/problem+json",
                   {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}}}}}};
}

boost::json::object message(const char* name, boost::json::object properties) {
    properties["type"] = {{"const", name}};
    return {{"name", name}, {"payload", {{"type", "object"}, {"properties", properties}}}};
}

template <class Fact>
boost::json::object catalogue_row() {
    boost::json::array fields;
    for (const auto& field : Fact::fields)
        fields.push_back({{"name", field.name},
                          {"visibility", boost::describe::enum_to_string(field.visibility, "")},
                          {"in_exports", boost::describe::enum_to_string(field.in_exports, "")}});
    return {{"kind", Fact::kind},
            {"schema_version", Fact::schema_version},
            {"meaning", Fact::meaning},
            {"type", codec::name_of<Fact>()},
            {"fields", std::move(fields)}};
}

}  // namespace

boost::json::object openapi() {
    boost::json::object paths;
    for (const auto& route : routes()) {
        std::string method(route.method);
        std::ranges::transform(method, method.begin(), [](char c) { return c - 'A' + 'a'; });
        auto& path = paths[route.pattern];
        if (!path.is_object()) path = boost::json::object{};
        path.as_object()[method] = operation_of(route);
    }
    return {{"openapi", "3.1.0"},
            {"info",
             {{"title", "Commonweal"},
              {"version", "1"},
              {"description", "Peer reviews and practice-sharing visits between schools."}}},
            {"paths", std::move(paths)},
            {"components", {{"schemas", all_shapes().schemas()}}}};
}

boost::json::object asyncapi() {
    const boost::json::object text{{"type", "string"}};
    const boost::json::object number{{"type", "integer"}};
    const auto one_of = [](std::initializer_list<const char*> names) {
        boost::json::array all;
        for (const char* name : names)
            all.push_back({{"$ref", "#/components/schemas/" + std::string(name)}});
        return boost::json::object{{"oneOf", std::move(all)}};
    };
    boost::json::array received{
        message("subscribe", {{"topic", text}, {"from", number}}),
        message("unsubscribe", {{"topic", text}}),
        message("pong", {}),
    };
    boost::json::array sent{
        message("snapshot", {{"topic", text},
                             {"position", number},
                             {"view", one_of({"DashboardView", "SchoolPageView"})}}),
        message("delta", {{"topic", text},
                          {"position", number},
                          {"changes", one_of({"DashboardChange", "SchoolPageChange"})}}),
        message("refused", {{"topic", text}, {"problem", one_of({"Problem"})}}),
        message("ping", {}),
    };
    return {{"asyncapi", "2.6.0"},
            {"info", {{"title", "Commonweal live"}, {"version", "1"}}},
            {"channels",
             {{"/live",
               {{"description",
                 "Topics: cluster/{id}/network, network/{id}/network, school/{urn}/network"},
                {"publish", {{"message", {{"oneOf", std::move(received)}}}}},
                {"subscribe", {{"message", {{"oneOf", std::move(sent)}}}}}}}}},
            {"components", {{"schemas", all_shapes().schemas()}}}};
}

boost::json::object json_schemas() {
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"components", {{"schemas", all_shapes().schemas()}}}};
}

boost::json::array event_catalogue() {
    boost::json::array rows;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>(
        [&]<class Fact>(boost::mp11::mp_identity<Fact>) { rows.push_back(catalogue_row<Fact>()); });
    return rows;
}

std::string typescript() {
    return all_shapes().typescript();
}

}  // namespace commonweal::api
