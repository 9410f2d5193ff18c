#include "server/live/hub.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

namespace commonweal::live {

Hub::Hub(boost::asio::io_context& io, app::Views& views)
    : strand_(boost::asio::make_strand(io)), views_(&views), ping_timer_(strand_) {}

void Hub::start() {
    ping_all();
}

net::WebSocketEvents Hub::open(std::shared_ptr<net::WebSocket> socket, std::string session) {
    auto connection = std::make_shared<Connection>();
    connection->socket = std::move(socket);
    connection->session = std::move(session);
    const auto on_strand = [self = shared_from_this()](auto work) {
        boost::asio::post(self->strand_, std::move(work));
    };
    on_strand([self = shared_from_this(), connection] {
        self->connections_.emplace(connection.get(), connection);
        self->recount();
    });
    net::WebSocketEvents events;
    events.received = [on_strand, self = shared_from_this(), connection](std::string text) {
        on_strand([self, connection, text = std::move(text)] {
            if (self->connections_.contains(connection.get())) self->received(*connection, text);
        });
    };
    events.drained = [on_strand, self = shared_from_this(), connection] {
        on_strand([self, connection] { self->catch_up(*connection); });
    };
    events.closed = [on_strand, self = shared_from_this(), connection] {
        on_strand([self, connection] { self->drop(*connection); });
    };
    return events;
}

void Hub::received(Connection& connection, std::string_view text) {
    const auto message = parse_message(text);
    if (!message.wrong.empty()) {
        (void)connection.socket->send(
            refused_message(message.topic, 400, "/problems/malformed-message", message.wrong));
    } else if (message.type == "subscribe") {
        subscribe(connection, message.topic, message.from);
    } else if (message.type == "unsubscribe") {
        if (const auto key = app::parse_topic(message.topic)) unsubscribe(connection, *key);
    }
    recount();
}

void Hub::subscribe(Connection& connection, const std::string& name, std::optional<Position> from) {
    const auto refuse = [&](unsigned status, const char* type, const char* title) {
        (void)connection.socket->send(refused_message(name, status, type, title));
    };
    const auto key = app::parse_topic(name);
    if (!key) return refuse(404, "/problems/not-found", "There is no such topic");
    const bool one_more = !connection.subscriptions.contains(*key);
    if (one_more && connection.subscriptions.size() >= topics_a_connection_max)
        return refuse(429, "/problems/too-many-topics", "Too many topics on one connection");
    auto* found = watched(*key);
    if (found == nullptr) return refuse(404, "/problems/not-found", "There is no such topic");
    found->connections.insert(&connection);
    auto& subscription = connection.subscriptions[*key];
    // What was sent on this connection arrives before any answer to this: the client has it by
    // then, though it did not when it asked.
    if (from && subscription.position) from = std::max(*from, *subscription.position);
    subscription.position = from;
    bring_up(connection, *found, subscription);
}

/// Sends all that a client misses, from the position that it has; without room it stays behind.
void Hub::bring_up(Connection& connection, Watched& watched, Subscription& subscription) {
    Position position = 0;
    auto message =
        subscription.position ? since(watched, *subscription.position, position) : nullptr;
    if (message == nullptr) message = snapshot_of(watched, subscription.position, position);
    subscription.behind = !connection.socket->send(message);
    if (!subscription.behind) subscription.position = position;
}

/// What a client that has a position needs, if it is less than a snapshot.
Message Hub::since(Watched& watched, Position from, Position& position) {
    position = watched.topic.head();
    if (auto message = watched.topic.changes_since(from)) return message;
    const auto now =
        views_->read([&](const app::Views& v) { return v.snapshot(watched.topic.key()); });
    if (from < now->changed_at || from > now->position) return nullptr;
    position = now->position;
    watched.topic.snapshot_given(position);
    return unchanged_message(watched.topic.key(), position);
}

void Hub::unsubscribe(Connection& connection, const app::TopicKey& key) {
    connection.subscriptions.erase(key);
    const auto found = topics_.find(key);
    if (found == topics_.end()) return;
    found->second->connections.erase(&connection);
    if (!found->second->connections.empty()) return;
    views_->unwatch(key);
    topics_.erase(found);
}

/// The topic, watched from now on; nullptr where there is nothing of that key.
Hub::Watched* Hub::watched(const app::TopicKey& key) {
    if (const auto found = topics_.find(key); found != topics_.end()) return found->second.get();
    const auto snapshot = views_->watch(key);
    if (!snapshot) return nullptr;
    auto made = std::make_unique<Watched>(Watched{.topic = Topic(key, snapshot->position),
                                                  .connections = {},
                                                  .timer = boost::asio::steady_timer(strand_),
                                                  .last_sent = {},
                                                  .snapshot = snapshot_message(key, *snapshot),
                                                  .snapshot_at = snapshot->position});
    return topics_.emplace(key, std::move(made)).first->second.get();
}

/// A snapshot that is no older than what was sent, nor than what the client has; made once for all
/// who come meanwhile.
Message Hub::snapshot_of(Watched& watched, std::optional<Position> known, Position& position) {
    const auto oldest = std::max(watched.topic.head(), known.value_or(0));
    if (watched.snapshot == nullptr || watched.snapshot_at < oldest) {
        const auto now =
            views_->read([&](const app::Views& v) { return v.snapshot(watched.topic.key()); });
        watched.snapshot = snapshot_message(watched.topic.key(), *now);
        watched.snapshot_at = now->position;
    }
    position = watched.snapshot_at;
    watched.topic.snapshot_given(position);
    return watched.snapshot;
}

void Hub::changed(std::vector<app::TopicChange> changes) {
    boost::asio::post(strand_, [self = shared_from_this(), changes = std::move(changes)]() mutable {
        self->take(std::move(changes));
    });
}

void Hub::take(std::vector<app::TopicChange> changes) {
    for (auto& change : changes) {
        const auto found = topics_.find(change.topic);
        if (found == topics_.end()) continue;
        // What the topic's first snapshot already shows is not told again.
        if (change.position <= found->second->topic.head()) continue;
        if (found->second->topic.must_send_before(change.position)) send(*found->second);
        found->second->topic.add(change.position, std::move(change.change));
        send_soon(*found->second);
    }
}

void Hub::rebuilt() {
    boost::asio::post(strand_, [self = shared_from_this()] {
        for (auto& [key, watched] : self->topics_) self->begin_again(*watched);
        self->recount();
    });
}

/// Whatever was sent may differ from what the new views hold at the same position.
void Hub::begin_again(Watched& watched) {
    const auto key = watched.topic.key();
    const auto now = views_->read([&](const app::Views& v) { return v.snapshot(key); });
    if (!now) return;
    watched.topic = Topic(key, now->position);
    watched.snapshot = snapshot_message(key, *now);
    watched.snapshot_at = now->position;
    for (auto* connection : watched.connections) {
        auto& subscription = connection->subscriptions.at(key);
        subscription.position.reset();
        bring_up(*connection, watched, subscription);
    }
}

void Hub::send_soon(Watched& watched) {
    const auto now = std::chrono::steady_clock::now();
    if (now - watched.last_sent >= gathered_for) return send(watched);
    watched.timer.expires_at(watched.last_sent + gathered_for);
    watched.timer.async_wait(
        [self = shared_from_this(), key = watched.topic.key()](boost::system::error_code ec) {
            if (ec) return;
            const auto found = self->topics_.find(key);
            if (found != self->topics_.end() && found->second->topic.waiting())
                self->send(*found->second);
        });
}

void Hub::send(Watched& watched) {
    const auto [message, position] = watched.topic.take();
    watched.last_sent = std::chrono::steady_clock::now();
    for (auto* connection : watched.connections) {
        auto& subscription = connection->subscriptions.at(watched.topic.key());
        if (subscription.behind || subscription.position >= position) continue;
        subscription.behind = !connection->socket->send(message);
        if (!subscription.behind) subscription.position = position;
    }
}

/// There is room again: everything that was missed, as one message a topic.
void Hub::catch_up(Connection& connection) {
    for (auto& [key, subscription] : connection.subscriptions) {
        if (!subscription.behind) continue;
        bring_up(connection, *topics_.at(key), subscription);
    }
    recount();
}

void Hub::drop(Connection& connection) {
    while (!connection.subscriptions.empty()) {
        const auto key = connection.subscriptions.begin()->first;  // unsubscribing ends the entry
        unsubscribe(connection, key);
    }
    connections_.erase(&connection);
    recount();
}

void Hub::sign_out(std::string session) {
    boost::asio::post(strand_, [self = shared_from_this(), session = std::move(session)] {
        for (const auto& [pointer, connection] : self->connections_)
            if (!session.empty() && connection->session == session)
                connection->socket->close(4001, "signed out");
    });
}

void Hub::ping_all() {
    ping_timer_.expires_after(ping_every);
    ping_timer_.async_wait([self = shared_from_this()](boost::system::error_code ec) {
        if (ec) return;
        for (const auto& [pointer, connection] : self->connections_)
            (void)connection->socket->send(ping_message());
        self->ping_all();
    });
}

void Hub::stop() {
    boost::asio::post(strand_, [self = shared_from_this()] {
        self->ping_timer_.cancel();
        for (auto& [key, watched] : self->topics_) watched->timer.cancel();
    });
}

std::vector<Message> Hub::poll(const app::TopicKey& topic, std::optional<Position> from) const {
    const auto now = views_->read([&](const app::Views& v) { return v.snapshot(topic); });
    if (!now) return {};
    if (from && *from >= now->changed_at && *from <= now->position)
        return {unchanged_message(topic, now->position)};
    return {snapshot_message(topic, *now)};
}

Hub::Counts Hub::counts() const {
    const std::lock_guard lock(counts_mutex_);
    return counts_;
}

void Hub::recount() {
    Counts now{connections_.size(), topics_.size(), 0, 0};
    for (const auto& [key, watched] : topics_) now.subscriptions += watched->connections.size();
    const std::lock_guard lock(counts_mutex_);
    counts_ = now;
}

}  // namespace commonweal::live
