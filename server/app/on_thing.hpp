#pragma once
// A command on a visit, a review or a partnership that is there: loads it, asks the table whether
// the actor may, decides, and puts what follows.

#include <concepts>

#include "server/app/commands.hpp"
#include "server/app/school_days.hpp"

namespace commonweal::app {

/// Under what a thing is found: both schools, the network, and the clusters it was begun in.
std::set<std::string> tags_of(const Visit& visit);
std::set<std::string> tags_of(const Review& review);
std::set<std::string> tags_of(const Partnership& partnership);

/// Puts what was decided on a thing; a partnership's pair is taken or freed with it.
void put_on(Transaction& t, const Review& review, const review::Fact& fact);
void put_on(Transaction& t, const Partnership& partnership, const partnership::Facts& facts);
void put_on(Transaction& t, const Meeting& meeting, const meeting::Fact& fact);
/// What it means for the visit that this one returns goes with it.
void put_on(Transaction& t, const Visit& visit, const visit::Fact& fact);
void put_on(Transaction& t, const Visit& visit, const visit::Facts& facts);

/// Asks the table; whoever may only as a deputy does it for whom they stand in.
template <class Relate>
bool allowed(Transaction& t, access::Action action, Relate relate) {
    if (!t.may(relate(t.actor()), action)) return false;
    t.act_for(access::acting_for(t.actor(), action, relate));
    return true;
}

template <class Thing>
bool allowed_on(Transaction& t, access::Action action, const Thing& thing) {
    return allowed(t, action, [&](const access::Actor& who) { return relations(who, thing); });
}

/// `decide_on`: a command that depends on nothing but the thing, or a function of the transaction
/// and the thing that loads what else is needed.
template <class Thing, class DecideOn>
Decide on_thing(decltype(Thing::id) id, access::Action action, DecideOn decide_on) {
    return [id, action, decide_on = std::move(decide_on)](Transaction& t) -> Decision<Subject> {
        const auto thing = t.load<Thing>(id);
        if (!thing->known()) return refuse(Rule::not_found, to_text(id));
        if (!allowed_on(t, action, *thing)) return refuse(Rule::not_allowed);
        const auto decided = [&] {
            if constexpr (std::invocable<DecideOn, Transaction&, const Thing&>)
                return decide_on(t, *thing);
            else
                return decide(*thing, decide_on, t.asked());
        }();
        if (!decided) return std::unexpected(decided.error());
        put_on(t, *thing, *decided);
        return Subject{to_text(id), stream_of(id)};
    };
}

/// What is known of the days of the schools that must be open for it.
inline auto known_days_for(Transaction& t, const Visit& visit) {
    return known_days(t, {visit.host});
}
inline auto known_days_for(Transaction& t, const Review& review) {
    return known_days(t, {review.host, review.reviewing_school});
}
inline auto known_days_for(Transaction& t, const Meeting& meeting) {
    return known_days(t, {meeting.host});
}

/// A decision about a day that is planned: asked with what is known of the schools' days.
template <class Command>
auto with_days(Command command) {
    return [command = std::move(command)](Transaction& t, const auto& thing) {
        auto asked = t.asked();
        asked.known_days = known_days_for(t, thing);
        return decide(thing, command, asked);
    };
}

/// A decision that corrects the newest event of these kinds on the thing's stream.
template <class Command, class... Kinds>
auto correcting(Command command, Kinds... kinds) {
    return [command = std::move(command), kinds...](Transaction& t, const auto& thing) {
        const std::array<std::string_view, sizeof...(Kinds)> corrected{kinds...};
        t.correct(stream_of(thing.id), corrected);
        return decide(thing, command, t.asked());
    };
}

/// The end of a command that begins a thing: puts its first facts, tagged by what it becomes.
template <class Thing, class Fact>
Subject begun(Transaction& t, const Fact& first) {
    Thing thing;
    if constexpr (requires { first.partnership; })
        evolve(thing, first.partnership);
    else if constexpr (requires { first.front(); })
        for (const auto& fact : first) evolve(thing, fact);
    else
        evolve(thing, first);
    put_on(t, thing, first);
    return {to_text(thing.id), stream_of(thing.id)};
}

/// Collects the commands that an actor may give now, in the order in which they are offered.
class Offers {
  public:
    explicit Offers(access::Relations who) : who_(who) {}

    bool may(access::Action action) const { return access::may(who_, action); }
    void offer(const char* command, bool now) {
        if (now) commands_.emplace_back(command);
    }
    void offer(const char* command, access::Action action, bool at_this_stage) {
        offer(command, at_this_stage && may(action));
    }
    std::vector<std::string> take() { return std::move(commands_); }

  private:
    access::Relations who_;
    std::vector<std::string> commands_;
};

}  // namespace commonweal::app
