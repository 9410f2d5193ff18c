#include "server/net/websocket_frames.hpp"

#include <algorithm>
#include <utility>

#include "server/net/utf8.hpp"

namespace commonweal::net {
namespace {

bool is_control(Opcode opcode) {
    return (static_cast<unsigned>(opcode) & 0x8U) != 0;
}

bool is_known(Opcode opcode) {
    switch (opcode) {
        case Opcode::continuation:
        case Opcode::text:
        case Opcode::binary:
        case Opcode::close:
        case Opcode::ping:
        case Opcode::pong:
            return true;
    }
    return false;
}

/// How many bytes the length takes beyond the first two of the head.
std::size_t extended_length_bytes(unsigned char second) {
    const unsigned length = second & 0x7FU;
    return length == 126 ? 2 : length == 127 ? 8 : 0;
}

std::uint64_t big_endian(std::span<const unsigned char> bytes) {
    std::uint64_t number = 0;
    for (const auto byte : bytes) number = (number << 8U) | byte;
    return number;
}

/// RFC 6455 section 7.4, and the registered codes that a peer may send.
bool may_be_sent(unsigned code) {
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
           (code >= 3000 && code <= 4999);
}

}  // namespace

FrameHead::FrameHead(Opcode opcode, std::uint64_t payload_bytes) {
    const auto put = [this](std::uint64_t byte) { bytes[size++] = static_cast<char>(byte); };
    put(0x80U | static_cast<unsigned>(opcode));
    if (payload_bytes < 126) {
        put(payload_bytes);
    } else if (payload_bytes <= 0xFFFF) {
        put(126);
        for (int shift = 8; shift >= 0; shift -= 8) put((payload_bytes >> shift) & 0xFFU);
    } else {
        put(127);
        for (int shift = 56; shift >= 0; shift -= 8) put((payload_bytes >> shift) & 0xFFU);
    }
}

std::string close_payload(std::uint16_t code, std::string_view reason) {
    if (code == close_code::none_given) return {};
    reason = reason.substr(0, control_payload_bytes_max - 2);
    while (!is_utf8(reason)) reason.remove_suffix(1);
    std::string payload{static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
    return payload.append(reason);
}

std::optional<FrameEvent> FrameReader::next(std::span<const char>& bytes) {
    while (!stopped_) {
        if (!in_payload_) {
            if (!read_head(bytes)) return std::nullopt;
            if (const auto wrong = begin_frame()) return broken(wrong->code, wrong->why);
        }
        read_payload(bytes);
        if (payload_left_ > 0) return std::nullopt;
        if (auto event = end_frame()) return event;
    }
    bytes = {};
    return std::nullopt;
}

/// True once the whole head is there.
bool FrameReader::read_head(std::span<const char>& bytes) {
    std::size_t wanted = 2;
    while (true) {
        if (head_bytes_ >= 2) {
            const bool masked = (head_[1] & 0x80U) != 0;
            wanted = 2 + extended_length_bytes(head_[1]) + (masked ? 4 : 0);
        }
        if (head_bytes_ == wanted) return true;
        if (bytes.empty()) return false;
        head_[head_bytes_++] = static_cast<unsigned char>(bytes.front());
        bytes = bytes.subspan(1);
    }
}

std::optional<Broken> FrameReader::begin_frame() {
    using namespace close_code;
    const bool final = (head_[0] & 0x80U) != 0;
    const auto opcode = static_cast<Opcode>(head_[0] & 0x0FU);
    if ((head_[0] & 0x70U) != 0) return Broken{protocol_error, "a reserved bit is set"};
    if ((head_[1] & 0x80U) == 0) return Broken{protocol_error, "a frame is not masked"};
    if (const auto wrong = check_head(opcode, final)) return wrong;

    const auto extended = extended_length_bytes(head_[1]);
    const auto length =
        extended == 0 ? head_[1] & 0x7FU : big_endian(std::span(head_).subspan(2, extended));
    const bool shorter_would_do =
        (extended == 2 && length < 126) || (extended == 8 && length < 65536);
    if (shorter_would_do) return Broken{protocol_error, "a length is not in its shortest form"};
    if (is_control(opcode) && length > control_payload_bytes_max) {
        return Broken{protocol_error, "a control frame is too long"};
    }
    if (!is_control(opcode) && length > message_bytes_max_ - message_.size()) {
        return Broken{message_too_big, "the message is too big"};
    }
    std::copy_n(head_.begin() + 2 + extended, mask_.size(), mask_.begin());
    opcode_ = opcode;
    final_ = final;
    payload_left_ = length;
    mask_at_ = 0;
    head_bytes_ = 0;
    in_payload_ = true;
    return std::nullopt;
}

std::optional<Broken> FrameReader::check_head(Opcode opcode, bool final) const {
    using namespace close_code;
    if (!is_known(opcode)) return Broken{protocol_error, "an opcode is unknown"};
    if (is_control(opcode)) {
        if (!final) return Broken{protocol_error, "a control frame is in fragments"};
        return std::nullopt;
    }
    if (opcode == Opcode::binary) return Broken{unsupported_kind, "only text is understood"};
    if (opcode == Opcode::text && in_message_) {
        return Broken{protocol_error, "a message begins within another"};
    }
    if (opcode == Opcode::continuation && !in_message_) {
        return Broken{protocol_error, "a continuation continues nothing"};
    }
    return std::nullopt;
}

void FrameReader::read_payload(std::span<const char>& bytes) {
    auto& into = is_control(opcode_) ? control_ : message_;
    const auto count = std::min<std::uint64_t>(payload_left_, bytes.size());
    const auto start = into.size();
    into.append(bytes.data(), count);
    for (std::size_t i = start; i < into.size(); ++i) {
        into[i] = static_cast<char>(static_cast<unsigned char>(into[i]) ^ mask_[mask_at_]);
        mask_at_ = (mask_at_ + 1U) & 3U;
    }
    payload_left_ -= count;
    bytes = bytes.subspan(count);
}

std::optional<FrameEvent> FrameReader::end_frame() {
    in_payload_ = false;
    switch (opcode_) {
        case Opcode::ping:
            return PingReceived{std::exchange(control_, {})};
        case Opcode::pong:
            control_ = {};
            return PongReceived{};
        case Opcode::close:
            return end_close();
        default:
            break;
    }
    in_message_ = !final_;
    if (in_message_) return std::nullopt;
    if (!is_utf8(message_)) return broken(close_code::bad_text, "a text is not UTF-8");
    return TextReceived{std::exchange(message_, {})};
}

FrameEvent FrameReader::end_close() {
    const std::string payload = std::exchange(control_, {});
    if (payload.empty()) {
        stopped_ = true;
        return CloseReceived{close_code::none_given};
    }
    if (payload.size() == 1) return broken(close_code::protocol_error, "a close code is cut short");
    const auto code =
        (static_cast<unsigned char>(payload[0]) << 8U) | static_cast<unsigned char>(payload[1]);
    if (!may_be_sent(code)) return broken(close_code::protocol_error, "a close code is unknown");
    if (!is_utf8(std::string_view(payload).substr(2))) {
        return broken(close_code::bad_text, "a close reason is not UTF-8");
    }
    stopped_ = true;
    return CloseReceived{static_cast<std::uint16_t>(code)};
}

FrameEvent FrameReader::broken(std::uint16_t code, std::string_view why) {
    stopped_ = true;
    message_ = {};
    control_ = {};
    return Broken{code, why};
}

}  // namespace commonweal::net
