#pragma once
// What every connection of one server shares: the limits, what to do with requests, and the list of
// connections. Private to net. Threads: any; after the start only the two atomics change.

#include <atomic>
#include <functional>
#include <memory>

#include "server/net/connections.hpp"
#include "server/net/server.hpp"

namespace commonweal::net {

struct Service {
    Limits limits;
    Handler handler;
    UpgradeHandler upgrade;
    std::function<void(const RequestLine&)> finished;
    std::shared_ptr<Connections> connections;
    std::atomic<bool> draining{false};
    std::atomic<std::size_t> turned_away{0};  ///< of the connections, those that only get a 503
};

}  // namespace commonweal::net
