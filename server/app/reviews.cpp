#include "server/app/on_thing.hpp"

namespace commonweal::app {

using access::Action;

std::set<std::string> tags_of(const Review& review) {
    return inside::tags_of(review.host, review.reviewing_school, review.network, review.clusters);
}

void put_on(Transaction& t, const Review& review, const review::Fact& fact) {
    t.put(stream_of(review.id), fact, tags_of(review));
}

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
        if (!allowed_on(t, Action::request_review, wanted)) return refuse(Rule::not_allowed);
        const auto fact = review::decide(*review, id, {*host, *reviewing, *network}, command);
        if (!fact) return std::unexpected(fact.error());
        return begun<Review>(t, *fact);
    };
}

Decide review_command(ReviewId id, review::Decline command) {
    return on_thing<Review>(id, Action::decline_review, std::move(command));
}
Decide review_command(ReviewId id, review::NameTeam command) {
    const auto decide_with_people = [command = std::move(command)](Transaction& t,
                                                                   const Review& review) {
        std::vector<Loaded<Person>> loaded;
        std::vector<const Person*> people;
        for (const auto& member : command.team) loaded.push_back(t.load<Person>(member.reviewer));
        for (const auto& person : loaded) people.push_back(person.state.get());
        return review::decide(review, people, command, t.asked());
    };
    return on_thing<Review>(id, Action::name_team, decide_with_people);
}
Decide review_command(ReviewId id, review::AgreeDays command) {
    return on_thing<Review>(id, Action::agree_days, with_days(std::move(command)));
}
Decide review_command(ReviewId id, review::Cancel command) {
    return on_thing<Review>(id, Action::cancel_review, std::move(command));
}
Decide review_command(ReviewId id, review::RecordHeld command) {
    return on_thing<Review>(id, Action::record_review_held, std::move(command));
}
Decide review_command(ReviewId id, review::DraftReport command) {
    return on_thing<Review>(id, Action::draft_report, std::move(command));
}
Decide review_command(ReviewId id, review::AnswerReport command) {
    return on_thing<Review>(id, Action::answer_report, std::move(command));
}
Decide review_command(ReviewId id, review::Close command) {
    return on_thing<Review>(id, Action::close_review, command);
}

Decide review_command(ReviewId id, review::CorrectHeld command) {
    return on_thing<Review>(id, Action::record_review_held,
                            correcting(std::move(command), review::Held::kind,
                                       review::Attested::kind, review::HeldCorrected::kind));
}

Decide review_command(ReviewId id, review::CorrectReport command) {
    return on_thing<Review>(
        id, Action::draft_report,
        correcting(std::move(command), review::ReportDrafted::kind, review::ReportCorrected::kind));
}
Decide review_command(ReviewId id, review::CorrectAnswer command) {
    return on_thing<Review>(id, Action::answer_report,
                            correcting(std::move(command), review::ReportAnswered::kind,
                                       review::AnswerCorrected::kind));
}

std::vector<std::string> commands_open_to(const access::Actor& actor, const Review& review) {
    using enum review::Stage;
    Offers open(access::relations(actor, review));
    const auto stage = review.stage;
    const bool before_days = stage == requested || stage == team_named;
    const bool planned = stage == team_named || stage == days_agreed;
    const bool sent_back = stage == answered && review.accurate == false;
    const bool reported = (stage == answered || stage == closed) && !review.attested;
    open.offer("name-team", Action::name_team, stage >= requested && stage <= answered);
    open.offer("decline", Action::decline_review, before_days);
    open.offer("agree-days", Action::agree_days, planned);
    open.offer("record-held", Action::record_review_held, stage == days_agreed);
    open.offer("correct-held", Action::record_review_held, stage >= held && stage <= closed);
    open.offer("draft-report", Action::draft_report,
               stage == held || stage == drafted || sent_back);
    open.offer("answer-report", Action::answer_report, stage == drafted);
    open.offer("correct-report", Action::draft_report, reported && !sent_back);
    open.offer("correct-answer", Action::answer_report, reported);
    open.offer("close", Action::close_review, stage == answered && review.accurate != false);
    open.offer("cancel", Action::cancel_review, before_days || stage == days_agreed);
    return open.take();
}

}  // namespace commonweal::app
