#pragma once
// What some words find: schools, visits, reviews, partnerships and meetings in one place.

#include "projections/diary/diary.hpp"
#include "projections/directory/directory.hpp"

namespace commonweal::view {

inline constexpr std::size_t sought_words_max = 8;
/// Visits, reviews, partnerships and meetings that are looked at, from the newest on.
inline constexpr std::size_t looked_at_max = 20'000;

/// The words of a text in small letters: one more than are looked for at most, where there are
/// more. A single letter is none.
std::vector<std::string> words_in(std::string_view text);

/// What somebody looks for: every word must be found, whatever its case. The
/// directory outlives it.
class Sought {
  public:
    Sought(std::string_view text, const Directory& directory);

    bool nothing() const { return words_.empty(); }
    /// Each word is in the text, or says one of the schools.
    bool found_in(const std::string& text, const std::vector<SchoolId>& schools) const;

  private:
    const Directory* directory_;
    std::vector<std::string> words_;
};

/// Newest first, but for schools, which are in the order of their names. `more`: the kinds of which
/// there are more.
struct FoundThings {
    std::vector<SchoolSummary> schools;
    std::vector<VisitSummary> visits;
    std::vector<ReviewSummary> reviews;
    std::vector<PartnershipSummary> partnerships;
    std::vector<MeetingSummary> meetings;
    std::vector<std::string> more;
};
/// At most `limit` of each kind.
FoundThings find(const Sought& sought, std::size_t limit, const Directory& directory,
                 const Diary& diary);

}  // namespace commonweal::view
