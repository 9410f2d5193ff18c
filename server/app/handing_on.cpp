// What hangs on a school goes to the one that followed it: exactly what is named, in one commit.

#include "domain/core/sorted.hpp"
#include "server/app/on_thing.hpp"

namespace commonweal::app {
namespace {

using access::Action;
using inside::put_all;
using Done = Decision<std::monostate>;

/// Who may say where the things of a network go.
bool convenes(const access::Actor& actor, NetworkId network,
              const std::vector<ClusterId>& clusters) {
    return access::may(access::relations(actor, network, clusters), Action::hand_on);
}

/// One handing on, on its way.
class Handing {
  public:
    Handing(Transaction& t, SchoolId from, const school::HandOn& command)
        : t_(&t), from_(from), command_(&command) {}

    /// The other one joins first, so that what counts there has a place to go to; what the school
    /// gave and received goes last, without what went by itself.
    Decision<Subject> run() {
        const auto school = t_->load<School>(from_);
        const auto to = t_->load<School>(command_->to);
        if (!may(*school, *to)) return refuse(Rule::not_allowed);
        const auto facts = school::decide(*school, *to, *command_, t_->asked());
        if (!facts) return std::unexpected(facts.error());
        auto places = inside::tags_of(from_, *school);
        places.merge(inside::tags_of(command_->to, *to));
        put_all(*t_, command_->to, *to, facts->to, places);
        if (auto done = things(*to); !done) return std::unexpected(done.error());
        put_all(*t_, from_, *school, facts->school, places);
        return Subject{to_text(from_), stream_of(from_)};
    }

  private:
    /// A school goes on under another number: who works there goes on, too. With any other change
    /// it is an administrator who says who is head.
    bool is_the_same(const School& school, const School& to) const {
        using enum school::Change;
        const auto link = std::ranges::find(to.predecessors, from_, &school::Predecessor::school);
        if (link == to.predecessors.end()) return false;
        return link->change == registration || (link->change == conversion && !school.open);
    }

    bool may(const School& school, const School& to) const {
        const bool administers = t_->may(access::relations(t_->actor()), Action::hand_on);
        const bool people_may = command_->people.empty() || administers || is_the_same(school, to);
        return people_may &&
               (may_hand_on(t_->actor(), school) ||
                (command_->people.empty() && !command_->history)) &&
               std::ranges::all_of(command_->networks,
                                   [&](NetworkId id) { return convenes(t_->actor(), id, {}); }) &&
               std::ranges::all_of(command_->clusters, [&](ClusterId id) {
                   return convenes(t_->actor(), t_->load<Cluster>(id)->network, {id});
               });
    }

    Done things(School to) {
        for (const auto network : command_->networks) insert(to.networks, network);
        for (const auto cluster : command_->clusters) insert(to.clusters, cluster);
        if (auto done = people(); !done) return done;
        if (auto done = visits(to); !done) return done;
        if (auto done = reviews(to); !done) return done;
        if (auto done = partnerships(to); !done) return done;
        return meetings(to);
    }

    Done people() {
        const person::FollowSchool command{
            from_, command_->to, command_->on.value_or(t_->asked().day()), command_->people};
        for (const auto id : command_->people) {
            const auto person = t_->load<Person>(id);
            const auto facts = person::decide(*person, command);
            if (!facts) return std::unexpected(facts.error());
            for (const auto& fact : *facts) {
                std::set<std::string> tags{tag::person(id)};
                if (const auto* named = std::get_if<person::DeputyNamed>(&fact))
                    tags.insert(tag::person(named->acts_for));
                if (const auto* released = std::get_if<person::DeputyReleased>(&fact))
                    tags.insert(tag::person(released->acts_for));
                t_->put(stream_of(id), fact, std::move(tags));
            }
        }
        return std::monostate{};
    }

    Done visits(const School& to) {
        return each<Visit>(to, command_->visits, [this](const Visit& visit) -> Done {
            const auto fact = visit::decide(visit, carry_over());
            if (!fact) return std::unexpected(fact.error());
            t_->put(stream_of(visit.id), *fact, with_the_other(tags_of(visit)));
            return std::monostate{};
        });
    }

    Done reviews(const School& to) {
        return each<Review>(to, command_->reviews, [this, &to](const Review& review) -> Done {
            const bool hosted = review.host == from_;
            const auto other = t_->load<School>(hosted ? review.reviewing_school : review.host);
            const auto fact = review::decide(review, *other, to, carry_over());
            if (!fact) return std::unexpected(fact.error());
            t_->put(stream_of(review.id), *fact, with_the_other(tags_of(review)));
            return std::monostate{};
        });
    }

    Done partnerships(const School& to) {
        return each<Partnership>(to, command_->partnerships, [this](const Partnership& p) -> Done {
            const auto other = p.school == from_ ? p.partner : p.school;
            const Pair before{p.school, p.partner, p.purpose};
            const Pair after{command_->to, other, p.purpose};
            (void)t_->load<Pairing>(before);  // the commit depends on each stream that it writes
            const auto pair = t_->load<Pairing>(after);
            const auto facts = partnership::decide(p, *pair, carry_over());
            if (!facts) return std::unexpected(facts.error());
            t_->put(stream_of(p.id), facts->partnership, with_the_other(tags_of(p)));
            t_->put(stream_of(before), facts->before, {});
            t_->put(stream_of(after), facts->after, {});
            return std::monostate{};
        });
    }

    Done meetings(const School& to) {
        return each<Meeting>(to, command_->meetings, [this, &to](const Meeting& meeting) -> Done {
            const auto fact = meeting::decide(meeting, to, carry_over());
            if (!fact) return std::unexpected(fact.error());
            t_->put(stream_of(meeting.id), *fact,
                    with_the_other({tag::network(meeting.network), tag::cluster(meeting.cluster),
                                    tag::school(meeting.host)}));
            return std::monostate{};
        });
    }

    /// Each thing of a list, which the actor must convene, and to whose network the other school
    /// belongs already or joins in this commit.
    template <class Thing, class Id, class Use>
    Done each(const School& to, const std::vector<Id>& ids, Use use) {
        for (const auto id : ids) {
            const auto thing = t_->load<Thing>(id);
            if (!thing->known()) return refuse(Rule::not_found, to_text(id));
            if (!convenes(t_->actor(), thing->network, clusters_of(*thing)))
                return refuse(Rule::not_allowed, to_text(id));
            if (!to.in(thing->network)) return refuse(Rule::not_a_member, to_text(thing->network));
            if (auto done = use(*thing); !done) return done;
        }
        return std::monostate{};
    }

    static std::vector<ClusterId> clusters_of(const Meeting& meeting) { return {meeting.cluster}; }
    static const std::vector<ClusterId>& clusters_of(const auto& thing) { return thing.clusters; }

    school::CarryOver carry_over() const { return {from_, command_->to}; }
    std::set<std::string> with_the_other(std::set<std::string> tags) const {
        tags.insert(tag::school(command_->to));
        return tags;
    }

    Transaction* t_;
    SchoolId from_;
    const school::HandOn* command_;
};

}  // namespace

bool may_hand_on(const access::Actor& actor, const School& school) {
    return access::may(access::relations(actor), Action::hand_on) ||
           std::ranges::any_of(school.networks,
                               [&](NetworkId network) { return convenes(actor, network, {}); });
}

Decide hand_on(SchoolId from, school::HandOn command) {
    return [from, command = school::each_once(std::move(command))](Transaction& t) {
        return Handing(t, from, command).run();
    };
}

}  // namespace commonweal::app
