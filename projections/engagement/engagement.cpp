#include "projections/engagement/engagement.hpp"

#include "domain/core/overloaded.hpp"

namespace commonweal::view {
namespace {

using visit::Stage;
using ReviewStage = review::Stage;
using PartnershipStage = partnership::Stage;

/// Of the events on a thing's own stream: others that name it (a reminder, a pair that is taken) do
/// nothing to it.
std::optional<EngagementId> id_of(const AnyFact& fact) {
    return std::visit(
        []<class F>(const F& f) -> std::optional<EngagementId> {
            if constexpr (boost::mp11::mp_contains<visit::Fact, F>::value)
                return EngagementId{f.visit.bytes};
            else if constexpr (boost::mp11::mp_contains<review::Fact, F>::value)
                return EngagementId{f.review.bytes};
            else if constexpr (boost::mp11::mp_contains<partnership::Fact, F>::value)
                return EngagementId{f.partnership.bytes};
            else
                return std::nullopt;
        },
        fact);
}

void begin(Engagement& e, const visit::Requested& f) {
    e.kind = Kind::visit;
    e.giver = f.host;
    e.receiver = f.guest;
    e.network = f.network;
    e.visit_stage = Stage::requested;
}

void begin(Engagement& e, const review::Requested& f) {
    e.kind = Kind::review;
    e.giver = f.reviewing_school;
    e.receiver = f.host;
    e.network = f.network;
    e.review_stage = ReviewStage::requested;
}

void begin(Engagement& e, const visit::Attested& f) {
    begin(e, visit::Requested{f.visit, f.guest, f.host, f.network, f.clusters, f.theme, {}});
    e.visit_stage = Stage::held;
    e.days = Days({&f.day, 1});
    e.attested = true;
}

void begin(Engagement& e, const review::Attested& f) {
    begin(e, review::Requested{f.review, f.host, f.reviewing_school, f.network, f.clusters, {}});
    e.review_stage = ReviewStage::closed;
    e.days = Days(f.days);
    e.attested = true;
}

void begin(Engagement& e, const partnership::Proposed& f) {
    e.kind = Kind::partnership;
    e.giver = f.school;
    e.receiver = f.partner;
    e.network = f.network;
    e.partnership_stage = PartnershipStage::proposed;
}

void begin(Engagement& e, const partnership::Attested& f) {
    begin(e, partnership::Proposed{
                 f.partnership, f.school, f.partner, f.network, f.clusters, f.purpose, {}});
    e.partnership_stage = PartnershipStage::active;
    e.began_on = f.since;
    e.attested = true;
}

template <class CarriedOver>
void carry_over(Engagement& e, const CarriedOver& f) {
    school::carry(e.giver, e.receiver, {f.from, f.to});
}

void correct(Engagement& e, const visit::HeldCorrected& f) {
    if (!f.day) e.visit_stage = e.attested ? Stage::cancelled : Stage::agreed;
    e.days = f.day ? Days({&*f.day, 1}) : Days();
}

void correct(Engagement& e, const review::HeldCorrected& f) {
    if (f.days.empty())
        e.review_stage = e.attested ? ReviewStage::cancelled : ReviewStage::team_named;
    e.days = Days(f.days);
}

/// The day that is shown is the latest activity's.
void correct(Engagement& e, const partnership::ActivityCorrected& f) {
    if (f.number == e.activities) e.days = Days({&f.day, 1});
}

/// How many came is how many were named when it took place.
void name_team(Engagement& e, std::size_t members) {
    if (!e.took_place()) e.team = static_cast<std::uint16_t>(members);
}

void step(Engagement& e, const AnyFact& fact) {
    std::visit(
        Overloaded{
            [&](const visit::Requested& f) { begin(e, f); },
            [&](const visit::Attested& f) { begin(e, f); },
            [&](const review::Attested& f) { begin(e, f); },
            [&](const partnership::Attested& f) { begin(e, f); },
            [&](const visit::CarriedOver& f) { carry_over(e, f); },
            [&](const review::CarriedOver& f) { carry_over(e, f); },
            [&](const partnership::CarriedOver& f) { carry_over(e, f); },
            [&](const visit::HeldCorrected& f) { correct(e, f); },
            [&](const review::HeldCorrected& f) { correct(e, f); },
            [&](const partnership::ActivityCorrected& f) { correct(e, f); },
            [&](const visit::Agreed&) { e.visit_stage = Stage::agreed; },
            [&](const visit::Declined&) { e.visit_stage = Stage::declined; },
            [&](const visit::Dated& f) {
                e.visit_stage = Stage::dated;
                e.days = Days({&f.day, 1});
            },
            [&](const visit::Moved& f) { e.days = Days({&f.to, 1}); },
            [&](const visit::Cancelled&) { e.visit_stage = Stage::cancelled; },
            [&](const visit::Held& f) {
                e.visit_stage = Stage::held;
                e.days = Days({&f.day, 1});
            },
            [&](const visit::Reflected& f) {
                (f.side == visit::Side::guest ? e.guest_reflected : e.host_reflected) = true;
            },
            [&](const visit::PracticeAdopted&) { ++e.practices; },
            [&](const visit::ReturnOffered&) { e.return_stage = visit::Return::offered; },
            [&](const visit::ReturnArranged&) { e.return_stage = visit::Return::arranged; },
            [&](const visit::ReturnFellThrough&) { e.return_stage = visit::Return::offered; },
            [&](const visit::ReturnPaid&) { e.return_stage = visit::Return::paid; },
            [&](const visit::ReturnWaived&) { e.return_stage = visit::Return::waived; },
            [&](const review::Requested& f) { begin(e, f); },
            [&](const review::Declined&) { e.review_stage = ReviewStage::declined; },
            [&](const review::TeamNamed& f) {
                if (e.review_stage == ReviewStage::requested)
                    e.review_stage = ReviewStage::team_named;
                name_team(e, f.team.size());
                e.team_has_lead = true;
            },
            [&](const review::MemberLeft& f) {
                name_team(e, e.team - 1U);
                if (f.member.role == review::TeamRole::lead) e.team_has_lead = false;
            },
            [&](const review::AnswerCorrected& f) { e.sent_back = !f.accurate; },
            [&](const review::DaysAgreed& f) {
                e.review_stage = ReviewStage::days_agreed;
                e.days = Days(f.days);
            },
            [&](const review::Cancelled&) { e.review_stage = ReviewStage::cancelled; },
            [&](const review::Held& f) {
                e.review_stage = ReviewStage::held;
                e.days = Days(f.days);
            },
            [&](const review::ReportDrafted&) { e.review_stage = ReviewStage::drafted; },
            [&](const review::ReportAnswered& f) {
                e.review_stage = ReviewStage::answered;
                e.sent_back = !f.accurate;
            },
            [&](const review::Closed&) { e.review_stage = ReviewStage::closed; },
            [&](const partnership::Proposed& f) { begin(e, f); },
            [&](const partnership::Accepted&) { e.partnership_stage = PartnershipStage::active; },
            [&](const partnership::Declined&) { e.partnership_stage = PartnershipStage::declined; },
            [&](const partnership::Withdrawn&) {
                e.partnership_stage = PartnershipStage::withdrawn;
            },
            [&](const partnership::ActivityLogged& f) {
                ++e.activities;
                e.days = Days({&f.day, 1});
            },
            [&](const partnership::Paused&) { e.partnership_stage = PartnershipStage::paused; },
            [&](const partnership::Resumed&) { e.partnership_stage = PartnershipStage::active; },
            [&](const partnership::Ended&) { e.partnership_stage = PartnershipStage::ended; },
            [](const auto&) {},
        },
        fact);
}

bool begins(const AnyFact& fact) {
    return std::visit(
        []<class F>(const F&) {
            return boost::mp11::mp_contains<
                boost::mp11::mp_list<visit::Requested, visit::Attested, review::Requested,
                                     review::Attested, partnership::Proposed,
                                     partnership::Attested>,
                F>::value;
        },
        fact);
}

/// What a thing that begins is about.
std::string theme_in(const AnyFact& fact) {
    return std::visit(
        []<class F>(const F& f) -> std::string {
            if constexpr (boost::mp11::mp_contains<
                              boost::mp11::mp_list<visit::Requested, visit::Attested>, F>::value)
                return f.theme;
            else if constexpr (boost::mp11::mp_contains<boost::mp11::mp_list<partnership::Proposed,
                                                                             partnership::Attested>,
                                                        F>::value)
                return f.purpose;
            else
                return {};
        },
        fact);
}

std::optional<school::CarryOver> carried_by(const AnyFact& fact) {
    return std::visit(
        []<class F>(const F& f) -> std::optional<school::CarryOver> {
            if constexpr (boost::mp11::mp_contains<
                              boost::mp11::mp_list<visit::CarriedOver, review::CarriedOver,
                                                   partnership::CarriedOver>,
                              F>::value)
                return school::CarryOver{f.from, f.to};
            else
                return std::nullopt;
        },
        fact);
}

/// The days on which a partnership began and ended.
void date(Engagement& e, const std::optional<Progress>& before, Day day) {
    using enum PartnershipStage;
    if (e.kind != Kind::partnership || (before && *before == e)) return;
    if (e.partnership_stage == active && !e.began_on) e.began_on = day;
    if (e.partnership_stage >= declined) e.ended_on = day;
}

}  // namespace

bool Progress::took_place() const {
    return visit_stage == Stage::held ||
           (review_stage >= ReviewStage::held && review_stage <= ReviewStage::closed);
}

bool Progress::open() const {
    if (kind == Kind::visit) return visit_stage >= Stage::requested && visit_stage <= Stage::dated;
    if (kind == Kind::partnership)
        return partnership_stage >= PartnershipStage::proposed &&
               partnership_stage <= PartnershipStage::paused;
    return review_stage >= ReviewStage::requested && review_stage <= ReviewStage::days_agreed;
}

std::optional<Engagements::Step> Engagements::apply(const Recorded& event, Instant recorded) {
    if (const auto* began = std::get_if<calendar::DayBegan>(&event.fact)) today_ = began->day;
    const auto id = id_of(event.fact);
    if (!id) return std::nullopt;
    const auto found = numbers_->find(*id);
    if (found == numbers_->end() && !begins(event.fact)) return std::nullopt;
    const auto number = found == numbers_->end() ? begin(*id, event) : found->second;
    auto& engagement = entries_[number].engagement;
    Step done{*id, std::nullopt, &engagement, theme_of(engagement), number, carried_by(event.fact)};
    if (engagement.version != 0) done.before = engagement;
    const auto had_lead = engagement.team_has_lead;
    const auto return_before = engagement.return_stage;
    step(engagement, event.fact);
    if (had_lead != engagement.team_has_lead) engagement.team_since = day_of(event, recorded);
    if (return_before != engagement.return_stage) engagement.return_since = day_of(event, recorded);
    if (!done.before || *done.before != engagement) engagement.since = day_of(event, recorded);
    if (!done.before) engagement.asked_on = engagement.since;
    date(engagement, done.before, engagement.since);
    engagement.changed_at = event.position;
    engagement.changed = recorded;
    engagement.version = event.version;
    return done;
}

Engagements::Number Engagements::begin(const EngagementId& id, const Recorded& event) {
    const auto number = size();
    numbers_->emplace(id, number);
    auto& engagement = entries_.emplace_back(id, Engagement{}).engagement;
    engagement.requested_at = event.position;
    engagement.theme = number_of(theme_in(event.fact));
    return number;
}

TextNumber Engagements::number_of(const std::string& text) {
    const auto [found, is_new] =
        text_numbers_->emplace(text, static_cast<TextNumber>(texts_.size()));
    if (is_new) texts_.push_back(text);
    return found->second;
}

void Engagements::complete() {
    numbers_->clear();
    numbers_->reserve(entries_.size());
    for (Number number = 0; number < size(); ++number)
        numbers_->emplace(entries_[number].id, number);
    text_numbers_->clear();
    for (TextNumber number = 0; number < texts_.size(); ++number)
        text_numbers_->emplace(texts_[number], number);
}

Day Engagements::day_of(const Recorded& event, Instant recorded) const {
    if (event.attribution.happened) return event.attribution.happened->day;
    return today_.value_or(std::chrono::floor<std::chrono::days>(recorded));
}

const Engagement* Engagements::find(const EngagementId& id) const {
    const auto found = numbers_->find(id);
    return found == numbers_->end() ? nullptr : &entries_[found->second].engagement;
}

}  // namespace commonweal::view
