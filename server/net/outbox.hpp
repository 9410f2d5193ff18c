#pragma once
// What waits to be sent on a WebSocket: whole frames in order, their payloads shared with whoever
// else is sent the same. Bounded by its user, who asks `has_room` first.
//
// Owner: one connection, which locks. Failure: none.

#include <sys/uio.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "server/net/websocket_frames.hpp"

namespace commonweal::net {

using SharedText = std::shared_ptr<const std::string>;

class Outbox {
  public:
    bool is_empty() const { return first_ == items_.size(); }
    std::size_t bytes() const { return bytes_; }  ///< heads and payloads not yet sent
    std::size_t messages() const { return items_.size() - first_; }
    /// A message that is larger than the bound has room where nothing else waits.
    bool has_room(std::size_t payload_bytes, std::size_t bytes_max, std::size_t messages_max) const;

    void push(Opcode opcode, SharedText payload);
    /// Ahead of all that has not begun to be sent. A ping or pong that still waits is replaced, so
    /// that a client which never reads cannot pile them up.
    void push_ahead(Opcode opcode, SharedText payload);

    /// Fills in the pieces to send next; returns how many.
    std::size_t gather(std::span<iovec> pieces) const;
    void sent(std::size_t bytes);
    void clear();

  private:
    struct Item {
        Opcode opcode;
        FrameHead head;
        SharedText payload;

        std::size_t size() const { return head.size + payload->size(); }
    };
    void forget_sent();

    std::vector<Item> items_;
    std::size_t first_ = 0;       ///< of items_, not yet sent whole
    std::size_t first_sent_ = 0;  ///< bytes of that one
    std::size_t bytes_ = 0;
};

}  // namespace commonweal::net
