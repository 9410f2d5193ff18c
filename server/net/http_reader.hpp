#pragma once
// Reads requests out of bytes: Beast's parser, and the rules that it leaves to its user (what makes
// the end of a body doubtful is refused, or two servers in a row could disagree where it is).
//
// Owner: one connection. Threads: its strand. Failure: a Refused, after which the connection ends.

#include <expected>
#include <memory>
#include <span>

#include "server/net/http.hpp"
#include "server/net/problem.hpp"

namespace commonweal::net {

class HttpReader {
  public:
    HttpReader(std::size_t header_bytes_max, std::size_t body_bytes_max);
    ~HttpReader();
    HttpReader(const HttpReader&) = delete;
    HttpReader& operator=(const HttpReader&) = delete;

    /// Forgets the request that was taken and begins the next one.
    void next();
    /// Reads on, up to the end of one request; returns how many bytes it has done with. The rest is
    /// to be given again, with more behind it.
    std::expected<std::size_t, const Refused*> feed(std::span<const char> bytes);

    bool has_begun() const;
    bool has_header() const;
    bool is_complete() const;
    /// The rest of these once `has_header`.
    bool keeps_alive() const;
    bool expects_continue() const;
    bool is_websocket() const;  ///< asks to become one
    bool is_http_1_0() const;
    /// While the header is read, only method and target are of use.
    Request& request();
    const Request& request() const;

  private:
    class Parser;
    const std::size_t header_bytes_max_;
    const std::size_t body_bytes_max_;
    std::unique_ptr<Parser> parser_;
};

}  // namespace commonweal::net
