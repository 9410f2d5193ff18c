#pragma once
// A problem made ready to be solved: numbers instead of texts, days as bit sets, and every
// contradiction noted.
//
// Owner: make_plan.

#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/scheduling/pairing.hpp"
#include "domain/scheduling/phases.hpp"
#include "domain/scheduling/plan.hpp"
#include "domain/scheduling/round_days.hpp"

namespace commonweal::scheduling {

class Noted;

using PersonNumber = std::uint32_t;
using Themes = std::bitset<256>;

struct Person {
    PersonNumber number = 0;
    SchoolNumber school = 0;
    std::uint32_t capacity = 0;
    bool trained = false;  ///< otherwise in training
    WindowSet may_lead;    ///< there, in date, and able to lead
    WindowSet may_review;  ///< there, and in date or in training
    WindowSet in_date;     ///< as may_review, but as if never away
    bool can_lead = false;
    std::vector<SchoolNumber> conflicts;  ///< in order
};

/// What the history says of two schools, kept with the host.
struct PastWith {
    SchoolNumber other = 0;
    std::uint32_t reviews = 0;  ///< both ways
    bool repeat = false;        ///< the other reviewed the host too short a time ago
};

/// What is known of a school, for the solver.
struct Member {
    bool has_place = false;
    std::int64_t easting = 0;  ///< metres
    std::int64_t northing = 0;
    Phase phase = Phase::not_known;
    std::uint32_t trust = 0;  ///< 0: none
    std::uint32_t give = 0;
    std::uint32_t can_give = 0;  ///< give, as far as its people can staff it
    std::uint32_t receive = 0;
    std::int64_t gave = 0;  ///< before the round, over the years that count
    std::int64_t received = 0;
    WindowSet open;
    Themes needs;
    Themes offers;
    std::vector<PersonNumber> people;
    std::vector<PastWith> past;               ///< by the other's number
    std::vector<SchoolNumber> reviewed_by;    ///< in the plan before, by number
    std::vector<std::size_t> reviews_before;  ///< of it, in the list of the plan before
    /// Schools with people who have declared a conflict with this one, by number.
    std::vector<SchoolNumber> in_conflict;

    std::int64_t ahead() const { return gave - received; }
};

/// A review that is given: a lock, or one of the plan before.
struct Given {
    SchoolNumber host = 0;
    std::vector<SchoolNumber> givers;  ///< in order, each once
    std::vector<PersonNumber> people;  ///< in order; empty: not said
    std::optional<PersonNumber> lead;
    std::optional<WindowNumber> window;
    bool days_said = false;  ///< also where they are no window of this round
    std::size_t at = 0;      ///< its place in the problem's list
};

struct IntegerWeights {
    Cost scale = 1;  ///< costs are so many times finer than the document's
    Cost travel = 0, phase = 0, balance = 0, expertise = 0, novelty = 0, spread = 0, stability = 0;
};

class Instance {
  public:
    explicit Instance(const Problem& problem);

    const Problem& problem() const { return *problem_; }
    const RoundRules& rules() const { return problem_->round; }
    const RoundDays& days() const { return days_; }
    const IntegerWeights& weights() const { return weights_; }

    const std::vector<Member>& members() const { return members_; }
    const Member& member(SchoolNumber school) const { return members_[school]; }
    SchoolNumber schools() const { return static_cast<SchoolNumber>(members_.size()); }
    const std::vector<Person>& people() const { return people_; }
    const Person& person(PersonNumber person) const { return people_[person]; }
    const std::string& urn(SchoolNumber school) const { return problem_->schools[at_[school]].urn; }
    const std::string& id(PersonNumber person) const {
        return problem_->reviewers[person_at_[person]].id;
    }

    bool soft(SoftRule rule) const;
    bool swaps() const { return rules().swaps.value_or(Swaps::allowed) == Swaps::allowed; }
    Mode mode() const { return rules().mode; }
    /// Each member of a team comes from another school.
    bool from_different() const { return from_different_; }
    std::uint32_t team_size() const { return team_size_; }
    bool from_one_school() const { return !from_different_ && mode() != Mode::triads; }
    /// How many people a reviewing school sends at least.
    std::uint32_t sends() const {
        return from_different() || mode() == Mode::triads ? 1 : team_size();
    }
    /// Reviews in a week up to which it is free.
    std::uint32_t even_share() const { return even_share_; }
    bool replanning() const { return !problem_->previous.empty(); }

    const std::vector<Given>& locks() const { return locks_; }
    const std::vector<Given>& previous() const { return previous_; }
    const std::vector<Contradiction>& contradictions() const { return contradictions_; }
    double in_document(Cost cost) const {
        return static_cast<double>(cost) / static_cast<double>(weights_.scale);
    }

  private:
    void read_round(Noted& noted);
    void limit_give(SchoolNumber school, Noted& noted);
    void count_wanted(Noted& noted);

    const Problem* problem_;
    RoundDays days_;
    IntegerWeights weights_;
    std::vector<Member> members_;
    std::vector<std::size_t> at_;  ///< of each school, its place in the problem
    std::vector<Person> people_;
    std::vector<std::size_t> person_at_;
    std::vector<Given> locks_;
    std::vector<Given> previous_;
    std::vector<Contradiction> contradictions_;
    bool from_different_ = false;
    std::uint32_t team_size_ = 1;
    std::uint32_t even_share_ = 1;
};

}  // namespace commonweal::scheduling
