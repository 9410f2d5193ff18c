#include "domain/scheduling/weights.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace commonweal::scheduling {
namespace {

constexpr Cost finest = 1000;

std::array<double, 7> in_order(const Weights& weights) {
    return {weights.travel,  weights.phase,  weights.balance,  weights.expertise,
            weights.novelty, weights.spread, weights.stability};
}

bool whole(const Weights& weights, Cost scale) {
    return std::ranges::all_of(in_order(weights), [&](double weight) {
        const auto scaled = weight * static_cast<double>(scale);
        return std::abs(scaled - std::round(scaled)) < 1e-9;
    });
}

/// What any pairing can cost stays within what choose_pairs takes.
bool room_for(const Weights& weights, Cost scale) {
    constexpr double kilometres = 5'600;  // across the Grid, three times as beyond a soft cap
    constexpr double others = 300;
    const auto dearest =
        weights.travel * kilometres + (weights.phase + weights.expertise + weights.novelty +
                                       weights.stability + weights.balance) *
                                          others;
    return dearest * static_cast<double>(scale) < static_cast<double>(pairing_cost_max);
}

}  // namespace

IntegerWeights integer_weights(const Weights& weights, Noted& noted) {
    Cost scale = 1;
    while (scale < finest && !whole(weights, scale) && room_for(weights, scale * 10)) scale *= 10;
    if (!whole(weights, scale))
        noted.once("/round/weights", "are counted in steps of 1/" + std::to_string(scale));
    std::array<Cost, 7> all{};
    std::ranges::transform(in_order(weights), all.begin(), [&](double weight) {
        return std::llround(weight * static_cast<double>(scale));
    });
    return {scale, all[0], all[1], all[2], all[3], all[4], all[5], all[6]};
}

}  // namespace commonweal::scheduling
