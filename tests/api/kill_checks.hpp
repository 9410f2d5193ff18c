#pragma once
// What the oracle holds against the server that was begun again: what was acknowledged is there,
// each record at its position, the kept head is the beginning of the new one, nothing is twice.
// Differences are complaints.

#include <random>

#include "server/log/signing_key.hpp"
#include "tests/api/kill_writer.hpp"

namespace commonweal::api::testing {

class KillChecks {
  public:
    KillChecks(Oracle& oracle, const Cast& cast) : oracle_(&oracle), cast_(&cast) {}

    /// After each restart: the head, all of the last round, some of before, some asked again.
    void after_restart(unsigned short port, std::mt19937& random);
    /// After the last: all of it, and the whole list.
    void all(unsigned short port);

    std::size_t records = 0;  ///< whose place was proven
    std::size_t visits = 0;   ///< in the list, at the end

  private:
    void check_key(KeptConnection& connection);
    void check_head(KeptConnection& connection);
    void check_consistency(KeptConnection& connection, const boost::json::value& head);
    void check(KeptConnection& connection, const Told& told);
    void check_record(KeptConnection& connection, const ToldEvent& event);
    void check_asked_again(KeptConnection& connection, const Told& told);
    std::map<std::string, Version> list(KeptConnection& connection);
    void check_list(KeptConnection& connection);
    void explain(KeptConnection& connection, const std::string& visit, Version version);
    boost::json::value get(KeptConnection& connection, const std::string& target);

    Oracle* oracle_;
    const Cast* cast_;
    std::string key_;                    ///< the log's public key, in base64
    boost::json::value head_;            ///< of the server that runs now
    std::size_t checked_ = 0;            ///< of what was told
    std::map<std::string, int> unseen_;  ///< the keys given up that may be a visit, and how often
    std::set<std::string> touched_;      ///< visits of which one version may be unseen
};

}  // namespace commonweal::api::testing
