#include "tests/projections/ring.hpp"

namespace commonweal::testing {
namespace {

std::string pair_of(SchoolId one, SchoolId other, const std::string& purpose) {
    const auto [low, high] = std::minmax(one, other);
    return to_text(low) + "-" + to_text(high) + "/" + purpose;
}

}  // namespace

bool Ring::found(NetworkId id, const std::string& name) {
    auto& network = networks_[id];
    const auto facts = decide(network, network::Found{id, name, {}});
    if (!facts) return false;
    for (const auto& fact : *facts) {
        evolve(network, fact);
        add(widen(fact), to_text(id)).networks = {id};
    }
    return true;
}

bool Ring::form(ClusterId id, NetworkId network, const std::string& name) {
    auto& cluster = clusters_[id];
    const auto facts = decide(cluster, networks_[network], network::FormCluster{id, network, name});
    if (!facts) return false;
    for (const auto& fact : *facts) {
        evolve(cluster, fact);
        auto& happening = add(widen(fact), to_text(id));
        happening.networks = {network};
        happening.clusters = {id};
    }
    return true;
}

bool Ring::registered(SchoolId id, const school::Details& details, bool open) {
    auto& school = schools_[id];
    return happens(school, decide(school, school::Register{id, details, open, {}}));
}
bool Ring::join(SchoolId id, NetworkId network) {
    auto& school = schools_[id];
    return happens(school, decide(school, networks_[network], school::JoinNetwork{id, network}));
}
bool Ring::join(SchoolId id, ClusterId cluster) {
    auto& school = schools_[id];
    return happens(school, decide(school, clusters_[cluster], school::JoinCluster{id, cluster}));
}
bool Ring::leave(SchoolId id, NetworkId network) {
    auto& school = schools_[id];
    return happens(school, decide(school, school::LeaveNetwork{id, network}));
}
bool Ring::leave(SchoolId id, ClusterId cluster) {
    auto& school = schools_[id];
    return happens(school, decide(school, school::LeaveCluster{id, cluster}));
}
bool Ring::give_role(PersonId id, const person::Role& role) {
    add(person::RoleGiven{id, role, today()}, to_text(id));
    return true;
}

std::optional<VisitId> Ring::visit(SchoolId guest, SchoolId host, NetworkId network,
                                   const std::string& theme, std::optional<Day> happened) {
    return visit({guest, host, network, theme, words("May we?")}, happened);
}

std::optional<VisitId> Ring::visit(const visit::Request& request, std::optional<Day> happened) {
    const auto id = numbered<VisitId>(++engagements_);
    Visit visit;
    static const Visit nothing;
    const auto original = request.returns ? visits_.find(*request.returns) : visits_.end();
    if (happened) asked_.happened = Happened{*happened, {}};
    const bool asked =
        happens(visit, decide(visit, id,
                              {schools_[request.guest], schools_[request.host],
                               networks_[request.network.value_or(severn)],
                               original == visits_.end() ? nothing : original->second},
                              request));
    asked_.happened.reset();
    if (!asked) return std::nullopt;
    visits_[id] = visit;
    return id;
}

std::optional<VisitId> Ring::past_visit(SchoolId guest, SchoolId host, Day day) {
    const auto id = numbered<VisitId>(++engagements_);
    Visit visit;
    const visit::Attest command{guest, host, severn, "equity", day};
    if (!happens(visit,
                 decide(visit, id, {schools_[guest], schools_[host], networks_[severn], visit},
                        command, asked_)))
        return std::nullopt;
    visits_[id] = visit;
    return id;
}

bool Ring::link(SchoolId id, SchoolId predecessor) {
    auto& school = schools_[id];
    const school::Link command{id, predecessor, "", school::Change::conversion, {}};
    if (!happens(school, decide(school, schools_[predecessor], command))) return false;
    all_.back().schools.insert(predecessor);
    return true;
}

bool Ring::hand_on(SchoolId from, SchoolId to, bool history) {
    auto& school = schools_[from];
    auto& next = schools_[to];
    const school::HandOn command{to, {}, history, school.networks, school.clusters, {}, {},
                                 {}, {}, {}};
    const auto facts = decide(school, next, command, asked_);
    if (!facts) return false;
    const auto before = school;
    const auto tell = [&](School& of, const school::Facts& told) {
        const auto first = all_.size();
        happens(of, Decision<school::Facts>(told));
        for (auto at = first; at < all_.size(); ++at) {
            all_[at].schools = {from, to};
            for (const auto& both : {before, next}) {
                all_[at].networks.insert(both.networks.begin(), both.networks.end());
                all_[at].clusters.insert(both.clusters.begin(), both.clusters.end());
            }
        }
    };
    tell(next, facts->to);
    carry_over({from, to});
    tell(school, facts->school);
    return true;
}

/// All that may go: what is open, and what took place and may have something left to do.
void Ring::carry_over(const school::CarryOver& command) {
    for (auto& [id, visit] : visits_)
        if (visit.stage <= visit::Stage::held && happens(visit, visit::decide(visit, command)))
            all_.back().schools.insert(command.from);
    for (auto& [id, review] : reviews_) {
        const bool hosted = review.host == command.from;
        const auto& other = schools_[hosted ? review.reviewing_school : review.host];
        if (happens(review, review::decide(review, other, schools_[command.to], command)))
            all_.back().schools.insert(command.from);
    }
    for (auto& [id, p] : partnerships_) {
        const auto other = p.school == command.from ? p.partner : p.school;
        auto& taken = pairs_[pair_of(command.to, other, p.purpose)];
        const auto facts = partnership::decide(p, taken, command);
        if (!facts) continue;
        pairs_[pair_of(p.school, p.partner, p.purpose)].open.reset();
        taken.open = id;
        happens(p, Decision<partnership::Facts>({facts->partnership, std::nullopt}));
        all_.back().schools.insert(command.from);
    }
    for (auto& [id, meeting] : meetings_)
        if (happens(meeting, meeting::decide(meeting, schools_[command.to], command)))
            all_.back().schools.insert(command.from);
}

std::optional<ReviewId> Ring::review(SchoolId host, SchoolId reviewing, NetworkId network) {
    const auto id = numbered<ReviewId>(++engagements_);
    Review review;
    const review::Request request{host, reviewing, network, words("Reading")};
    if (!happens(
            review,
            decide(review, id, {schools_[host], schools_[reviewing], networks_[network]}, request)))
        return std::nullopt;
    reviews_[id] = review;
    return id;
}

std::optional<PartnershipId> Ring::partnership(SchoolId school, SchoolId with, NetworkId network,
                                               const std::string& purpose) {
    const auto id = numbered<PartnershipId>(++engagements_);
    Partnership made;
    const partnership::Propose propose{school, with, network, purpose, words("Shall we?")};
    const auto& pair = pairs_[pair_of(school, with, purpose)];
    if (!happens(made,
                 decide(made, id, {schools_[school], schools_[with], networks_[network], pair},
                        propose)))
        return std::nullopt;
    partnerships_[id] = made;
    return id;
}

std::optional<MeetingId> Ring::meeting(ClusterId cluster, SchoolId host, std::vector<Day> days) {
    const auto id = numbered<MeetingId>(++engagements_);
    Meeting made;
    const meeting::Propose propose{cluster, host, meeting::Mode::mixed, std::move(days), {}};
    if (!happens(made, decide(made, id, clusters_[cluster], schools_[host], propose, asked_)))
        return std::nullopt;
    meetings_[id] = made;
    return id;
}

bool Ring::name_team(ReviewId id) {
    auto& review = reviews_[id];
    const auto ann_there = working_at(ann, person::RoleKind::lead, review.reviewing_school);
    const review::NameTeam command{{{ann, review::TeamRole::lead}}};
    return happens(review, decide(review, {&ann_there}, command, asked_));
}

bool Ring::leave_team(ReviewId id) {
    auto& review = reviews_[id];
    return happens(review, decide(review, Person{}, review::ReleaseMember{ann}, asked_));
}

void Ring::pass(std::chrono::days days) {
    asked_.today += days;
    asked_.now += days;
}

void Ring::begin_day() {
    tell(calendar::DayBegan{today()});
}

void Ring::tell(const AnyFact& fact) {
    add(fact, "told");
}

bool Ring::happens(Visit& visit, const Decision<visit::Facts>& decision) {
    if (!decision) return false;
    for (const auto& fact : *decision) happens(visit, Decision<visit::Fact>(fact));
    return true;
}

bool Ring::happens(Visit& visit, const Decision<visit::Fact>& decision) {
    if (!decision) return false;
    evolve(visit, *decision);
    auto& happening = add(widen(*decision), to_text(visit.id));
    happening.schools = {visit.guest, visit.host};
    happening.networks = {visit.network};
    happening.clusters = {visit.clusters.begin(), visit.clusters.end()};
    if (const auto follows = visit::of_original(visit, *decision))
        happens(visits_.at(*visit.returns), Decision<visit::Fact>(*follows));
    return true;
}

bool Ring::happens(Review& review, const Decision<review::Fact>& decision) {
    if (!decision) return false;
    evolve(review, *decision);
    auto& happening = add(widen(*decision), to_text(review.id));
    happening.schools = {review.host, review.reviewing_school};
    happening.networks = {review.network};
    happening.clusters = {review.clusters.begin(), review.clusters.end()};
    return true;
}

bool Ring::happens(Partnership& partnership, const Decision<partnership::Facts>& decision) {
    if (!decision) return false;
    evolve(partnership, decision->partnership);
    auto& happening = add(widen(decision->partnership), to_text(partnership.id));
    happening.schools = {partnership.school, partnership.partner};
    happening.networks = {partnership.network};
    happening.clusters = {partnership.clusters.begin(), partnership.clusters.end()};
    if (!decision->pair) return true;
    const auto pair = pair_of(partnership.school, partnership.partner, partnership.purpose);
    evolve(pairs_[pair], *decision->pair);
    add(widen(*decision->pair), pair);
    return true;
}

bool Ring::happens(Meeting& meeting, const Decision<meeting::Fact>& decision) {
    if (!decision) return false;
    evolve(meeting, *decision);
    auto& happening = add(widen(*decision), to_text(meeting.id));
    happening.schools = {meeting.host};
    happening.networks = {meeting.network};
    happening.clusters = {meeting.cluster};
    return true;
}

/// Tells the school, and the groups that it was in before or is in now.
bool Ring::happens(School& school, const Decision<school::Facts>& decision) {
    if (!decision) return false;
    for (const auto& fact : *decision) {
        const auto before = school;
        evolve(school, fact);
        auto& happening = add(widen(fact), to_text(school.id));
        happening.schools = {school.id};
        for (const auto& of : {before, school}) {
            happening.networks.insert(of.networks.begin(), of.networks.end());
            happening.clusters.insert(of.clusters.begin(), of.clusters.end());
        }
    }
    return !decision->empty();
}

Happening& Ring::add(const AnyFact& fact, const std::string& stream) {
    const Position position = all_.size() + 1;
    const Instant recorded = asked_.now + std::chrono::seconds(position);
    all_.push_back(
        {{position, ++versions_[stream], asked_.attribution(), fact}, recorded, {}, {}, {}});
    return all_.back();
}

school::Details called(const std::string& name, const std::string& trust) {
    school::Details details;
    details.name = name;
    details.phase = "Primary";
    details.trust_code = trust;
    return details;
}

Ring small_ring(std::uint32_t schools) {
    Ring ring;
    ring.found(severn, "Severn");
    ring.found(numbered<NetworkId>(2), "Thames");
    ring.form(avon, severn, "Avon");
    ring.form(cherwell, severn, "Cherwell");
    ring.form(numbered<ClusterId>(3), numbered<NetworkId>(2), "Kennet");
    for (std::uint32_t i = 1; i <= schools; ++i) {
        const SchoolId school{100000 + i};
        ring.registered(school, called("School " + std::to_string(i), std::to_string(i / 2)));
        ring.join(school, severn);
    }
    return ring;
}

}  // namespace commonweal::testing
