#include "domain/scheduling/phases.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace commonweal::scheduling {
namespace {

constexpr std::array<std::pair<std::string_view, Phase>, 9> names{
    {{"nursery", Phase::nursery},
     {"primary", Phase::primary},
     {"middle deemed primary", Phase::middle_deemed_primary},
     {"middle deemed secondary", Phase::middle_deemed_secondary},
     {"secondary", Phase::secondary},
     {"16 plus", Phase::sixteen_plus},
     {"all through", Phase::all_through},
     {"not applicable", Phase::not_applicable},
     {"special", Phase::not_applicable}}};

/// Each with the later one; most places have no middle schools, so some are passed over.
constexpr std::array<std::pair<Phase, Phase>, 8> neighbours{
    {{Phase::nursery, Phase::primary},
     {Phase::primary, Phase::middle_deemed_primary},
     {Phase::primary, Phase::middle_deemed_secondary},
     {Phase::primary, Phase::secondary},
     {Phase::middle_deemed_primary, Phase::middle_deemed_secondary},
     {Phase::middle_deemed_primary, Phase::secondary},
     {Phase::middle_deemed_secondary, Phase::secondary},
     {Phase::secondary, Phase::sixteen_plus}}};

char plain(char letter) {
    if (letter == '-' || letter == '_') return ' ';
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool of_all_ages(Phase phase) {
    return phase == Phase::all_through || phase == Phase::not_applicable;
}

}  // namespace

Phase phase_of(std::string_view text) {
    std::string name(text);
    std::ranges::transform(name, name.begin(), plain);
    const auto* found = std::ranges::find(names, std::string_view(name),
                                          &std::pair<std::string_view, Phase>::first);
    return found == names.end() ? Phase::not_known : found->second;
}

int steps_between(Phase one, Phase other) {
    if (one == Phase::not_known || other == Phase::not_known) return 2;
    if (one == other) return 0;
    if (of_all_ages(one) || of_all_ages(other)) return 1;
    const std::pair both{std::min(one, other), std::max(one, other)};
    return std::ranges::find(neighbours, both) == neighbours.end() ? 2 : 1;
}

}  // namespace commonweal::scheduling
