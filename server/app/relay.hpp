#pragma once
// Hands outcomes from the committer's thread to the coroutines that wait for them, many at a time:
// a group of commits is told at once, and waking a thread for each of them would cost more than
// what it then does.
//
// Owner: App, and whatever has been told and not yet run. Threads: tell() from any; what was told
// runs on its own executor.

#include <boost/asio/any_io_executor.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace commonweal::app {

class Relay : public std::enable_shared_from_this<Relay> {
  public:
    using Work = std::move_only_function<void()>;

    /// `through`: an executor of the context that runs all that will be told; none: each is posted
    /// to its own.
    explicit Relay(boost::asio::any_io_executor through) : through_(std::move(through)) {}

    /// Runs `work` on an executor, soon; never before it returns.
    void tell(boost::asio::any_io_executor executor, Work work);

  private:
    struct Told {
        boost::asio::any_io_executor executor;
        Work work;
    };
    void run();

    boost::asio::any_io_executor through_;
    std::mutex mutex_;
    std::vector<Told> waiting_;
};

}  // namespace commonweal::app
