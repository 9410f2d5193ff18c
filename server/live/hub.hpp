#pragma once
// Who watches what. Connections subscribe to topics; the projector's changes go out to them,
// encoded once a topic. A slow client never holds up another: what it missed is folded into one
// message when it has room again.
//
// Owner: main. Threads: open, changed, rebuilt, sign_out, poll and close from any; all work is on
// one strand.

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <map>
#include <memory>
#include <unordered_set>

#include "server/app/projector.hpp"
#include "server/live/topic.hpp"
#include "server/net/http.hpp"

namespace commonweal::live {

class Hub : public std::enable_shared_from_this<Hub> {
  public:
    static constexpr std::size_t topics_a_connection_max = 64;
    /// Changes of a topic that follow each other faster are gathered for so long.
    static constexpr std::chrono::milliseconds gathered_for{50};
    static constexpr std::chrono::seconds ping_every{20};

    Hub(boost::asio::io_context& io, app::Views& views);
    void start();

    /// A new connection of somebody who has signed in; `session` names the session, so that signing
    /// out ends it.
    net::WebSocketEvents open(std::shared_ptr<net::WebSocket> socket, std::string session);
    /// What the projector changed; returns at once.
    void changed(std::vector<app::TopicChange> changes);
    /// The views were folded anew: everybody gets a new snapshot. Returns at once.
    void rebuilt();
    void sign_out(std::string session);
    /// Stops the timers, so that nothing keeps the io_context running.
    void stop();

    /// The messages that a client would have got since a position, by polling.
    std::vector<Message> poll(const app::TopicKey& topic, std::optional<Position> from) const;

    struct Counts {
        std::size_t connections = 0, topics = 0, subscriptions = 0, behind = 0;
    };
    Counts counts() const;

  private:
    struct Subscription {
        std::optional<Position> position;  ///< that the client has; none: it has nothing yet
        bool behind = false;
    };
    struct Connection {
        std::shared_ptr<net::WebSocket> socket;
        std::string session;
        std::map<app::TopicKey, Subscription> subscriptions;
    };
    struct Watched {
        Topic topic;
        std::unordered_set<Connection*> connections;
        boost::asio::steady_timer timer;
        std::chrono::steady_clock::time_point last_sent{};
        Message snapshot;  ///< as of `snapshot_at`, for the next who subscribes
        Position snapshot_at = 0;
    };

    void received(Connection& connection, std::string_view text);
    void subscribe(Connection& connection, const std::string& name, std::optional<Position> from);
    void unsubscribe(Connection& connection, const app::TopicKey& key);
    Watched* watched(const app::TopicKey& key);
    void bring_up(Connection& connection, Watched& watched, Subscription& subscription);
    Message since(Watched& watched, Position from, Position& position);
    Message snapshot_of(Watched& watched, std::optional<Position> known, Position& position);
    void take(std::vector<app::TopicChange> changes);
    void begin_again(Watched& watched);
    void send_soon(Watched& watched);
    void send(Watched& watched);
    void catch_up(Connection& connection);
    void drop(Connection& connection);
    void ping_all();
    void recount();

    boost::asio::strand<boost::asio::io_context::executor_type> strand_;
    app::Views* views_;
    std::map<app::TopicKey, std::unique_ptr<Watched>> topics_;
    std::unordered_map<Connection*, std::shared_ptr<Connection>> connections_;
    boost::asio::steady_timer ping_timer_;
    mutable std::mutex counts_mutex_;
    Counts counts_;
};

}  // namespace commonweal::live
