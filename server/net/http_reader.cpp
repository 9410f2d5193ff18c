#include "server/net/http_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/rfc7230.hpp>

namespace commonweal::net {
namespace {

namespace http = boost::beast::http;
using ErrorCode = boost::beast::error_code;
using View = boost::beast::string_view;

// The shortest rest of a chunked body, "0\r\n\r\n". Beast 1.81 asserts, and so would stop the
// program, when it is asked again with less after it has seen the last chunk's line.
constexpr std::size_t chunked_rest_bytes_min = 5;
constexpr std::size_t reserved_bytes_max = 64U << 10U;  // before a client has sent any of them

const Refused* refusal_of(const ErrorCode& error) {
    if (error == http::error::header_limit) return &refused::header_too_large;
    if (error == http::error::body_limit) return &refused::body_too_large;
    if (error == http::error::bad_version) return &refused::unsupported_version;
    if (error == http::error::bad_content_length || error == http::error::bad_transfer_encoding ||
        error == http::error::multiple_content_length) {
        return &refused::bad_framing;
    }
    return &refused::bad_request;
}

}  // namespace

class HttpReader::Parser final : public http::basic_parser<true> {
  public:
    Parser(std::size_t header_bytes_max, std::size_t body_bytes_max) {
        eager(true);
        header_limit(static_cast<std::uint32_t>(header_bytes_max));
        body_limit(body_bytes_max);
    }

    Request request;
    std::size_t header_bytes = 0;
    const Refused* refused = nullptr;  ///< why a callback stopped the parser
    bool has_begun = false;
    bool http_1_0 = false;
    bool continue_expected = false;
    bool websocket_asked = false;

  private:
    void on_request_impl(http::verb, View method, View target, int version, ErrorCode&) override {
        request.method = method;
        request.target = target;
        http_1_0 = version < 11;
    }

    void on_field_impl(http::field name, View its_name, View value, ErrorCode& error) override {
        if (header_done_)
            return;  // a trailer: nobody asked for one, and it must not pass as a header
        if (name == http::field::host) ++hosts_;
        if (name == http::field::expect) note_expectation(value, error);
        if (name == http::field::transfer_encoding) note_encoding(value, error);
        if (name == http::field::content_length) has_length_ = true;
        if (name == http::field::upgrade) websocket_asked |= is_same_name(value, "websocket");
        request.headers.emplace_back(its_name, value);
    }

    void note_expectation(View value, ErrorCode& error) {
        continue_expected = is_same_name(value, "100-continue");
        if (!continue_expected) stop(refused::unsupported_expectation, error);
    }

    // Beast passes over encodings that it does not know, and would see no body where another
    // server sees one.
    void note_encoding(View value, ErrorCode& error) {
        has_encoding_ = true;
        if (!is_same_name(value, "chunked")) stop(refused::unsupported_encoding, error);
        if (http_1_0) stop(refused::bad_framing, error);
    }

    void on_header_impl(ErrorCode& error) override {
        header_done_ = true;
        if (has_encoding_ && has_length_) return stop(refused::bad_framing, error);
        if (hosts_ > 1 || (hosts_ == 0 && !http_1_0)) return stop(refused::no_host, error);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, ErrorCode&) override {
        if (length) request.body.reserve(std::min<std::size_t>(*length, reserved_bytes_max));
    }
    std::size_t on_body_impl(View body, ErrorCode&) override {
        request.body.append(body);
        return body.size();
    }
    std::size_t on_chunk_body_impl(std::uint64_t, View body, ErrorCode&) override {
        request.body.append(body);
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t, View, ErrorCode&) override {}
    void on_finish_impl(ErrorCode&) override {}
    void on_response_impl(int, View, int, ErrorCode&) override {}

    void stop(const Refused& why, ErrorCode& error) {
        refused = &why;
        error = http::error::bad_field;
    }

    int hosts_ = 0;
    bool header_done_ = false;
    bool has_length_ = false;
    bool has_encoding_ = false;
};

HttpReader::HttpReader(std::size_t header_bytes_max, std::size_t body_bytes_max)
    : header_bytes_max_(header_bytes_max),
      body_bytes_max_(body_bytes_max),
      parser_(std::make_unique<Parser>(header_bytes_max, body_bytes_max)) {}

HttpReader::~HttpReader() = default;

void HttpReader::next() {
    // A parser is for one message; the same memory serves the next.
    std::destroy_at(parser_.get());
    std::construct_at(parser_.get(), header_bytes_max_, body_bytes_max_);
}

std::expected<std::size_t, const Refused*> HttpReader::feed(std::span<const char> bytes) {
    std::size_t done = 0;
    while (done < bytes.size() && !parser_->is_done()) {
        parser_->has_begun = true;
        const bool in_chunks = parser_->is_header_done() && parser_->chunked();
        if (in_chunks && bytes.size() - done < chunked_rest_bytes_min) break;
        const bool in_header = !parser_->is_header_done();
        ErrorCode error;
        const auto used = parser_->put(
            boost::asio::const_buffer(bytes.data() + done, bytes.size() - done), error);
        done += used;
        if (in_header && !parser_->is_header_done()) parser_->header_bytes += used;
        if (error == http::error::need_more) break;
        if (error) {
            return std::unexpected(parser_->refused ? parser_->refused : refusal_of(error));
        }
    }
    // Beast bounds what it holds at once; this bounds the whole, and a chunk's header and trailer.
    const bool waits = !parser_->is_done();
    if (waits && parser_->header_bytes + (bytes.size() - done) > header_bytes_max_) {
        return std::unexpected(&refused::header_too_large);
    }
    return done;
}

bool HttpReader::has_begun() const {
    return parser_->has_begun;
}
bool HttpReader::has_header() const {
    return parser_->is_header_done();
}
bool HttpReader::is_complete() const {
    return parser_->is_done();
}
bool HttpReader::keeps_alive() const {
    return parser_->keep_alive();
}
bool HttpReader::expects_continue() const {
    return parser_->continue_expected && !parser_->http_1_0;
}
bool HttpReader::is_websocket() const {
    return parser_->upgrade() && parser_->websocket_asked && !parser_->http_1_0;
}
bool HttpReader::is_http_1_0() const {
    return parser_->http_1_0;
}
Request& HttpReader::request() {
    return parser_->request;
}
const Request& HttpReader::request() const {
    return parser_->request;
}

}  // namespace commonweal::net
