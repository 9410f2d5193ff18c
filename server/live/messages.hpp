#pragma once
// The live protocol's messages, as text. Client: subscribe, unsubscribe, pong. Server: snapshot,
// delta, refused, ping. Described in AsyncAPI (server/api/schemas.cpp).

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/views.hpp"

namespace commonweal::live {

using Message = std::shared_ptr<const std::string>;

/// What a client sent, or why it cannot be understood.
struct Received {
    std::string type;  ///< subscribe, unsubscribe, pong
    std::string topic;
    std::optional<Position> from;
    std::string wrong;  ///< not empty: what is wrong with the message
};
Received parse_message(std::string_view text);

/// Topics' audience is the whole network: labels beyond that are left out.
Message snapshot_message(const app::TopicKey& topic, const app::Snapshot& snapshot);
Message delta_message(const app::TopicKey& topic, Position position, const app::AnyChange& change);
/// Nothing has changed since the position that the client has.
Message unchanged_message(const app::TopicKey& topic, Position position);
Message refused_message(std::string_view topic, unsigned status, std::string_view type,
                        std::string_view title);
Message ping_message();

void merge(app::AnyChange& change, app::AnyChange later);

}  // namespace commonweal::live
