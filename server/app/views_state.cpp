// The views as bytes, for snapshots.

#include <algorithm>

#include "server/app/views.hpp"
#include "server/codec/state_reader.hpp"
#include "server/codec/state_shape.hpp"
#include "server/codec/state_writer.hpp"

namespace commonweal::app {
namespace {

template <class Map>
void save_instances(codec::StateWriter& to, const Map& instances) {
    std::vector<typename Map::key_type> keys;
    for (const auto& [key, instance] : instances) keys.push_back(key);
    std::ranges::sort(keys);
    to.put(keys);
    for (const auto& key : keys) to.put(instances.at(key).view);
}

template <class Map>
void load_instances(codec::StateReader& from, Map& instances) {
    using Instance = typename Map::mapped_type;
    instances.clear();
    for (const auto& key : from.next<std::vector<typename Map::key_type>>())
        from.get(
            instances.emplace(key, Instance{decltype(Instance::view)(key)}).first->second.view);
}

}  // namespace

Position Views::save(codec::StateWriter& to) const {
    const std::shared_lock lock(mutex_);
    to.put(position_);
    to.put(directory_);
    to.put(diary_);
    to.put(people_);
    to.put(tasks_);
    to.put(ledger_);
    to.put(retention_);
    save_instances(to, clusters_);
    save_instances(to, networks_);
    save_instances(to, schools_);
    return position_;
}

void Views::load(codec::StateReader& from) {
    const std::unique_lock lock(mutex_);
    from.get(position_);
    from.get(directory_);
    from.get(diary_);
    from.get(people_);
    from.get(tasks_);
    from.get(ledger_);
    from.get(retention_);
    load_instances(from, clusters_);
    load_instances(from, networks_);
    load_instances(from, schools_);
}

template <class Map>
void Views::take_instances(Map& instances, Map&& others) {
    for (const auto& [key, instance] : instances)
        if (const auto found = others.find(key); found != others.end())
            found->second.watched = instance.watched;
    instances = std::forward<Map>(others);
}

void Views::take(Views&& other) {
    const std::scoped_lock lock(mutex_, other.mutex_);
    position_ = other.position_;
    directory_ = std::move(other.directory_);
    diary_ = std::move(other.diary_);
    people_ = std::move(other.people_);
    tasks_ = std::move(other.tasks_);
    ledger_ = std::move(other.ledger_);
    retention_ = std::move(other.retention_);
    take_instances(clusters_, std::move(other.clusters_));
    take_instances(networks_, std::move(other.networks_));
    take_instances(schools_, std::move(other.schools_));
}

std::string Views::shape() {
    std::string shape;
    codec::add_shape<view::Directory>(shape);
    codec::add_shape<view::Diary>(shape);
    codec::add_shape<view::People>(shape);
    codec::add_shape<view::Tasks>(shape);
    codec::add_shape<view::Ledger>(shape);
    codec::add_shape<view::Retention>(shape);
    codec::add_shape<view::Dashboard>(shape);
    codec::add_shape<view::SchoolPage>(shape);
    return shape;
}

}  // namespace commonweal::app
