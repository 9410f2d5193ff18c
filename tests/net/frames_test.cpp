// RFC 6455's frames as bytes, without a socket: every rule by which the reader refuses.
#include <catch2/catch.hpp>

#include "server/net/outbox.hpp"
#include "server/net/utf8.hpp"
#include "server/net/websocket_frames.hpp"
#include "server/net/websocket_handshake.hpp"
#include "tests/net/fixture.hpp"

using namespace commonweal::net;
using commonweal::net::testing::client_frame;
using commonweal::net::testing::final_bit;

namespace {

constexpr std::size_t message_bytes_max = 1000;

/// What was read, in words: "text:hello", "ping:x", "pong", "close:1000", "broken:1002".
std::string word_for(const FrameEvent& event) {
    if (const auto* text = std::get_if<TextReceived>(&event)) return "text:" + text->text;
    if (const auto* ping = std::get_if<PingReceived>(&event)) return "ping:" + ping->payload;
    if (std::holds_alternative<PongReceived>(event)) return "pong";
    if (const auto* close = std::get_if<CloseReceived>(&event)) {
        return "close:" + std::to_string(close->code);
    }
    return "broken:" + std::to_string(std::get<Broken>(event).code);
}

std::vector<std::string> read_in_pieces(std::string_view bytes, std::size_t piece) {
    FrameReader reader(message_bytes_max);
    std::vector<std::string> words;
    while (!bytes.empty()) {
        std::span<const char> some = bytes.substr(0, piece);
        bytes.remove_prefix(some.size());
        while (const auto event = reader.next(some)) words.push_back(word_for(*event));
    }
    return words;
}

/// However the bytes are cut, the same is read.
std::vector<std::string> read_all(std::string_view bytes) {
    const auto whole = read_in_pieces(bytes, bytes.size());
    for (const std::size_t piece : {1, 2, 3, 7, 64}) CHECK(read_in_pieces(bytes, piece) == whole);
    return whole;
}

using Words = std::vector<std::string>;

std::string text(std::string_view payload) {
    return client_frame(final_bit | 1U, payload);
}

}  // namespace

TEST_CASE("texts of every length form are read") {
    CHECK(read_all(text("") + text("a")) == Words{"text:", "text:a"});
    for (const std::size_t size : {125, 126, 127, 1000}) {
        const std::string payload(size, 'x');
        CHECK(read_all(text(payload)) == Words{"text:" + payload});
    }
    FrameReader large(1U << 20U);
    const auto bytes = text(std::string(70000, 'x'));
    std::span<const char> rest = bytes;
    CHECK(word_for(*large.next(rest)) == "text:" + std::string(70000, 'x'));
}

TEST_CASE("fragments become one text, with control frames between them") {
    CHECK(read_all(client_frame(1, "ab") + client_frame(final_bit | 9U, "p") + client_frame(0, "") +
                   client_frame(final_bit | 10U, "q") + client_frame(final_bit, "cd") +
                   text("e")) == Words{"ping:p", "pong", "text:abcd", "text:e"});
}

TEST_CASE("a character may be cut between fragments, but not at the end") {
    CHECK(read_all(client_frame(1, "\xC3") + client_frame(final_bit, "\xA9")) ==
          Words{"text:\xC3\xA9"});
    CHECK(read_all(client_frame(1, "a") + client_frame(final_bit, "\xC3")) == Words{"broken:1007"});
}

TEST_CASE("what breaks the protocol is refused, with its code") {
    const auto shortest = [](std::string_view head) {
        return std::string(head) + std::string(4, '\0') + "ab";
    };
    CHECK(read_all(client_frame(final_bit | 1U, "a", false)) == Words{"broken:1002"});
    CHECK(read_all(client_frame(final_bit | 0x41U, "a")) == Words{"broken:1002"});
    CHECK(read_all(client_frame(final_bit | 0x21U, "a")) == Words{"broken:1002"});
    CHECK(read_all(client_frame(final_bit | 0x11U, "a")) == Words{"broken:1002"});
    CHECK(read_all(client_frame(final_bit | 3U, "a")) == Words{"broken:1002"});
    CHECK(read_all(client_frame(final_bit | 11U, "a")) == Words{"broken:1002"});
    CHECK(read_all(client_frame(9, "a")) == Words{"broken:1002"});
    CHECK(read_all(client_frame(final_bit | 9U, std::string(126, 'p'))) == Words{"broken:1002"});
    CHECK(read_all(client_frame(final_bit, "a")) == Words{"broken:1002"});
    CHECK(read_all(client_frame(1, "a") + text("b")) == Words{"broken:1002"});
    CHECK(read_all(client_frame(final_bit | 2U, "a")) == Words{"broken:1003"});
    CHECK(read_all(text("\xFF")) == Words{"broken:1007"});
    CHECK(read_all(shortest(std::string("\x81\xFE\x00\x02", 4))) == Words{"broken:1002"});
    CHECK(read_all(shortest(std::string("\x81\xFF\0\0\0\0\0\0\0\x02", 10))) ==
          Words{"broken:1002"});
}

TEST_CASE("a message that is too big is refused by its head, before it is there") {
    const auto one = text(std::string(1001, 'x'));
    CHECK(read_all(one.substr(0, 8)) == Words{"broken:1009"});
    CHECK(read_all(client_frame(1, std::string(600, 'x')) +
                   client_frame(0, std::string(401, 'x'))) == Words{"broken:1009"});
    CHECK(read_all(std::string("\x81\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 10) + "mask") ==
          Words{"broken:1009"});
    CHECK(read_all(client_frame(1, std::string(600, 'x')) +
                   client_frame(final_bit, std::string(400, 'x'))) ==
          Words{"text:" + std::string(1000, 'x')});
}

TEST_CASE("a close says why, in codes that may be sent") {
    const auto close = [](std::string_view payload) {
        return client_frame(final_bit | 8U, payload);
    };
    CHECK(read_all(close("") + text("after")) == Words{"close:1005"});
    CHECK(read_all(close("\x03\xE8"
                         "bye")) == Words{"close:1000"});
    CHECK(read_all(close("\x0F\xA0")) == Words{"close:4000"});
    CHECK(read_all(close("\x03")) == Words{"broken:1002"});
    CHECK(read_all(close("\x03\xED")) == Words{"broken:1002"});  // 1005
    CHECK(read_all(close("\x03\xE7")) == Words{"broken:1002"});  // 999
    CHECK(read_all(close("\x07\xD0")) == Words{"broken:1002"});  // 2000
    CHECK(read_all(close("\x13\x88")) == Words{"broken:1002"});  // 5000
    CHECK(read_all(close("\x03\xE8\xFF")) == Words{"broken:1007"});
}

TEST_CASE("nothing is read after the protocol was broken") {
    CHECK(read_all(text("\xFF") + text("a")) == Words{"broken:1007"});
}

TEST_CASE("a server's frame heads have the shortest length") {
    const auto head = [](std::uint64_t bytes) {
        const FrameHead made(Opcode::text, bytes);
        return std::string(made.bytes.data(), made.size);
    };
    CHECK(head(0) == std::string("\x81\x00", 2));
    CHECK(head(125) == "\x81\x7D");
    CHECK(head(126) == std::string("\x81\x7E\x00\x7E", 4));
    CHECK(head(65535) == "\x81\x7E\xFF\xFF");
    CHECK(head(65536) == std::string("\x81\x7F\0\0\0\0\0\x01\0\0", 10));
}

TEST_CASE("a close payload fits, and ends with a whole character") {
    CHECK(close_payload(1001, "x") == "\x03\xE9x");
    CHECK(close_payload(1005, "x").empty());
    std::string long_reason(122, 'a');
    long_reason += "\xC3\xA9";
    CHECK(close_payload(1000, long_reason) == "\x03\xE8" + std::string(122, 'a'));
}

TEST_CASE("UTF-8 is what Unicode's table says") {
    for (const auto* good : {"", "plain", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                             "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF",
                             "eight by\xC3\xA9te words and \xE2\x82\xAC more"}) {
        CHECK(is_utf8(good));
    }
    for (const auto* bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xE0\x9F\xBF", "\xED\xA0\x80",
                            "\xE2\x82", "\xE2\x28\xA1", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80", "\xFF", "12345678\x80", "\xF0\x90\x80"}) {
        CHECK_FALSE(is_utf8(bad));
    }
}

TEST_CASE("the handshake's answer is the RFC's own example") {
    CHECK(websocket_accept("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

namespace {

SharedText shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

/// Takes `bytes` out of the outbox, as a socket that has only so much room would.
std::string take(Outbox& outbox, std::size_t bytes) {
    std::array<iovec, 8> pieces;
    std::string all;
    for (const auto& piece : std::span(pieces).first(outbox.gather(pieces))) {
        all.append(static_cast<const char*>(piece.iov_base), piece.iov_len);
    }
    all.resize(std::min(all.size(), bytes));
    outbox.sent(all.size());
    return all;
}

}  // namespace

TEST_CASE("an outbox gives its frames in order, however little is taken at a time") {
    for (const std::size_t step : {1, 2, 3, 5, 100}) {
        Outbox outbox;
        std::string expected;
        for (int i = 0; i < 20; ++i) {
            const auto payload = std::string(static_cast<std::size_t>(i), 'x');
            outbox.push(Opcode::text, shared(payload));
            expected += std::string{'\x81', static_cast<char>(i)} + payload;
        }
        CHECK(outbox.bytes() == expected.size());
        CHECK(outbox.messages() == 20);
        std::string taken;
        while (!outbox.is_empty()) taken += take(outbox, step);
        CHECK(taken == expected);
        CHECK(outbox.bytes() == 0);
        CHECK(outbox.messages() == 0);
    }
}

TEST_CASE("a ping goes ahead, but not into the midst of a frame, and does not pile up") {
    Outbox outbox;
    outbox.push(Opcode::text, shared("ab"));
    outbox.push(Opcode::text, shared("cd"));
    CHECK(take(outbox, 1) == "\x81");
    outbox.push_ahead(Opcode::pong, shared("old"));
    outbox.push_ahead(Opcode::pong, shared("new"));
    CHECK(outbox.messages() == 3);
    CHECK(outbox.bytes() == 3 + 5 + 4);
    CHECK(take(outbox, 100) ==
          "\x02"
          "ab"
          "\x8A\x03"
          "new"
          "\x81\x02"
          "cd");
}

TEST_CASE("an outbox has room up to its bounds, and for one message of any size") {
    Outbox outbox;
    CHECK(outbox.has_room(1000, 100, 2));
    outbox.push(Opcode::text, shared("ab"));
    CHECK(outbox.has_room(96, 100, 2));
    CHECK_FALSE(outbox.has_room(97, 100, 2));
    outbox.push(Opcode::text, shared("ab"));
    CHECK_FALSE(outbox.has_room(1, 100, 2));
}
