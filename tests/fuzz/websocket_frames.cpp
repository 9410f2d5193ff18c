// Whatever bytes a client sends as WebSocket frames: nothing is read out of bounds, nothing grows
// beyond the bound, what comes out is UTF-8, and no cut of the same bytes changes what is read.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "server/net/utf8.hpp"
#include "server/net/websocket_frames.hpp"

using namespace commonweal::net;

namespace {

constexpr std::size_t message_bytes_max = 256;

void require(bool holds) {
    if (!holds) std::abort();
}

std::string word_for(const FrameEvent& event) {
    if (const auto* text = std::get_if<TextReceived>(&event)) {
        require(text->text.size() <= message_bytes_max && is_utf8(text->text));
        return "text:" + text->text;
    }
    if (const auto* ping = std::get_if<PingReceived>(&event)) {
        require(ping->payload.size() <= control_payload_bytes_max);
        return "ping:" + ping->payload;
    }
    if (std::holds_alternative<PongReceived>(event)) return "pong";
    if (const auto* close = std::get_if<CloseReceived>(&event)) {
        require(close_payload(close->code, "reason").size() <= control_payload_bytes_max);
        return "close:" + std::to_string(close->code);
    }
    return "broken:" + std::to_string(std::get<Broken>(event).code);
}

std::vector<std::string> read(std::span<const char> bytes, std::size_t piece) {
    FrameReader reader(message_bytes_max);
    std::vector<std::string> words;
    while (!bytes.empty()) {
        auto some = bytes.first(std::min(piece, bytes.size()));
        bytes = bytes.subspan(some.size());
        while (const auto event = reader.next(some)) words.push_back(word_for(*event));
        require(some.empty());
    }
    return words;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span bytes(reinterpret_cast<const char*>(data), size);
    const auto whole = read(bytes, size);
    require(read(bytes, 1) == whole);
    require(read(bytes, 5) == whole);
    return 0;
}
