#pragma once
// One-time links by which somebody who was given an account chooses a password. Whoever invites
// passes the link on; here stands the hash of its secret, whose it is, who made it, and until when
// it holds.
//
// Owner: Accounts. Threads: any. Bounds: one a person; a newer one takes the place of the older.

#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/core/time.hpp"
#include "server/records/records.hpp"

namespace commonweal::identity {

struct Invitation {
    PersonId person;
    PersonId by;                    ///< who made it; none where the operator did
    bool by_administrator = false;  ///< then it may also replace a password
    Instant until{};
};

class Invitations {
  public:
    static constexpr std::chrono::hours holds_for{24 * 14};

    explicit Invitations(records::Records& records) : records_(&records) {}

    /// Answers the secret of the link, which holds from `now` on.
    std::string make(Invitation invitation, Instant now);
    /// None: there is no such link, it was used, a newer one has taken its place, or its time is
    /// over.
    std::optional<Invitation> find(const std::string& secret, Instant now) const;
    /// Uses a link: `accept` says whether it still may be, and does what it is for. Of two at once,
    /// one does. None: it may not.
    std::optional<Invitation> use(const std::string& secret, Instant now,
                                  const std::function<bool(const Invitation&)>& accept);

    /// A link that was made for somebody holds no more.
    void forget(PersonId person);

  private:
    records::Records* records_;
    std::mutex mutex_;
};

}  // namespace commonweal::identity
