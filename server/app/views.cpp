#include "server/app/views.hpp"

#include <algorithm>
#include <iterator>

#include "domain/core/overloaded.hpp"

namespace commonweal::app {

std::string to_text(const TopicKey& key) {
    return std::visit(
        Overloaded{
            [](const ClusterId& id) { return "cluster/" + commonweal::to_text(id) + "/network"; },
            [](const NetworkId& id) { return "network/" + commonweal::to_text(id) + "/network"; },
            [](SchoolId id) { return "school/" + commonweal::to_text(id) + "/network"; },
        },
        key);
}

std::optional<TopicKey> parse_topic(std::string_view text) {
    const auto first = text.find('/');
    const auto last = text.rfind('/');
    if (first == std::string_view::npos || first == last) return std::nullopt;
    const auto view = text.substr(0, first);
    const auto key = text.substr(first + 1, last - first - 1);
    if (text.substr(last + 1) != "network") return std::nullopt;
    const auto widen = [](const auto& id) {
        return id ? std::optional<TopicKey>(*id) : std::nullopt;
    };
    if (view == "cluster") return widen(parse_id<ClusterTag>(key));
    if (view == "network") return widen(parse_id<NetworkTag>(key));
    if (view == "school") return widen(parse_school(key));
    return std::nullopt;
}

template <class Key, class Map, class... What>
void Views::apply_to(Map& instances, const Key& key, const What&... what) {
    using Instance = typename Map::mapped_type;
    auto found = instances.find(key);
    if (found == instances.end())
        found = instances.emplace(key, Instance{decltype(Instance::view)(key)}).first;
    auto& instance = found->second;
    if (!instance.watched) {
        instance.view.apply(what..., nullptr);
        return;
    }
    instance.view.apply(what..., &instance.change);
    if (!instance.dirty) dirty_.push_back(key);
    instance.dirty = true;
}

std::vector<TopicChange> Views::apply(std::vector<Routed>& events) {
    const std::unique_lock lock(mutex_);
    for (const auto& routed : events) {
        directory_.apply(routed.event);
        people_.apply(routed.event);
        ledger_.apply(routed.event.fact);
        const auto entered = diary_.apply(routed.event, routed.recorded);
        tasks_.apply(routed.event, entered, diary_);
        retention_.apply(routed.event, entered);
        ask_policies(routed.event);
        const auto news = view::news_of(routed.event, routed.recorded, entered);
        for (const auto& topic : routed.topics)
            std::visit(Overloaded{
                           [&](const ClusterId& id) { apply_to(clusters_, id, news); },
                           [&](const NetworkId& id) { apply_to(networks_, id, news); },
                           [&](SchoolId id) { apply_to(schools_, id, news); },
                       },
                       topic);
        tell_overdue(routed.event.position);
        position_ = routed.event.position;
    }
    return take_changes();
}

void Views::tell_overdue(Position position) {
    for (const auto& group : tasks_.take_overdue_changed()) {
        const auto counts = tasks_.overdue(group);
        std::visit(Overloaded{
                       [&](const ClusterId& id) { apply_to(clusters_, id, counts, position); },
                       [&](const NetworkId& id) { apply_to(networks_, id, counts, position); },
                   },
                   group);
    }
}

void Views::ask_policies_from(Position source) {
    const std::unique_lock lock(mutex_);
    policies_from_ = source;
}

/// A policy sees an event and the state up to it: this is the one moment at which both are here.
void Views::ask_policies(const Recorded& event) {
    if (!policies_from_ || event.position < *policies_from_) return;
    if (std::holds_alternative<calendar::DayBegan>(event.fact))
        answer(reminders_policy, event.position, tasks_.reminders(diary_));
    answer(leaving_policy, event.position, view::leaving(event, people_, tasks_, diary_));
    std::vector<PolicyStep> expired(retention_.expired_people().begin(),
                                    retention_.expired_people().end());
    std::ranges::copy(retention_.expired_words(diary_), std::back_inserter(expired));
    answer(retention_policy, event.position, expired);
}

template <class Steps>
void Views::answer(PolicyName policy, Position source, const Steps& steps) {
    if (!steps.empty()) answers_.push_back({policy, source, {steps.begin(), steps.end()}});
}

std::vector<PolicyAnswer> Views::take_answers() {
    const std::unique_lock lock(mutex_);
    return std::exchange(answers_, {});
}

template <class Use>
auto Views::find(this auto& self, const TopicKey& topic, Use&& use) {
    const auto in = [&](auto& instances, const auto& key) {
        const auto found = instances.find(key);
        return use(found == instances.end() ? nullptr : &found->second);
    };
    return std::visit(Overloaded{
                          [&](const ClusterId& id) { return in(self.clusters_, id); },
                          [&](const NetworkId& id) { return in(self.networks_, id); },
                          [&](SchoolId id) { return in(self.schools_, id); },
                      },
                      topic);
}

std::vector<TopicChange> Views::take_changes() {
    std::vector<TopicChange> changes;
    for (const auto& topic : dirty_)
        find(topic, [&](auto* instance) {
            instance->dirty = false;
            changes.push_back({topic, position_, std::exchange(instance->change, {})});
        });
    dirty_.clear();
    return changes;
}

std::optional<Snapshot> Views::snapshot(const TopicKey& topic) const {
    return find(topic, [this](const auto* instance) -> std::optional<Snapshot> {
        if (instance == nullptr) return std::nullopt;
        return Snapshot{instance->view.view(diary_), position_, instance->view.position()};
    });
}

std::optional<Snapshot> Views::watch(const TopicKey& topic) {
    const std::unique_lock lock(mutex_);
    find(topic, [](auto* instance) {
        if (instance != nullptr) instance->watched = true;
    });
    return snapshot(topic);
}

void Views::unwatch(const TopicKey& topic) {
    const std::unique_lock lock(mutex_);
    find(topic, [](auto* instance) {
        if (instance != nullptr) instance->watched = false;
    });
}

Position Views::position() const {
    const std::shared_lock lock(mutex_);
    return position_;
}

std::size_t Views::instances() const {
    const std::shared_lock lock(mutex_);
    return clusters_.size() + networks_.size() + schools_.size() + 2;
}

}  // namespace commonweal::app
