#pragma once
// The whole program on a free port, with a small network in it, and clients that speak HTTP and
// WebSocket to it over real sockets.

#include <boost/json.hpp>
#include <thread>

#include "server/main/program.hpp"
#include "tests/net/fixture.hpp"
#include "tests/support/folder.hpp"

namespace commonweal::api::testing {

using commonweal::testing::Folder;
using net::testing::Client;
using Headers = std::vector<std::pair<std::string, std::string>>;

struct Answer {
    unsigned status = 0;
    std::string head, text;
    boost::json::value json;  ///< null where it is not JSON

    std::string header(std::string_view name) const;
    /// "not-signed-in", "refusal/same-school": the end of the problem's type.
    std::string problem() const;
    std::string id() const { return std::string(json.at("id").as_string()); }
};

/// The answer; ends the test where it is a problem.
const Answer& must(const Answer& answer);

/// One request on a connection of its own.
Answer call(unsigned short port, const std::string& method, const std::string& target,
            const std::string& body = {}, const Headers& headers = {});
Answer call_socket(const std::filesystem::path& socket, const std::string& method,
                   const std::string& target, const std::string& body = {},
                   const Headers& headers = {});

/// Somebody who calls: with a token, with a session's cookie, or as nobody.
struct Caller {
    unsigned short port = 0;
    Headers headers;

    Answer get(const std::string& target, Headers more = {}) const;
    Answer post(const std::string& target, const boost::json::value& body, Headers more = {}) const;
};

/// A WebSocket at /live.
class Watcher {
  public:
    Watcher(unsigned short port, const Headers& headers);
    void subscribe(const std::string& topic, std::optional<Position> from = {});
    /// The next message that is no ping.
    boost::json::object next();
    std::uint16_t close_code() { return client_.close_code(); }
    void say(const std::string& text) { client_.send_frame(1, text); }

  private:
    Client client_;
};

/// Serves from construction to destruction.
class Served {
  public:
    /// What a test is not about is set here: folder, address, clock, seed.
    explicit Served(ProgramOptions options = {});
    ~Served();

    Program& program() { return *program_; }
    unsigned short port() const { return port_; }
    const std::filesystem::path& data() const { return folder_.path(); }
    Caller nobody() const { return {port_, {}}; }
    /// With a token of theirs.
    Caller as(const std::string& person);
    /// Signed in with a password, as a browser is.
    Caller browser(const std::string& email, const std::string& password) const;
    Answer as_operator(const std::string& method, const std::string& target,
                       const std::string& body = {}, const std::string& type = "application/json");
    /// A visit of Barton at Ashton; answers its id.
    std::string requested(const std::string& note = {});
    /// Waits until the views hold all that is in the log.
    void folded();
    app::SetClock& clock() { return clock_; }

    // Ids as they are written outside.
    std::string network, cluster, ada, ben, cleo, coordinator, administrator;
    static constexpr const char* ashton = "100001";
    static constexpr const char* barton = "100002";
    static constexpr const char* clifton = "100003";
    static constexpr const char* password = "correct horse";

  private:
    void populate();
    std::string add(const std::string& name, const std::string& role, const std::string& place);

    Folder folder_;
    app::SetClock clock_{*parse_instant("2026-03-09T09:00:00Z")};
    std::unique_ptr<Program> program_;
    unsigned short port_ = 0;
    std::thread thread_;
};

}  // namespace commonweal::api::testing
