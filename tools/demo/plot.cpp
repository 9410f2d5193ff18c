#include "tools/demo/plot.hpp"

namespace commonweal::demo {

void Plot::at(Day day, Scene scene) {
    const std::chrono::minutes minute{8 * 60 + static_cast<int>(stage_->below(9 * 60))};
    scenes_.emplace(app::london_time(day, minute), std::move(scene));
}

void Plot::later(std::size_t least, std::size_t most, Scene scene) {
    const auto day = term_day(today() + std::chrono::days{least + stage_->below(most - least + 1)});
    if (day <= last_) at(day, std::move(scene));
}

void Plot::play_day(Day day) {
    while (!scenes_.empty() && scenes_.begin()->first < app::london_time(day, end_of_day)) {
        auto scene = std::move(scenes_.begin()->second);
        stage_->set_time(scenes_.begin()->first);
        scenes_.erase(scenes_.begin());
        scene();
    }
}

Day Plot::term_day(Day day) {
    while (!in_term(day)) day += std::chrono::days{1};
    return day;
}

std::optional<std::pair<Member, Member>> Plot::pair_of(const Group& group,
                                                       bool of_different_trusts) {
    constexpr int tries = 8;
    for (int i = 0; i < tries; ++i) {
        const auto& a = stage_->one_of(group.members);
        const auto& b = stage_->one_of(group.members);
        if (a.school == b.school) continue;
        const auto first = app().load<School>(a.school);
        const auto second = app().load<School>(b.school);
        if (!of_different_trusts || !common_group(*first, *second)) return std::pair{a, b};
    }
    return std::nullopt;
}

std::string Plot::theme_of(const Group& group) {
    return stage_->one_of(app().load<Network>(group.network)->themes).code;
}

}  // namespace commonweal::demo
