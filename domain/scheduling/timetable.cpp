#include "domain/scheduling/timetable.hpp"

#include <algorithm>
#include <tuple>

#include "domain/scheduling/costs.hpp"
#include "domain/scheduling/sequence.hpp"

namespace commonweal::scheduling {
namespace {

constexpr int times_to_smooth = 3;

}  // namespace

Timetable::Timetable(const Instance& instance, const PairingRules& rules,
                     std::function<bool()> stop, std::uint64_t shuffled)
    : instance_(instance),
      rules_(rules),
      stop_(std::move(stop)),
      shuffled_(shuffled),
      diary_(instance),
      teams_(instance, diary_) {}

WindowSet Timetable::windows_of(const Instance& instance, const PairingRules& rules,
                                const Review& review) {
    auto windows = instance.member(review.host).open;
    WindowSet lead;
    for (const auto giver : review.givers) {
        windows &= rules.windows(giver, review.host);
        lead |= rules.lead_windows(giver, review.host);
    }
    windows &= lead;
    if (review.lock == nullptr || !review.lock->window) return windows;
    WindowSet locked;
    locked.set(*review.lock->window);
    return windows & locked;
}

std::vector<std::optional<Slot>> Timetable::place(const std::vector<Review>& reviews) {
    reviews_ = &reviews;
    slots_.resize(reviews.size());
    of_school_.resize(instance_.schools());
    for (Number number = 0; number < reviews.size(); ++number) {
        windows_.push_back(windows_of(instance_, rules_, reviews[number]));
        of_school_[reviews[number].host].push_back(number);
        for (const auto giver : reviews[number].givers) of_school_[giver].push_back(number);
    }
    std::vector<Number> without;
    for (const auto number : tightest_first())
        if (!put_anywhere(number)) without.push_back(number);
    for (const auto number : without)
        if (!stop_ || !stop_()) put_instead(number);
    for (int time = 0; time < times_to_smooth; ++time) smooth();
    return slots_;
}

/// Locked reviews are first, then those that were there before, then by how much room they have.
std::vector<Timetable::Number> Timetable::tightest_first() const {
    std::vector<Number> order(reviews_->size());
    std::vector<std::uint64_t> drawn(order.size());
    Sequence sequence(shuffled_);
    for (Number number = 0; number < order.size(); ++number) {
        order[number] = number;
        if (shuffled_ != 0) drawn[number] = sequence.next();
    }
    std::ranges::sort(order, {}, [&](Number number) {
        const auto& review = (*reviews_)[number];
        return std::tuple{review.lock == nullptr, drawn[number], review.before == nullptr,
                          windows_[number].count(), number};
    });
    return order;
}

Cost Timetable::cost_in(Number number, WindowNumber window) const {
    const auto& review = (*reviews_)[number];
    Parts parts;
    parts.spread = diary_.spread_of(review, window);
    if (review.before != nullptr && review.before->window != window)
        parts.stability = not_as_before;
    return total_of(instance_, parts);
}

/// The cheapest first; of those that cost the same, unbroken ones in the emptiest weeks.
std::vector<WindowNumber> Timetable::best_windows(Number number) const {
    using Key = std::tuple<Cost, bool, std::uint32_t, WindowNumber>;
    const auto& review = (*reviews_)[number];
    std::vector<Key> keys;
    for (WindowNumber window = 0; window < instance_.days().windows(); ++window)
        if (windows_[number].test(window) && diary_.host_free(review.host, window) &&
            diary_.releases_free(review, window))
            keys.emplace_back(cost_in(number, window), instance_.days().broken(window),
                              diary_.in_week(instance_.days().first_week(window)), window);
    std::ranges::sort(keys);
    std::vector<WindowNumber> windows;
    for (const auto& key : keys) windows.push_back(std::get<3>(key));
    return windows;
}

std::optional<Slot> Timetable::slot_in(Number number, WindowNumber window) const {
    const auto& review = (*reviews_)[number];
    if (!windows_[number].test(window) || !diary_.host_free(review.host, window) ||
        !diary_.releases_free(review, window))
        return std::nullopt;
    return teams_.pick(review, window);
}

void Timetable::put(Number number, Slot slot) {
    diary_.put((*reviews_)[number], slot);
    slots_[number] = std::move(slot);
}

Slot Timetable::take(Number number) {
    auto slot = std::move(*slots_[number]);
    slots_[number].reset();
    diary_.take((*reviews_)[number], slot);
    return slot;
}

bool Timetable::put_anywhere(Number number) {
    for (const auto window : best_windows(number))
        if (auto slot = teams_.pick((*reviews_)[number], window)) {
            put(number, std::move(*slot));
            return true;
        }
    return false;
}

/// One of the reviews of the same schools moves out of the way.
bool Timetable::put_instead(Number number) {
    const auto& review = (*reviews_)[number];
    auto schools = review.givers;
    schools.push_back(review.host);
    for (const auto school : schools)
        for (const auto other : of_school_[school])
            if (other != number && slots_[other] && put_after_moving(number, other)) return true;
    return false;
}

bool Timetable::put_after_moving(Number number, Number other) {
    auto before = take(other);
    for (WindowNumber window = 0; window < instance_.days().windows(); ++window) {
        auto slot = slot_in(number, window);
        if (!slot) continue;
        put(number, std::move(*slot));
        if (put_anywhere(other)) return true;
        take(number);
    }
    put(other, std::move(before));
    return false;
}

/// Reviews that cost something where they are go where they cost less, if there is such a place.
void Timetable::smooth() {
    for (Number number = 0; number < slots_.size(); ++number) {
        if (!slots_[number] || (*reviews_)[number].lock != nullptr) continue;
        auto before = take(number);
        const auto cost = cost_in(number, before.window);
        const auto windows = cost > 0 ? best_windows(number) : std::vector<WindowNumber>{};
        std::optional<Slot> better;
        for (const auto window : windows) {
            if (cost_in(number, window) >= cost) break;
            better = teams_.pick((*reviews_)[number], window);
            if (better) break;
        }
        put(number, better ? std::move(*better) : std::move(before));
    }
}

}  // namespace commonweal::scheduling
