#include "domain/scheduling/diary.hpp"

namespace commonweal::scheduling {
namespace {

std::int64_t beyond(std::uint32_t count, std::uint32_t free) {
    return count > free ? count - free : 0;
}

/// Each of so many counts by how many they are beyond what is free.
std::int64_t all_beyond(std::uint32_t count, std::uint32_t free) {
    return count * beyond(count, free);
}

}  // namespace

Diary::Diary(const Instance& instance)
    : instance_(instance),
      weeks_(instance.days().weeks()),
      releases_(instance.rules().releases_per_week),
      releases_soft_(instance.soft(SoftRule::releases)),
      hosting_(instance.schools()),
      reviewing_(instance.people().size()),
      load_(instance.people().size()),
      released_(std::size_t{instance.schools()} * weeks_),
      begin_in_(weeks_) {}

void Diary::change(const Review& review, const Slot& slot, int by) {
    const auto days = instance_.days().day_set_of(slot.window);
    const auto add = [by](std::uint32_t& to) {
        to = static_cast<std::uint32_t>(static_cast<int>(to) + by);
    };
    hosting_[review.host] ^= days;
    for (const auto person : slot.team) {
        reviewing_[person] ^= days;
        add(load_[person]);
    }
    each_release(review, slot.window,
                 [&](SchoolNumber giver, WeekNumber week) { add(released(giver, week)); });
    add(begin_in_[instance_.days().first_week(slot.window)]);
}

bool Diary::releases_free(const Review& review, WindowNumber window) const {
    bool free = true;
    if (releases_ && !releases_soft_)
        each_release(review, window, [&](SchoolNumber giver, WeekNumber week) {
            free = free && released(giver, week) < *releases_;
        });
    return free;
}

std::int64_t Diary::spread_of(const Review& review, WindowNumber window) const {
    const auto share = instance_.even_share();
    const auto week = begin_in_[instance_.days().first_week(window)];
    auto spread = all_beyond(week + 1, share) - all_beyond(week, share);
    if (releases_ && releases_soft_)
        each_release(review, window, [&](SchoolNumber giver, WeekNumber in) {
            const auto before = released(giver, in);
            spread += all_beyond(before + 1, *releases_) - all_beyond(before, *releases_);
        });
    return spread;
}

std::int64_t Diary::spread_in(const Review& review, const Slot& slot) const {
    auto spread =
        beyond(begin_in_[instance_.days().first_week(slot.window)], instance_.even_share());
    if (releases_ && releases_soft_)
        each_release(review, slot.window, [&](SchoolNumber giver, WeekNumber week) {
            spread += beyond(released(giver, week), *releases_);
        });
    return spread;
}

}  // namespace commonweal::scheduling
