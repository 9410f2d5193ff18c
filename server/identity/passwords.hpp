#pragma once
// Passwords as Argon2id (libsodium) hashes in the mutable store. Hashing takes about 64 MiB and a
// tenth of a second, so it runs on one thread of its own with a bounded queue.
//
// Owner: Accounts. Threads: any. Failure: too many waiting is a value.

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "server/records/records.hpp"

namespace commonweal::identity {

inline constexpr std::size_t password_length_min = 10;
inline constexpr std::size_t password_length_max = 200;

class Passwords {
  public:
    explicit Passwords(records::Records& records);
    ~Passwords();

    void set(PersonId person, const std::string& password);
    bool has(PersonId person) const;
    void forget(PersonId person);
    /// Whether it is that person's password; as slow where there is no such person. None: too many
    /// are being checked.
    boost::asio::awaitable<std::optional<bool>> check(std::optional<PersonId> person,
                                                      std::string password);

  private:
    bool verify(std::optional<PersonId> person, const std::string& password) const;

    records::Records* records_;
    std::string nobody_;  ///< the hash of a password that nobody knows
    boost::asio::thread_pool pool_{1};
    std::atomic<int> waiting_{0};
};

}  // namespace commonweal::identity
