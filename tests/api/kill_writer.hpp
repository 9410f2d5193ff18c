#pragma once
// Those who write until the server is gone: each leads its visits from the request to the return
// over a connection that it keeps, and asks again under the same key where an answer was cut off.
//
// Threads: a writer's `write_until_cut_off` runs on a thread of its own, one at a time; between
// two of them the test's thread may look. Nothing here asserts: what is wrong is a complaint.

#include <atomic>
#include <deque>
#include <optional>
#include <random>

#include "tests/api/fixture.hpp"
#include "tests/api/kill_oracle.hpp"

namespace commonweal::api::testing {

/// Requests on one connection. Throws where it ends.
class KeptConnection {
  public:
    explicit KeptConnection(unsigned short port) : client_(port) {}
    Answer get(const std::string& target, const std::string& who);
    /// With the command's key, and with a receipt.
    Answer post(const Asked& asked);

  private:
    Answer answer_to(const std::string& text);
    Client client_;
};

/// The network in which they write.
struct Cast {
    std::string network;
    std::string ashton_lead, barton_lead, coordinator;  ///< Authorization headers
};
/// Made through the control socket of a server that runs on an empty directory.
Cast make_cast(const std::filesystem::path& data);

class KilledWriter {
  public:
    KilledWriter(std::string name, unsigned seed, const Cast& cast, Oracle& oracle)
        : name_(std::move(name)), random_(seed), cast_(&cast), oracle_(&oracle) {}

    /// `killing` is true once nobody is to wonder that the connection ends.
    void write_until_cut_off(unsigned short port, const std::atomic<bool>& killing);
    /// What it does not know yet is given up.
    void give_up();
    bool waits() const { return pending_.has_value(); }

  private:
    /// A visit that can be led on.
    struct Led {
        std::string visit;
        Step next;
    };
    Asked next();
    Asked request();
    Asked lead_on(const Led& led);
    std::string key() { return name_ + "-" + std::to_string(++count_); }
    void settle(const Answer& answer);
    void was_cut_off(const std::string& why, bool killing);
    bool one_in(unsigned many) { return random_() % many == 0; }

    std::string name_;
    std::mt19937 random_;
    const Cast* cast_;
    Oracle* oracle_;
    std::uint64_t count_ = 0;
    std::optional<Asked> pending_;
    std::deque<Led> led_;
};

}  // namespace commonweal::api::testing
