#pragma once
// Who wants to be told that the head has moved.
//
// Owner: Log; a handle may outlive it. Threads: any. After a handle is destroyed its listener is
// not called again, and no call of it is still running (unless it destroys its own handle).

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "server/log/commit.hpp"

namespace commonweal::log {

class Listeners : public std::enable_shared_from_this<Listeners> {
  public:
    using Listener = std::function<void(Position head)>;

    [[nodiscard]] std::shared_ptr<void> add(Listener listener);
    void tell(Position head);

  private:
    struct Entry {
        explicit Entry(Listener with) : listener(std::move(with)) {}
        // Recursive, because a listener may destroy its own handle.
        std::recursive_mutex mutex;
        bool wanted = true;
        Listener listener;
    };
    void remove(const std::shared_ptr<Entry>& entry);

    std::mutex mutex_;
    std::vector<std::shared_ptr<Entry>> entries_;
};

}  // namespace commonweal::log
