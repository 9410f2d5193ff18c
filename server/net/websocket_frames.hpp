#pragma once
// The server's side of RFC 6455's frames, on bytes alone: no socket, no thread, no clock.
// docs/decisions/0004-websocket-framing.md says why this is not Beast's.
//
// Owner: one connection. Threads: its strand. Failure: a Broken event, once, with the code to close
// with; after it the reader gives nothing more.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace commonweal::net {

enum class Opcode : std::uint8_t {
    continuation = 0x0,
    text = 0x1,
    binary = 0x2,
    close = 0x8,
    ping = 0x9,
    pong = 0xA,
};

namespace close_code {
constexpr std::uint16_t normal = 1000, going_away = 1001, protocol_error = 1002,
                        unsupported_kind = 1003, none_given = 1005, bad_text = 1007,
                        message_too_big = 1009, internal_error = 1011;
}

constexpr std::size_t control_payload_bytes_max = 125;

/// The head of a whole, unmasked frame; the payload follows it as it is, so that one message can be
/// shared between all who get it.
struct FrameHead {
    FrameHead(Opcode opcode, std::uint64_t payload_bytes);

    std::array<char, 10> bytes{};
    std::uint8_t size = 0;
};

/// A close frame's payload; the reason is cut to what fits, at a character's end.
std::string close_payload(std::uint16_t code, std::string_view reason);

struct TextReceived {
    std::string text;
};
struct PingReceived {
    std::string payload;
};
struct PongReceived {};
struct CloseReceived {
    std::uint16_t code;  ///< none_given where the frame was empty
};
struct Broken {
    std::uint16_t code;
    std::string_view why;  ///< of static storage
};
using FrameEvent = std::variant<TextReceived, PingReceived, PongReceived, CloseReceived, Broken>;

class FrameReader {
  public:
    explicit FrameReader(std::size_t message_bytes_max) : message_bytes_max_(message_bytes_max) {}

    /// Takes bytes off the front until something has happened or none are left.
    std::optional<FrameEvent> next(std::span<const char>& bytes);

  private:
    bool read_head(std::span<const char>& bytes);
    std::optional<Broken> begin_frame();
    std::optional<Broken> check_head(Opcode opcode, bool final) const;
    void read_payload(std::span<const char>& bytes);
    std::optional<FrameEvent> end_frame();
    FrameEvent end_close();
    FrameEvent broken(std::uint16_t code, std::string_view why);

    const std::size_t message_bytes_max_;
    std::array<unsigned char, 14> head_{};
    std::uint8_t head_bytes_ = 0;
    std::uint8_t mask_at_ = 0;
    bool in_payload_ = false;
    bool in_message_ = false;  ///< a fragment came that was not the last
    bool final_ = false;
    bool stopped_ = false;
    Opcode opcode_ = Opcode::continuation;
    std::uint64_t payload_left_ = 0;
    std::array<unsigned char, 4> mask_{};
    std::string message_;  ///< of the text message under way
    std::string control_;  ///< of the control frame under way
};

}  // namespace commonweal::net
