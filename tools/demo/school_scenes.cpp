#include "tools/demo/school_scenes.hpp"

#include <set>

namespace commonweal::demo {
namespace {

using calendar::Closed;
using calendar::Whose;

const access::Actor the_operator{PersonId{}, {{person::RoleKind::administrator, ""}}, {}};
constexpr SchoolId ashton_park{145398};
constexpr SchoolId cooper_school{141069};
/// Thurrock's autumn half-term is the early one.
constexpr std::string_view early_authority = "883";

/// Lists of terms come out in May, for the year that begins in September.
Day published(std::uint16_t year) {
    return Plot::term_day(std::chrono::year{year} / std::chrono::May / 10);
}
/// In March one begins to think of the next year.
Day carried(std::uint16_t year) {
    return Plot::term_day(std::chrono::year{year + 1} / std::chrono::March / 1);
}

}  // namespace

void SchoolScenes::begin(const Cast& cast) {
    cast_ = &cast;
    const auto year = calendar::school_year_of(plot_->last());
    plot_->at(published(year), [=, this] { publish_terms(year); });
    const Day soon = Plot::term_day(published(year) + std::chrono::days{20});
    const auto all = members();
    constexpr std::size_t second_half = 1;
    constexpr std::size_t last_half = 5;
    plot_->at(soon, [=, this] { set_inset_days(all.at(ashton_park), year, last_half); });
    plot_->at(soon, [=, this] { set_inset_days(all.at(cooper_school), year, second_half); });
    if (carried(year) <= plot_->last())
        plot_->at(carried(year), [=, this] { carry_terms(ashton_park, year); });
    plot_->at(plot_->today(), [this] { open_ledgers(cast_->groups.front()); });
    plot_->at(Plot::term_day(plot_->today()), [this] { set_cover_rates(); });
}

/// Of the authorities of all schools that are in a cluster.
void SchoolScenes::publish_terms(std::uint16_t year) {
    std::set<std::string> authorities;
    for (const auto& [school, member] : members())
        authorities.insert(app().load<School>(school)->details.authority_code);
    authorities.erase("");
    for (const auto& code : authorities) {
        const auto autumn = code == early_authority ? HalfTerm::early : HalfTerm::usual;
        stage().act(the_operator, app::set_term_dates(
                                      {Whose::authority, code},
                                      {Whose::authority, year, false, terms_of(year, autumn), {}}));
    }
}

/// Five a year, each school its own: here all days back but one.
void SchoolScenes::set_inset_days(const Member& member, std::uint16_t year, std::size_t left_out) {
    calendar::SetTermDates command{Whose::school, year, false, {}, {}};
    const auto back = days_back(year);
    for (std::size_t i = 0; i < back.size(); ++i)
        if (i != left_out) command.closed.push_back({back[i], back[i], Closed::inset, "INSET day"});
    stage().act(member.head, app::school_command(member.school, std::move(command)));
}

/// So that the next year can be planned before its list is out.
void SchoolScenes::carry_terms(SchoolId school, std::uint16_t year) {
    stage().act(cast_->coordinator,
                app::school_command(school, calendar::CarryTermDates{Whose::authority, year}));
}

/// One school had given two reviews more than it received, to the two after it in the cluster.
void SchoolScenes::open_ledgers(const Group& group) {
    constexpr std::array<std::int32_t, 3> reviews{2, -1, -1};
    constexpr std::int32_t days_each = 2;
    for (std::size_t i = 0; i < reviews.size() && i < group.members.size(); ++i) {
        const ledger::EnterInLedger command{group.network,          ledger::EntryKind::opening,
                                            plot_->today(),         reviews[i],
                                            reviews[i] * days_each, plot_->words(openings())};
        stage().act(cast_->coordinator, app::school_command(group.members[i].school, command));
    }
}

/// Not every school says it.
void SchoolScenes::set_cover_rates() {
    constexpr std::uint32_t least_pence = 19'500;
    constexpr std::uint32_t step_pence = 500;
    for (const auto& [school, member] : members()) {
        const bool says = school == ashton_park || stage().happens(40);
        if (!says) continue;
        const auto pence = least_pence + step_pence * static_cast<std::uint32_t>(stage().below(10));
        stage().act(member.head,
                    app::school_command(school, ledger::SetCoverRate{pence, plot_->today()}));
    }
}

/// Each once, though a school may be in several clusters.
std::map<SchoolId, Member> SchoolScenes::members() const {
    std::map<SchoolId, Member> all;
    for (const auto& group : cast_->groups)
        for (const auto& member : group.members) all.emplace(member.school, member);
    return all;
}

}  // namespace commonweal::demo
