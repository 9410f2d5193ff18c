#pragma once
// A review of Ashton Park by Cooper, fact by fact and stage by stage.

#include "tests/domain/given.hpp"

namespace commonweal::testing {

inline const std::vector<review::TeamMember> ann_and_ben{{ann, review::TeamRole::lead},
                                                         {ben, review::TeamRole::reviewer}};

inline std::vector<Day> days(std::initializer_list<std::string_view> texts) {
    std::vector<Day> all;
    for (const auto text : texts) all.push_back(day(text));
    return all;
}
inline const std::vector<Day> two_days = days({"2026-03-09", "2026-03-10"});

inline review::Requested review_requested() {
    return {the_review, ashton_park, cooper, severn, {avon, cherwell}, words("Reading")};
}
inline review::TeamNamed review_team_named() {
    return {the_review, ann_and_ben};
}
inline review::DaysAgreed review_days_agreed() {
    return {the_review, two_days};
}
inline review::Held review_held() {
    return {the_review, days({"2026-02-26", "2026-02-27"})};
}
inline review::ReportDrafted review_drafted() {
    return {the_review, words("Warm"), words("Even warmer")};
}
inline review::ReportAnswered review_answered(bool accurate = true) {
    return {the_review, accurate, words("We read it")};
}

/// The review at a stage, in the fewest steps; an answered report was found accurate.
inline Given<Review> review_at(review::Stage stage) {
    using enum review::Stage;
    Review review;
    const auto add = [&](const auto&... facts) {
        (evolve(review, facts), ...);
        return Given<Review>(review);
    };
    if (stage == none) return add();
    add(review_requested());
    if (stage == declined) return add(review::Declined{the_review, {}});
    if (stage == cancelled) return add(review::Cancelled{the_review, {}});
    if (stage >= team_named) add(review_team_named());
    if (stage >= days_agreed) add(review_days_agreed());
    if (stage >= held) add(review_held());
    if (stage >= drafted) add(review_drafted());
    if (stage >= answered) add(review_answered());
    if (stage >= closed) add(review::Closed{the_review});
    return add();
}

}  // namespace commonweal::testing
