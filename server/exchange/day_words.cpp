#include "server/exchange/day_words.hpp"

#include <algorithm>
#include <array>

#include "domain/core/text.hpp"

namespace commonweal::exchange {
namespace {

/// Whole words with a space on either side, what they mean, and of how many days at most, if other
/// words are there to tell.
struct Phrase {
    std::string_view words;
    DaysKind kind;
    int days_max;
};

constexpr int any_length = 1'000'000;
constexpr int inset_max = 14;
constexpr int bank_holidays_max = 5;  // Maundy Thursday to Easter Monday
constexpr int half_term_max = 23;     // two weeks and the weekends around them
constexpr int holiday_max = 75;

/// The first that is there counts. Not "staff", "training" or "development" alone: there is
/// football training, too.
constexpr std::array phrases{
    Phrase{" inset ", DaysKind::inset, inset_max},
    Phrase{" insets ", DaysKind::inset, inset_max},
    Phrase{" pd ", DaysKind::inset, inset_max},
    Phrase{" training day ", DaysKind::inset, inset_max},
    Phrase{" training days ", DaysKind::inset, inset_max},
    Phrase{" staff training ", DaysKind::inset, inset_max},
    Phrase{" teacher training ", DaysKind::inset, inset_max},
    Phrase{" staff day ", DaysKind::inset, inset_max},
    Phrase{" staff days ", DaysKind::inset, inset_max},
    Phrase{" staff development ", DaysKind::inset, inset_max},
    Phrase{" professional development ", DaysKind::inset, inset_max},
    Phrase{" development day ", DaysKind::inset, inset_max},
    Phrase{" development days ", DaysKind::inset, inset_max},
    Phrase{" non pupil ", DaysKind::inset, inset_max},
    Phrase{" bank holiday ", DaysKind::bank_holiday, bank_holidays_max},
    Phrase{" bank holidays ", DaysKind::bank_holiday, bank_holidays_max},
    Phrase{" public holiday ", DaysKind::bank_holiday, bank_holidays_max},
    Phrase{" blocked ", DaysKind::blocked, any_length},
    Phrase{" half term ", DaysKind::holiday, half_term_max},
    Phrase{" half terms ", DaysKind::holiday, half_term_max},
    Phrase{" halfterm ", DaysKind::holiday, half_term_max},
    Phrase{" holiday ", DaysKind::holiday, holiday_max},
    Phrase{" holidays ", DaysKind::holiday, holiday_max},
    Phrase{" break ", DaysKind::holiday, holiday_max},
    Phrase{" vacation ", DaysKind::holiday, holiday_max},
    Phrase{" closed ", DaysKind::holiday, holiday_max},
    Phrase{" closure ", DaysKind::holiday, holiday_max},
    Phrase{" no school ", DaysKind::holiday, holiday_max},
    Phrase{" non school day ", DaysKind::holiday, holiday_max},
    Phrase{" term ", DaysKind::term, any_length},
    Phrase{" terms ", DaysKind::term, any_length},
    Phrase{" school day ", DaysKind::term, any_length},
    Phrase{" school days ", DaysKind::term, any_length},
};

constexpr std::array<std::string_view, 19> edges{
    " begin ",    " begins ",    " start ",    " starts ",   " end ",      " ends ",     " finish ",
    " finishes ", " first day ", " last day ", " opens ",    " reopens ",  " re opens ", " closes ",
    " return ",   " returns ",   " resumes ",  " break up ", " breaks up "};

/// Small letters and digits, one space between words and at both ends.
std::string words_of(std::string_view text) {
    std::string words = " ";
    for (const char c : small_letters(text)) {
        const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (in_word)
            words += c;
        else if (words.back() != ' ')
            words += ' ';
    }
    if (words.back() != ' ') words += ' ';
    return words;
}

}  // namespace

DaysKind kind_of_words(std::string_view text, std::chrono::days length) {
    const auto words = words_of(text);
    const auto said = [&](std::string_view phrase) { return words.contains(phrase); };
    const auto fits = [&](const Phrase& phrase) {
        return length.count() <= phrase.days_max && said(phrase.words);
    };
    auto found = std::ranges::find_if(phrases, fits);
    if (found == phrases.end()) found = std::ranges::find_if(phrases, said, &Phrase::words);
    if (found == phrases.end()) return DaysKind::other;
    const bool may_be_edge = found->kind == DaysKind::term || found->kind == DaysKind::holiday;
    if (may_be_edge && length.count() == 1 && std::ranges::any_of(edges, said))
        return DaysKind::edge_of_term;
    return found->kind;
}

}  // namespace commonweal::exchange
