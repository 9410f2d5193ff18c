#pragma once
// The outside of the server: one table of routes, each handler read downward, problems in one
// place.
//
// Owner: main. Threads: any; each call is independent.

#include "server/api/call.hpp"

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

    Context context_;
};

}  // namespace commonweal::api
