// Peer reviews: asked for, planned, held, reported, closed, listed, shown.

#include "server/api/answer.hpp"
#include "server/api/details.hpp"
#include "server/api/diary.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

constexpr HandleCall list =
    diary_list<view::ReviewSummary, view::Kind::review, view::review_summary>;

boost::asio::awaitable<net::Response> show(Call call) {
    auto& app = call.app();
    const auto [review, version] = known<Review>(call);
    const auto who = relations_to(call, *review);
    auto detail = review_detail(*review, version, open_commands(call, *review));
    for (const auto& member : review->team)
        detail.people.push_back({member.reviewer, app.load<Person>(member.reviewer)->name});
    co_return answer(call, detail, for_reader(call, who), version);
}

constexpr HandleCall request = command_making<review::Request, ReviewTag, app::request_review>;
constexpr HandleCall attest = command_making<review::Attest, ReviewTag, app::attest_review>;
template <class Command>
constexpr HandleCall on_review = command_on<Command, ReviewTag, app::review_command>;

constexpr std::array table{
    Route{"GET", "/api/v1/reviews", list, Who::signed_in, "school network open cursor limit at",
          "Reviews, newest first."},
    Route{"POST", "/api/v1/reviews", request, Who::signed_in, "", "Asks for a peer review."},
    Route{"POST", "/api/v1/past-reviews", attest, Who::signed_in, "",
          "Enters a review of earlier times."},
    Route{"GET", "/api/v1/reviews/{id}", show, Who::signed_in, "at", "A review."},
    Route{"POST", "/api/v1/reviews/{id}/decline", on_review<review::Decline>, Who::signed_in, "",
          "One of the schools says no."},
    Route{"POST", "/api/v1/reviews/{id}/name-team", on_review<review::NameTeam>, Who::signed_in, "",
          "The reviewing school names who comes."},
    Route{"POST", "/api/v1/reviews/{id}/agree-days", on_review<review::AgreeDays>, Who::signed_in,
          "", "Agrees the days, or moves them."},
    Route{"POST", "/api/v1/reviews/{id}/cancel", on_review<review::Cancel>, Who::signed_in, "",
          "Cancels a review."},
    Route{"POST", "/api/v1/reviews/{id}/record-held", on_review<review::RecordHeld>, Who::signed_in,
          "", "Says that the days took place."},
    Route{"POST", "/api/v1/reviews/{id}/correct-held", on_review<review::CorrectHeld>,
          Who::signed_in, "", "Says that a review took place on other days, or not at all."},
    Route{"POST", "/api/v1/reviews/{id}/draft-report", on_review<review::DraftReport>,
          Who::signed_in, "", "The team writes its report."},
    Route{"POST", "/api/v1/reviews/{id}/answer-report", on_review<review::AnswerReport>,
          Who::signed_in, "", "The host says whether the report is accurate."},
    Route{"POST", "/api/v1/reviews/{id}/correct-report", on_review<review::CorrectReport>,
          Who::signed_in, "", "The team puts its report right after it was answered."},
    Route{"POST", "/api/v1/reviews/{id}/correct-answer", on_review<review::CorrectAnswer>,
          Who::signed_in, "", "The host puts its answer right."},
    Route{"POST", "/api/v1/reviews/{id}/close", on_review<review::Close>, Who::signed_in, "",
          "Completes a review."},
};

}  // namespace

std::span<const Route> review_routes() {
    return table;
}

}  // namespace commonweal::api
