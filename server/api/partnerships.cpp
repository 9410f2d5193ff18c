// Partnerships: proposed, answered, lived, ended, listed, shown.

#include "server/api/answer.hpp"
#include "server/api/details.hpp"
#include "server/api/diary.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

constexpr HandleCall list =
    diary_list<view::PartnershipSummary, view::Kind::partnership, view::partnership_summary>;

boost::asio::awaitable<net::Response> show(Call call) {
    const auto [partnership, version] = known<Partnership>(call);
    const auto who = relations_to(call, *partnership);
    const auto detail =
        partnership_detail(*partnership, version, open_commands(call, *partnership));
    co_return answer(call, detail, for_reader(call, who), version);
}

constexpr HandleCall propose =
    command_making<partnership::Propose, PartnershipTag, app::propose_partnership>;
constexpr HandleCall attest =
    command_making<partnership::Attest, PartnershipTag, app::attest_partnership>;
template <class Command>
constexpr HandleCall on_partnership = command_on<Command, PartnershipTag, app::partnership_command>;

constexpr std::array table{
    Route{"GET", "/api/v1/partnerships", list, Who::signed_in,
          "school network open cursor limit at", "Partnerships, newest first."},
    Route{"POST", "/api/v1/partnerships", propose, Who::signed_in, "", "Proposes a partnership."},
    Route{"POST", "/api/v1/past-partnerships", attest, Who::signed_in, "",
          "Enters a partnership that began in earlier times."},
    Route{"GET", "/api/v1/partnerships/{id}", show, Who::signed_in, "at", "A partnership."},
    Route{"POST", "/api/v1/partnerships/{id}/accept", on_partnership<partnership::Accept>,
          Who::signed_in, "", "The other school says yes."},
    Route{"POST", "/api/v1/partnerships/{id}/decline", on_partnership<partnership::Decline>,
          Who::signed_in, "", "The other school says no."},
    Route{"POST", "/api/v1/partnerships/{id}/withdraw", on_partnership<partnership::Withdraw>,
          Who::signed_in, "", "Takes a proposal back that nobody has answered."},
    Route{"POST", "/api/v1/partnerships/{id}/correct-activity",
          on_partnership<partnership::CorrectActivity>, Who::signed_in, "",
          "Says anew what the partners did, and when."},
    Route{"POST", "/api/v1/partnerships/{id}/correct-effect",
          on_partnership<partnership::CorrectEffect>, Who::signed_in, "",
          "Says anew what has changed, and what shows it."},
    Route{"POST", "/api/v1/partnerships/{id}/log-activity",
          on_partnership<partnership::LogActivity>, Who::signed_in, "",
          "Writes down what the partners did."},
    Route{"POST", "/api/v1/partnerships/{id}/note-effect", on_partnership<partnership::NoteEffect>,
          Who::signed_in, "", "Writes down what has changed, and what shows it."},
    Route{"POST", "/api/v1/partnerships/{id}/pause", on_partnership<partnership::Pause>,
          Who::signed_in, "", "Lets a partnership rest."},
    Route{"POST", "/api/v1/partnerships/{id}/resume", on_partnership<partnership::Resume>,
          Who::signed_in, "", "Goes on with a partnership that rested."},
    Route{"POST", "/api/v1/partnerships/{id}/end", on_partnership<partnership::End>, Who::signed_in,
          "", "Ends a partnership."},
};

}  // namespace

std::span<const Route> partnership_routes() {
    return table;
}

}  // namespace commonweal::api
