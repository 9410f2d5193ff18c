#include "server/app/commands.hpp"

namespace commonweal::app {
namespace {

using access::Action;

std::set<std::string> tags_of(const Review& review) {
    return inside::tags_of(review.host, review.reviewing_school, review.network, review.clusters);
}

/// Loads a review, checks that it is there and that the actor may, decides, and puts the fact.
template <class DecideFact>
Decide on_review(ReviewId id, Action action, DecideFact decide_fact) {
    return [id, action, decide_fact](Transaction& t) -> Decision<Subject> {
        const auto review = t.load<Review>(id);
        if (!review->known()) return refuse(Rule::not_found, to_text(id));
        if (!t.may(access::relations(t.actor(), *review), action)) return refuse(Rule::not_allowed);
        const Decision<review::Fact> fact = decide_fact(t, *review);
        if (!fact) return std::unexpected(fact.error());
        t.put(stream_of(id), *fact, tags_of(*review));
        return Subject{to_text(id), stream_of(id)};
    };
}

/// The same for a command that depends on nothing but the review.
template <class Command>
Decide alone(ReviewId id, Action action, Command command) {
    return on_review(id, action,
                     [command = std::move(command)](Transaction& t, const Review& review) {
                         return review::decide(review, command, t.asked());
                     });
}

}  // namespace

Decide request_review(ReviewId id, review::Request command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto review = t.begin<Review>(id);
        const auto host = t.load<School>(command.host);
        const auto reviewing = t.load<School>(command.reviewing_school);
        const auto network = inside::network_of(t, command.network, *host, *reviewing, {});
        Review wanted;
        wanted.host = command.host;
        wanted.reviewing_school = command.reviewing_school;
        wanted.network = network->id;
        wanted.clusters = host->clusters;
        if (!t.may(access::relations(t.actor(), wanted), Action::request_review))
            return refuse(Rule::not_allowed);
        const auto fact = review::decide(*review, id, {*host, *reviewing, *network}, command);
        if (!fact) return std::unexpected(fact.error());
        const auto& requested = std::get<review::Requested>(*fact);
        t.put(stream_of(id), *fact,
              inside::tags_of(requested.host, requested.reviewing_school, requested.network,
                              requested.clusters));
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide review_command(ReviewId id, review::Decline command) {
    return alone(id, Action::decline_review, std::move(command));
}
Decide review_command(ReviewId id, review::NameTeam command) {
    return on_review(id, Action::name_team,
                     [command = std::move(command)](Transaction& t, const Review& review) {
                         std::vector<Loaded<Person>> loaded;
                         std::vector<const Person*> people;
                         for (const auto& member : command.team)
                             loaded.push_back(t.load<Person>(member.reviewer));
                         for (const auto& person : loaded) people.push_back(person.state.get());
                         return review::decide(review, people, command, t.asked());
                     });
}
Decide review_command(ReviewId id, review::AgreeDays command) {
    return alone(id, Action::agree_days, std::move(command));
}
Decide review_command(ReviewId id, review::Cancel command) {
    return alone(id, Action::cancel_review, std::move(command));
}
Decide review_command(ReviewId id, review::RecordHeld command) {
    return alone(id, Action::record_review_held, std::move(command));
}
Decide review_command(ReviewId id, review::DraftReport command) {
    return alone(id, Action::draft_report, std::move(command));
}
Decide review_command(ReviewId id, review::AnswerReport command) {
    return alone(id, Action::answer_report, std::move(command));
}
Decide review_command(ReviewId id, review::Close command) {
    return alone(id, Action::close_review, command);
}

std::vector<std::string> commands_open_to(const access::Actor& actor, const Review& review) {
    using enum review::Stage;
    const auto who = access::relations(actor, review);
    std::vector<std::string> open;
    const auto offer = [&](const char* command, Action action, bool at_this_stage) {
        if (at_this_stage && access::may(who, action)) open.emplace_back(command);
    };
    const auto stage = review.stage;
    const bool before_days = stage == requested || stage == team_named;
    const bool planned = stage == team_named || stage == days_agreed;
    const bool sent_back = stage == answered && review.accurate == false;
    offer("name-team", Action::name_team, before_days);
    offer("decline", Action::decline_review, before_days);
    offer("agree-days", Action::agree_days, planned);
    offer("record-held", Action::record_review_held, stage == days_agreed);
    offer("draft-report", Action::draft_report, stage == held || stage == drafted || sent_back);
    offer("answer-report", Action::answer_report, stage == drafted);
    offer("close", Action::close_review, stage == answered && review.accurate != false);
    offer("cancel", Action::cancel_review, before_days || stage == days_agreed);
    return open;
}

}  // namespace commonweal::app
