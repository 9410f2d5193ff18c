#include "server/codec/planning.hpp"

#include <array>

namespace commonweal::codec {
namespace {

using scheduling::Problem;

/// What a plan says of a review, and a problem does not need.
constexpr std::array<std::string_view, 4> told_by_plans{"cost", "next_best", "alternates",
                                                        "locked"};

/// A whole plan stands for its reviews.
void unwrap_previous(boost::json::object& document) {
    auto* previous = document.if_contains("previous");
    if (previous == nullptr || !previous->is_object()) return;
    if (auto* reviews = previous->get_object().if_contains("reviews")) {
        auto list = std::move(*reviews);
        *previous = std::move(list);
    }
}

void forget_what_plans_tell(boost::json::object& document) {
    for (const auto* name : {"previous", "locks"}) {
        auto* list = document.if_contains(name);
        if (list == nullptr || !list->is_array()) continue;
        for (auto& review : list->get_array())
            if (auto* object = review.if_object())
                for (const auto told : told_by_plans) object->erase(told);
    }
}

/// Weights that are not given are the usual ones.
void fill_weights(boost::json::object& document) {
    auto* round = document.if_contains("round");
    if (round == nullptr || !round->is_object()) return;
    auto* weights = round->get_object().if_contains("weights");
    if (weights == nullptr || !weights->is_object()) return;
    const scheduling::Weights usual_weights;
    each_member(usual_weights, [&](const char* name, double usual, auto) {
        weights->get_object().emplace(name, usual);
    });
}

class Bounds {
  public:
    explicit Bounds(std::vector<BodyError>& errors) : errors_(errors) {}

    void check(const Problem& problem) {
        const auto& round = problem.round;
        within("/round/review_days", round.review_days, 1, scheduling::review_days_max);
        within("/round/team_size", round.team_size, 1, scheduling::team_size_max);
        if (round.travel_cap_km) within("/round/travel_cap_km", *round.travel_cap_km, 0, 10'000);
        if (round.no_repeat_years) within("/round/no_repeat_years", *round.no_repeat_years, 0, 100);
        if (round.ledger_years) within("/round/ledger_years", *round.ledger_years, 0, 100);
        if (round.weights) check(*round.weights);
        at_most("/schools", problem.schools.size(), scheduling::schools_max);
        at_most("/reviewers", problem.reviewers.size(), scheduling::reviewers_max);
        at_most("/history", problem.history.size(), scheduling::history_max);
        for (std::size_t i = 0; i < problem.schools.size(); ++i) check(problem.schools[i], i);
        for (std::size_t i = 0; i < problem.reviewers.size(); ++i)
            if (problem.reviewers[i].id.empty())
                wrong("/reviewers/" + std::to_string(i) + "/id", "is empty");
        within_years("/round/first_day", round.first_day);
        within_years("/round/last_day", round.last_day);
    }

  private:
    void check(const scheduling::School& school, std::size_t i) {
        const auto at = "/schools/" + std::to_string(i);
        if (school.urn.empty()) wrong(at + "/urn", "is empty");
        within(at + "/give", school.give, 0, scheduling::reviews_of_a_school_max);
        within(at + "/receive", school.receive, 0, scheduling::reviews_of_a_school_max);
    }
    void check(const scheduling::Weights& weights) {
        each_member(weights, [&](const char* name, double weight, auto) {
            within("/round/weights/" + std::string(name), weight, 0, scheduling::weight_max);
        });
    }
    void within(const std::string& at, double value, double least, double most) {
        if (!(value >= least && value <= most))
            wrong(at, "must be from " + whole(least) + " to " + whole(most));
    }
    void at_most(const std::string& at, std::size_t count, std::size_t most) {
        if (count > most) wrong(at, "is longer than " + std::to_string(most) + " entries");
    }
    void within_years(const std::string& at, Day day) {
        const std::chrono::year_month_day date{day};
        if (date.year() < std::chrono::year{1900} || date.year() > std::chrono::year{2200})
            wrong(at, "must be a day from 1900 to 2200");
    }
    static std::string whole(double number) {
        return std::to_string(static_cast<long long>(number));
    }
    void wrong(std::string at, std::string detail) {
        if (errors_.size() < body_errors_max) errors_.push_back({std::move(at), std::move(detail)});
    }

    std::vector<BodyError>& errors_;
};

}  // namespace

ReadProblem read_problem(std::string_view text) {
    ReadProblem read;
    auto document = parse_body(text, read.errors);
    if (!read.errors.empty()) return read;
    unwrap_previous(document);
    forget_what_plans_tell(document);
    fill_weights(document);
    BodyReader reader(read.errors, {scheduling::history_max, &read.unused});
    read.problem = reader.read<Problem>(document);
    if (read.errors.empty()) Bounds(read.errors).check(read.problem);
    return read;
}

}  // namespace commonweal::codec
