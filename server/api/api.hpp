#pragma once
// The outside of the server: one table of routes, each handler read downward, problems in one
// place.
//
// Owner: main. Threads: any; each call is independent.

#include <atomic>
#include <boost/asio/thread_pool.hpp>

#include "server/api/route.hpp"

namespace commonweal::api {

class Api {
  public:
    explicit Api(Context context) : context_(context) {}

    /// Answers a request. What the client did wrong is a problem; what throws is net's to log.
    boost::asio::awaitable<net::Response> handle(net::Request request);
    /// Decides about a WebSocket at /live.
    boost::asio::awaitable<net::Upgrade> upgrade(net::Request request);

  private:
    boost::asio::awaitable<net::Response> answer(net::Request request);
    boost::asio::awaitable<net::Response> run(const Route& route, Call call);

    static constexpr int past_reads_max = 32;  ///< that run or wait; a further one is refused

    Context context_;
    std::atomic<int> past_reads_ = 0;
    /// Folding the past takes milliseconds, in which connections are to be served.
    boost::asio::thread_pool past_readers_{2};
};

}  // namespace commonweal::api
