#include "domain/scheduling/instance.hpp"

#include <algorithm>
#include <cmath>

#include "domain/core/among.hpp"

namespace commonweal::scheduling {
namespace {

constexpr std::size_t contradictions_max = 200;
constexpr std::uint32_t ledger_years_usual = 3;
constexpr Cost finest = 1000;
/// Where the National Grid has land; other places are mistakes.
constexpr double grid_max = 1'300'000;

Day years_before(Day day, std::uint32_t years) {
    const std::chrono::year_month_day date{day};
    const auto earlier = date - std::chrono::years{static_cast<int>(years)};
    return earlier.ok() ? Day{earlier} : Day{earlier.year() / earlier.month() / std::chrono::last};
}

bool on_the_grid(const std::optional<double>& metres) {
    return metres && *metres >= 0 && *metres <= grid_max;
}

/// How many reviews people can staff who each take part in so many: one may lead, `team` go.
std::uint32_t staffed(const std::vector<const Person*>& people, std::uint32_t team, bool with_lead,
                      std::uint32_t at_most) {
    for (auto reviews = at_most; reviews > 0; --reviews) {
        std::uint64_t all = 0;
        std::uint64_t leads = 0;
        for (const auto* person : people) {
            const auto takes = std::min(person->capacity, reviews);
            all += takes;
            if (person->can_lead) leads += takes;
        }
        if (all >= std::uint64_t{reviews} * team && (!with_lead || leads >= reviews))
            return reviews;
    }
    return 0;
}

}  // namespace

/// Reads the problem into the instance, list by list.
class InstanceReader {
  public:
    InstanceReader(const Problem& problem, Instance& to) : problem_(problem), to_(to) {}

    void read() {
        read_round();
        for (std::size_t i = 0; i < problem_.schools.size(); ++i) read_school(i);
        for (std::size_t i = 0; i < problem_.reviewers.size(); ++i) read_person(i);
        read_weights();
        for (const auto& past : problem_.history) read_past(past);
        for (auto& member : to_.members_) std::ranges::sort(member.past, {}, &PastWith::other);
        read_given(problem_.locks, to_.locks_, "/locks/");
        read_given(problem_.previous, to_.previous_, "");
        note_previous();
        for (SchoolNumber school = 0; school < to_.schools(); ++school) limit_give(school);
        note_totals();
    }

  private:
    void note(std::string at, std::string what) {
        auto& all = to_.contradictions_;
        if (all.size() < contradictions_max)
            all.push_back({std::move(at), std::move(what)});
        else
            ++left_out_;
        if (left_out_ == 1) all.push_back({"", "there are more like these"});
    }
    static std::string place(const char* list, std::size_t i) { return list + std::to_string(i); }

    void read_round() {
        const auto& round = problem_.round;
        to_.from_different_ = round.team_from == TeamFrom::different_schools && round.team_size > 1;
        to_.team_size_ = round.team_size;
        if (to_.from_different_ && round.mode != Mode::rotation) {
            to_.from_different_ = false;
            if (round.mode == Mode::pairs)
                note("/round/team_from",
                     "in pairs one school reviews the other: the team is of one school");
        }
        if (round.mode == Mode::triads && round.team_size < 2) {
            to_.team_size_ = 2;
            note("/round/team_size",
                 "in triads two schools review the third: the team has two people");
        }
        if (to_.days_.windows() == 0)
            note("/round", "there are no " + std::to_string(round.review_days) +
                               " working days in a row from " + to_text(round.first_day) + " to " +
                               to_text(round.last_day));
        if (to_.days_.cut_off())
            note("/round/last_day", "a round has at most " + std::to_string(working_days_max) +
                                        " working days: it is planned until " +
                                        to_text(to_.days_.days().back()));
    }

    void read_school(std::size_t i) {
        const auto& school = problem_.schools[i];
        if (!schools_.emplace(school.urn, to_.schools()).second)
            return note(place("/schools/", i),
                        "the school " + school.urn + " is there already: this entry is not used");
        to_.at_.push_back(i);
        Member member;
        read_place(school, member, i);
        if (school.phase) member.phase = phase_of(*school.phase);
        if (school.trust && !school.trust->empty())
            member.trust = number_in(trusts_, *school.trust) + 1;
        member.give = school.give;
        member.receive = school.receive;
        member.open = to_.days_.windows_without(school.closed_days);
        member.needs = themes(school.needs);
        member.offers = themes(school.offers);
        if (school.give + school.receive > 0 && member.open.none() && to_.days_.windows() > 0)
            note(place("/schools/", i), school.urn + " is open on no " +
                                            std::to_string(problem_.round.review_days) +
                                            " days in a row of the round");
        to_.members_.push_back(std::move(member));
    }
    void read_place(const School& school, Member& member, std::size_t i) {
        if (!school.easting && !school.northing) return;
        member.has_place = on_the_grid(school.easting) && on_the_grid(school.northing);
        if (!member.has_place)
            return note(place("/schools/", i),
                        school.urn +
                            " has no easting and northing on the National Grid: its place "
                            "counts as not known");

        member.easting = std::llround(*school.easting);
        member.northing = std::llround(*school.northing);
    }
    static std::uint32_t number_in(std::map<std::string, std::uint32_t, std::less<>>& numbers,
                                   const std::string& text) {
        return numbers.emplace(text, static_cast<std::uint32_t>(numbers.size())).first->second;
    }
    Themes themes(const std::vector<std::string>& texts) {
        Themes themes;
        for (const auto& text : texts) {
            const auto number = number_in(themes_, text);
            if (number < themes.size())
                themes.set(number);
            else if (number == themes.size())
                note("/schools",
                     "needs and offers name more than 256 different things: the rest is not used");
        }
        return themes;
    }

    void read_person(std::size_t i) {
        const auto& reviewer = problem_.reviewers[i];
        const auto school = schools_.find(reviewer.school);
        if (school == schools_.end())
            return note(place("/reviewers/", i), "the school " + reviewer.school +
                                                     " is not in the round: " + reviewer.id +
                                                     " is on no team");
        if (!people_.emplace(reviewer.id, static_cast<PersonNumber>(to_.people_.size())).second)
            return note(place("/reviewers/", i),
                        reviewer.id + " is there already: this entry is not used");
        if (reviewer.can_lead && !reviewer.trained_until)
            note(place("/reviewers/", i),
                 reviewer.id + " may lead and has no training: comes along in training");
        add_person(reviewer, school->second);
        to_.person_at_.push_back(i);
    }
    void add_person(const Reviewer& reviewer, SchoolNumber school) {
        const auto& days = to_.days_;
        Person person;
        person.number = static_cast<PersonNumber>(to_.people_.size());
        person.school = school;
        person.capacity = reviewer.capacity.value_or(reviews_of_a_school_max);
        person.trained = reviewer.trained_until.has_value();
        person.in_date =
            person.trained ? days.windows_until(*reviewer.trained_until) : days.windows_without({});
        person.may_review = person.in_date & days.windows_without(reviewer.away);
        person.can_lead = reviewer.can_lead && person.trained && person.in_date.any();
        if (person.can_lead) person.may_lead = person.may_review;
        read_conflicts(reviewer, person);
        to_.members_[school].people.push_back(person.number);
        to_.people_.push_back(std::move(person));
    }
    void read_conflicts(const Reviewer& reviewer, Person& person) {
        for (const auto& urn : reviewer.conflicts)
            if (const auto found = schools_.find(urn); found != schools_.end()) {
                person.conflicts.push_back(found->second);
                add_once(to_.members_[found->second].in_conflict, person.school);
            }
        std::ranges::sort(person.conflicts);
    }
    static void add_once(std::vector<SchoolNumber>& to, SchoolNumber school) {
        const auto at = std::ranges::lower_bound(to, school);
        if (at == to.end() || *at != school) to.insert(at, school);
    }

    void read_past(const PastReview& past) {
        const auto& round = problem_.round;
        const auto host = schools_.find(past.host);
        const auto giver = schools_.find(past.reviewing_school);
        if (past.on >= round.first_day) return;
        if (past.on >
            years_before(round.first_day, round.ledger_years.value_or(ledger_years_usual))) {
            if (host != schools_.end()) ++to_.members_[host->second].received;
            if (giver != schools_.end()) ++to_.members_[giver->second].gave;
        }
        if (host == schools_.end() || giver == schools_.end() || host == giver) return;
        auto& with = past_with(host->second, giver->second);
        ++with.reviews;
        ++past_with(giver->second, host->second).reviews;
        if (round.no_repeat_years &&
            past.on > years_before(round.first_day, *round.no_repeat_years))
            with.repeat = true;
    }
    PastWith& past_with(SchoolNumber host, SchoolNumber other) {
        auto& past = to_.members_[host].past;
        const auto found = std::ranges::find(past, other, &PastWith::other);
        if (found != past.end()) return *found;
        return past.emplace_back(PastWith{other, 0, false});
    }

    /// Of a list of reviews those that name what is there; what is wrong is noted under `at`,
    /// where that is said.
    void read_given(const std::vector<GivenReview>& list, std::vector<Given>& to, const char* at) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            std::string wrong;
            auto given = known(list[i], wrong, *at != '\0');
            given.at = i;
            if (wrong.empty())
                to.push_back(std::move(given));
            else if (*at != '\0')
                note(place(at, i), wrong + ": it is not kept");
        }
    }
    /// What was in the plan before may name people and days that are no more.
    Given known(const GivenReview& review, std::string& wrong, bool locked) const {
        Given given;
        given.host = school_of(review.host, wrong);
        if (review.reviewing_school)
            given.givers.push_back(school_of(*review.reviewing_school, wrong));
        for (const auto& member : review.team) read_team_member(member, given, wrong, locked);
        std::ranges::sort(given.givers);
        given.givers.erase(std::ranges::unique(given.givers).begin(), given.givers.end());
        std::ranges::sort(given.people);
        if (given.givers.empty()) wrong = "nobody is said to review " + review.host;
        given.days_said = !review.days.empty();
        if (given.days_said) given.window = to_.days_.window_of(review.days);
        if (locked && !review.days.empty() && !given.window)
            wrong = "from " + to_text(review.days.front()) + " there are no " +
                    std::to_string(problem_.round.review_days) +
                    " working days in a row of the round that are the days of this review";
        return given;
    }
    void read_team_member(const TeamMember& member, Given& given, std::string& wrong,
                          bool locked) const {
        given.givers.push_back(school_of(member.school, wrong));
        const auto person = people_.find(member.reviewer);
        if (person == people_.end() || to_.people_[person->second].school != given.givers.back()) {
            if (wrong.empty() && locked)
                wrong = member.reviewer + " is no reviewer of " + member.school + " in this round";
            return;
        }
        given.people.push_back(person->second);
        if (member.role == review::TeamRole::lead) given.lead = person->second;
    }
    SchoolNumber school_of(const std::string& urn, std::string& wrong) const {
        const auto found = schools_.find(urn);
        if (found != schools_.end()) return found->second;
        if (wrong.empty()) wrong = "the school " + urn + " is not in the round";
        return 0;
    }
    void note_previous() {
        for (std::size_t i = 0; i < to_.previous_.size(); ++i) {
            const auto& review = to_.previous_[i];
            to_.members_[review.host].reviews_before.push_back(i);
            for (const auto giver : review.givers)
                add_once(to_.members_[review.host].reviewed_by, giver);
        }
    }

    void limit_give(SchoolNumber school) {
        auto& member = to_.members_[school];
        std::vector<const Person*> people;
        for (const auto person : member.people)
            if (to_.people_[person].in_date.any()) people.push_back(&to_.people_[person]);
        const auto can = staffed(people, to_.sends(), to_.from_one_school(), member.give);
        if (can < member.give)
            note(place("/schools/", to_.at_[school]) + "/give",
                 to_.urn(school) + " gives " + std::to_string(member.give) +
                     ", and its people can staff " + std::to_string(can));
        member.can_give = can;
    }
    void note_totals() {
        std::uint64_t wanted = 0;
        std::uint64_t given = 0;
        for (const auto& member : to_.members_) {
            wanted += member.receive;
            given += member.can_give;
        }
        const std::uint64_t each = to_.from_different_                   ? to_.team_size_
                                   : problem_.round.mode == Mode::triads ? 2
                                                                         : 1;
        if (wanted * each > given)
            note("/schools",
                 std::to_string(wanted) + " reviews are wanted" +
                     (each > 1 ? ", each by " + std::to_string(each) + " schools," : "") + " and " +
                     std::to_string(given) + " can be given");
        const auto weeks = std::max(1U, to_.days_.open_weeks());
        to_.even_share_ = static_cast<std::uint32_t>((wanted + weeks - 1) / weeks);
    }

    /// Weights become whole numbers: as fine as they are given, where the sums of a plan have room.
    void read_weights() {
        const auto given = problem_.round.weights.value_or(Weights{});
        const std::array all{given.travel,  given.phase,  given.balance,  given.expertise,
                             given.novelty, given.spread, given.stability};
        auto& weights = to_.weights_;
        for (weights.scale = 1; weights.scale < finest && room_for(given, weights.scale * 10) &&
                                !std::ranges::all_of(
                                    all,
                                    [&](double weight) {
                                        return whole(weight * static_cast<double>(weights.scale));
                                    });)
            weights.scale *= 10;
        const auto in_whole = [&](double weight) {
            return std::llround(weight * static_cast<double>(weights.scale));
        };
        weights.travel = in_whole(given.travel);
        weights.phase = in_whole(given.phase);
        weights.balance = in_whole(given.balance);
        weights.expertise = in_whole(given.expertise);
        weights.novelty = in_whole(given.novelty);
        weights.spread = in_whole(given.spread);
        weights.stability = in_whole(given.stability);
        if (!std::ranges::all_of(all, [&](double weight) {
                return whole(weight * static_cast<double>(weights.scale));
            }))
            note("/round/weights",
                 "weights are counted in steps of 1/" + std::to_string(weights.scale));
    }
    static bool whole(double number) { return std::abs(number - std::round(number)) < 1e-9; }
    /// What any pairing can cost stays within what choose_pairs takes.
    static bool room_for(const Weights& weights, Cost scale) {
        constexpr double kilometres = 5'600;
        constexpr double others = 300;
        const auto dearest =
            weights.travel * kilometres + (weights.phase + weights.expertise + weights.novelty +
                                           weights.stability + weights.balance) *
                                              others;
        return dearest * static_cast<double>(scale) < static_cast<double>(pairing_cost_max);
    }

    const Problem& problem_;
    Instance& to_;
    std::unordered_map<std::string, SchoolNumber> schools_;
    std::unordered_map<std::string, PersonNumber> people_;
    std::map<std::string, std::uint32_t, std::less<>> trusts_;
    std::map<std::string, std::uint32_t, std::less<>> themes_;
    std::size_t left_out_ = 0;
};

Instance::Instance(const Problem& problem) : problem_(&problem), days_(problem) {
    InstanceReader(problem, *this).read();
}

bool Instance::soft(SoftRule rule) const {
    return among(rules().soft, rule);
}

}  // namespace commonweal::scheduling
