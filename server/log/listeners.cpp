#include "server/log/listeners.hpp"

namespace commonweal::log {

std::shared_ptr<void> Listeners::add(Listener listener) {
    auto entry = std::make_shared<Entry>(std::move(listener));
    {
        const std::lock_guard lock(mutex_);
        entries_.push_back(entry);
    }
    Entry* const address = entry.get();
    return {address, [all = shared_from_this(), entry](void*) { all->remove(entry); }};
}

void Listeners::remove(const std::shared_ptr<Entry>& entry) {
    {
        const std::lock_guard waits_for_a_running_call(entry->mutex);
        entry->wanted = false;
    }
    const std::lock_guard lock(mutex_);
    std::erase(entries_, entry);
}

void Listeners::tell(Position head) {
    std::vector<std::shared_ptr<Entry>> entries;
    {
        const std::lock_guard lock(mutex_);
        entries = entries_;
    }
    for (const auto& entry : entries) {
        const std::lock_guard lock(entry->mutex);
        if (entry->wanted) entry->listener(head);
    }
}

}  // namespace commonweal::log
