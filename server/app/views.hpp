#pragma once
// The view instances: one directory and diary, a dashboard a cluster and a network, a page a
// school. Events reach an instance through their tags.
//
// Owner: Projector, the one writer. Threads: read() and watch() from any thread; a reader sees
// whole commits only.

#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

#include "projections/dashboard/dashboard.hpp"
#include "projections/diary/diary.hpp"
#include "projections/directory/directory.hpp"
#include "projections/ledger/ledger.hpp"
#include "projections/people/leaving.hpp"
#include "projections/retention/retention.hpp"
#include "projections/school_page/school_page.hpp"
#include "projections/tasks/tasks.hpp"
#include "server/app/streams.hpp"

namespace commonweal::codec {
class StateWriter;
class StateReader;
}  // namespace commonweal::codec

namespace commonweal::app {

/// What a topic is about: a cluster's or a network's dashboard, a school's page.
using TopicKey = std::variant<ClusterId, NetworkId, SchoolId>;
/// "cluster/clu_01J…/network"; the last part is the audience.
std::string to_text(const TopicKey& key);
/// None where the text names no view, no key or no audience that this program has.
std::optional<TopicKey> parse_topic(std::string_view text);

using AnyView = std::variant<view::DashboardView, view::SchoolPageView>;
using AnyChange = std::variant<view::DashboardChange, view::SchoolPageChange>;

/// What a batch of commits changed in a watched instance.
struct TopicChange {
    TopicKey topic;
    Position position = 0;  ///< the head of the batch
    AnyChange change;
};
/// A view as it is, and the position up to which it is folded.
struct Snapshot {
    AnyView view;
    Position position = 0;
    Position changed_at = 0;  ///< the last position that changed it
};

/// An event on its way to the views, with the tags that route it.
struct Routed {
    Recorded event;
    Instant recorded;
    std::vector<TopicKey> topics;
};

/// Reminds schools of what they owe, as days begin.
inline constexpr PolicyName reminders_policy{"reminders"};
/// Takes whoever no longer works at a school off the teams of its reviews that are to come.
inline constexpr PolicyName leaving_policy{"leaving"};
/// Forgets what has been kept long enough.
inline constexpr PolicyName retention_policy{"retention"};

/// One thing that is to follow from an event: an event as it stands, or a command that is decided
/// when it has come to that.
using PolicyStep = std::variant<task::Fact, view::Leaving, view::ExpiredWords, view::ExpiredPerson>;

/// What a policy says to an event.
struct PolicyAnswer {
    PolicyName policy;
    Position source = 0;
    std::vector<PolicyStep> steps;
};

class Views {
  public:
    /// From the event at a position on, policies are asked what is to follow from it.
    void ask_policies_from(Position source);
    /// Their answers since they were last taken, in order.
    std::vector<PolicyAnswer> take_answers();

    /// Folds whole commits, in order; answers what changed in watched instances.
    std::vector<TopicChange> apply(std::vector<Routed>& events);

    /// All that is folded, as bytes; what is watched and what policies are asked is of the moment.
    /// Answers the position up to which it is.
    Position save(codec::StateWriter& to) const;
    /// Instead of what there is. Throws codec::BadBytes.
    void load(codec::StateReader& from);
    /// All that another one has folded, instead of what there is; who watches goes on watching.
    void take(Views&& other);
    /// What the bytes are made of: changes when a view does.
    static std::string shape();

    Position position() const;
    template <class Read>
    auto read(Read&& use) const {
        const std::shared_lock lock(mutex_);
        return use(*this);
    }
    /// Inside read(): the parts.
    const view::Directory& directory() const { return directory_; }
    const view::Diary& diary() const { return diary_; }
    const view::People& people() const { return people_; }
    const view::Tasks& tasks() const { return tasks_; }
    const view::Ledger& ledger() const { return ledger_; }
    std::optional<Snapshot> snapshot(const TopicKey& topic) const;
    Position folded() const { return position_; }

    /// Takes a snapshot and collects changes of that instance from there on. None: no such thing.
    std::optional<Snapshot> watch(const TopicKey& topic);
    void unwatch(const TopicKey& topic);
    std::size_t instances() const;

  private:
    template <class View>
    struct Instance {
        View view;
        bool watched = false;
        bool dirty = false;
        typename View::Change change{};
    };
    template <class Key, class View>
    using Instances = std::unordered_map<Key, Instance<View>>;

    template <class Key, class Map, class... What>
    void apply_to(Map& instances, const Key& key, const What&... what);
    void tell_overdue(Position position);
    template <class Use>
    auto find(this auto& self, const TopicKey& topic, Use&& use);
    void ask_policies(const Recorded& event);
    template <class Steps>
    void answer(PolicyName policy, Position source, const Steps& steps);
    std::vector<TopicChange> take_changes();
    template <class Map>
    static void take_instances(Map& instances, Map&& others);

    mutable std::shared_mutex mutex_;
    Position position_ = 0;
    view::Directory directory_;
    view::Diary diary_;
    view::People people_;
    view::Tasks tasks_;
    view::Ledger ledger_;
    view::Retention retention_;
    std::optional<Position> policies_from_;
    std::vector<PolicyAnswer> answers_;  ///< at most three steps a task, and taken after each batch
    Instances<ClusterId, view::Dashboard> clusters_;
    Instances<NetworkId, view::Dashboard> networks_;
    Instances<SchoolId, view::SchoolPage> schools_;
    std::vector<TopicKey> dirty_;
};

}  // namespace commonweal::app
