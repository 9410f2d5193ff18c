#include "server/app/relay.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

namespace commonweal::app {

void Relay::tell(boost::asio::any_io_executor executor, Work work) {
    if (!through_) return boost::asio::post(executor, std::move(work));
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back({std::move(executor), std::move(work)});
        if (waiting_.size() > 1) return;  // whoever was first has posted, and it has not run yet
    }
    boost::asio::post(through_, [relay = shared_from_this()] { relay->run(); });
}

void Relay::run() {
    std::vector<Told> told;
    {
        const std::lock_guard lock(mutex_);
        told.swap(waiting_);
    }
    for (auto& [executor, work] : told) boost::asio::dispatch(executor, std::move(work));
}

}  // namespace commonweal::app
