#pragma once
// A watcher as the web client is one: it keeps what it was shown and applies what it is told. Its
// socket takes as many messages as the test says; no network, no time of its own.

#include <boost/json.hpp>
#include <deque>
#include <map>

#include "server/app/routing.hpp"
#include "server/live/hub.hpp"
#include "tests/app/world.hpp"

namespace commonweal::live::testing {

using app::testing::World;

/// A WebSocket in memory. Like the real one: a message that finds the outbox full is not queued,
/// and `drained` follows once it is empty.
class FakeSocket final : public net::WebSocket {
  public:
    bool send(std::shared_ptr<const std::string> text) override;
    void close(std::uint16_t code, std::string reason) override;
    std::size_t outbox_bytes() const override { return 0; }

    std::size_t room = 1'000'000;  ///< messages that the outbox holds
    std::deque<std::shared_ptr<const std::string>> outbox;
    bool refused = false;
    std::optional<std::uint16_t> closed_with;
};

/// What a client knows of one topic.
struct Shown {
    Position position = 0;
    boost::json::object view;
};

class WatchingClient {
  public:
    WatchingClient(Hub& hub, boost::asio::io_context& io, std::string session = {});

    void say(std::string text);
    void subscribe(const app::TopicKey& topic, std::optional<Position> from = {});
    void unsubscribe(const app::TopicKey& topic);
    /// Reads all that is in the outbox and applies it; then the socket tells that it is drained.
    void read();
    /// The connection goes; what was shown is kept.
    void lose();
    void connect(Hub& hub);

    FakeSocket& socket() { return *socket_; }
    /// The messages that were read since the last call.
    std::vector<boost::json::object> messages() { return std::exchange(messages_, {}); }
    std::map<app::TopicKey, Shown> shown;

  private:
    void apply(const boost::json::object& message);
    void settle();

    boost::asio::io_context* io_;
    std::string session_;
    std::shared_ptr<FakeSocket> socket_;
    net::WebSocketEvents events_;
    std::vector<boost::json::object> messages_;
};

/// A world whose views and hub go forward only when the test says so.
class Stage {
  public:
    Stage();
    ~Stage();

    World world;
    app::Views views;
    boost::asio::io_context io;
    std::shared_ptr<Hub> hub;

    /// Folds what is new in the log, in batches of at most so many records, and tells the hub.
    void fold(std::size_t batch = 512);
    /// Lets the hub do what waits.
    void settle();
    /// Waits until gathered changes have gone out.
    void pass_time();
    /// What a view shows now, as a client would have it.
    boost::json::object now(const app::TopicKey& topic) const;
};

/// The same view whatever the order of its rows.
std::string canonical(const boost::json::object& view);

}  // namespace commonweal::live::testing
