#pragma once
// One function a command: loads what the command touches, asks the table whether the actor may,
// asks the domain to decide, and puts the facts. App::transact does the rest.

#include "server/app/app.hpp"

namespace commonweal::app {

/// What the current day's actor may do with a thing, for the answers' `may`: commands in
/// kebab-case.
std::vector<std::string> commands_open_to(const access::Actor& actor, const Visit& visit);
std::vector<std::string> commands_open_to(const access::Actor& actor, const Review& review);
std::vector<std::string> commands_open_to(const access::Actor& actor,
                                          const Partnership& partnership);
/// `member`: a school of the cluster for which the actor may speak; none: there is none.
std::vector<std::string> commands_open_to(const access::Actor& actor, const Meeting& meeting,
                                          std::optional<SchoolId> member);
/// The first of the actor's schools that belongs to a cluster; none: none does.
std::optional<SchoolId> member_of(App& app, const access::Actor& actor, ClusterId cluster);

Decide request_visit(VisitId id, visit::Request command);
Decide request_review(ReviewId id, review::Request command);
Decide attest_visit(VisitId id, visit::Attest command);
Decide attest_review(ReviewId id, review::Attest command);
Decide attest_partnership(PartnershipId id, partnership::Attest command);

Decide visit_command(VisitId id, visit::Agree command);
Decide visit_command(VisitId id, visit::Decline command);
Decide visit_command(VisitId id, visit::SetDay command);
Decide visit_command(VisitId id, visit::Move command);
Decide visit_command(VisitId id, visit::Cancel command);
Decide visit_command(VisitId id, visit::RecordHeld command);
Decide visit_command(VisitId id, visit::Reflect command);
Decide visit_command(VisitId id, visit::WaiveReturn command);
Decide visit_command(VisitId id, visit::WriteSheet command);
Decide visit_command(VisitId id, visit::NameVisitors command);
Decide visit_command(VisitId id, visit::AdoptPractice command);
Decide visit_command(VisitId id, visit::FollowUpPractice command);
Decide visit_command(VisitId id, visit::CorrectHeld command);
Decide visit_command(VisitId id, visit::CorrectReflection command);

Decide review_command(ReviewId id, review::Decline command);
Decide review_command(ReviewId id, review::NameTeam command);
Decide review_command(ReviewId id, review::AgreeDays command);
Decide review_command(ReviewId id, review::Cancel command);
Decide review_command(ReviewId id, review::RecordHeld command);
Decide review_command(ReviewId id, review::DraftReport command);
Decide review_command(ReviewId id, review::AnswerReport command);
Decide review_command(ReviewId id, review::Close command);
Decide review_command(ReviewId id, review::CorrectHeld command);
Decide review_command(ReviewId id, review::CorrectReport command);
Decide review_command(ReviewId id, review::CorrectAnswer command);

Decide propose_partnership(PartnershipId id, partnership::Propose command);
Decide partnership_command(PartnershipId id, partnership::Accept command);
Decide partnership_command(PartnershipId id, partnership::Decline command);
Decide partnership_command(PartnershipId id, partnership::Withdraw command);
Decide partnership_command(PartnershipId id, partnership::LogActivity command);
Decide partnership_command(PartnershipId id, partnership::NoteEffect command);
Decide partnership_command(PartnershipId id, partnership::Pause command);
Decide partnership_command(PartnershipId id, partnership::Resume command);
Decide partnership_command(PartnershipId id, partnership::End command);
Decide partnership_command(PartnershipId id, partnership::CorrectActivity command);
Decide partnership_command(PartnershipId id, partnership::CorrectEffect command);

Decide propose_meeting(MeetingId id, meeting::Propose command);
Decide meeting_command(MeetingId id, meeting::AnswerDays command);
Decide meeting_command(MeetingId id, meeting::SettleDay command);
Decide meeting_command(MeetingId id, meeting::Move command);
Decide meeting_command(MeetingId id, meeting::Cancel command);
Decide meeting_command(MeetingId id, meeting::SetAgenda command);
Decide meeting_command(MeetingId id, meeting::ChangeHost command);
Decide meeting_command(MeetingId id, meeting::Reply command);
Decide meeting_command(MeetingId id, meeting::RecordAttendance command);
Decide meeting_command(MeetingId id, meeting::CorrectAttendance command);

/// By the server itself, as its clock says: not a person's to ask.
Decide begin_day(calendar::BeginDay command);
Decide confirm_clock(calendar::ConfirmClock command);
Decide set_bank_holidays(calendar::SetBankHolidays command);

Decide school_command(SchoolId id, calendar::SetTermDates command);
Decide school_command(SchoolId id, calendar::CarryTermDates command);
Decide school_command(SchoolId id, ledger::SetCoverRate command);
Decide school_command(SchoolId id, ledger::EnterInLedger command);
/// Of a calendar that is named by itself: an authority's list.
Decide set_term_dates(calendar::WhoseDays whose, calendar::SetTermDates command);

Decide found_network(network::Found command);
Decide set_themes(network::SetThemes command);
Decide set_deadlines(network::SetDeadlines command);
Decide form_cluster(network::FormCluster command);
Decide join_network(school::JoinNetwork command);
Decide leave_network(school::LeaveNetwork command);
Decide join_cluster(school::JoinCluster command);
Decide leave_cluster(school::LeaveCluster command);
/// Several schools in one commit, all or nothing: the register.
Decide register_schools(std::vector<school::Register> commands);

/// Under a number of its own, of those for places outside the register.
Decide add_place(SchoolId number, school::Details details);
Decide link_school(school::Link command);
Decide hand_on(SchoolId from, school::HandOn command);
/// Whether the actor may say where what belongs to no one network goes: whoever convenes any of the
/// school's.
bool may_hand_on(const access::Actor& actor, const School& school);

/// The school, network or cluster that a role names is there; some roles name none.
bool place_is_known(Transaction& transaction, const person::Role& role);
Decide add_person(PersonId id, AddressHash address, person::Add command);
/// With the roles that the account begins with, in one commit.
Decide add_person(PersonId id, AddressHash address, person::Add command,
                  std::vector<person::Role> roles);
Decide give_role(PersonId id, person::GiveRole command);
Decide end_role(PersonId id, person::EndRole command);
/// By whoever may give it and end it.
Decide correct_role(PersonId id, person::CorrectRole command);
Decide hand_over(PersonId id, person::HandOver command);
Decide name_deputy(PersonId id, person::NameDeputy command);
Decide release_deputy(PersonId id, person::ReleaseDeputy command);
/// Whether the actor may give somebody a role or end it: a school's head its posts, a coordinator
/// of its network that of its lead (but to themselves), an administrator all.
bool may_give(Transaction& transaction, access::Action action, const person::Role& role,
              PersonId holder);
/// Whether the actor may send somebody a link to choose a password with.
bool may_invite(App& app, const access::Actor& actor, PersonId person);

namespace inside {

/// The network that a request means: the one it names, or the one that both schools belong to (for
/// a theme: the first of those that has it).
Loaded<Network> network_of(Transaction& transaction, const std::optional<NetworkId>& named,
                           const School& a, const School& b, std::string_view theme);
/// Under what a visit or review is found.
std::set<std::string> tags_of(SchoolId a, SchoolId b, NetworkId network,
                              const std::vector<ClusterId>& clusters);
std::set<std::string> tags_of(SchoolId school, const School& state);
void put_all(Transaction& t, SchoolId school, const School& state, const school::Facts& facts,
             const std::set<std::string>& also);

}  // namespace inside
}  // namespace commonweal::app
