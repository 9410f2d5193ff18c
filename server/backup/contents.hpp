#pragma once
// What the vault's backup holds: all of a data directory but the log and the views, which are
// computed. The vault's rows, those of the records, and every other file (keys/log.pem among them),
// one after the other.
//
// Threads: the caller's. Failure: std::runtime_error with a sentence. Memory: a row, or a piece of
// a file.

#include <functional>

#include "server/backup/sealed_file.hpp"
#include "server/records/records.hpp"
#include "server/vault/vault.hpp"

namespace commonweal::backup {

struct Counts {
    std::uint64_t vault_rows = 0;
    std::uint64_t record_rows = 0;
    std::uint64_t files = 0;
    bool operator==(const Counts&) const = default;
};

/// Asked now and then; throws to break off.
using MayGoOn = std::function<void()>;

Counts put_contents(SealedWriter& to, const vault::Vault& vault, const records::Records& records,
                    const std::filesystem::path& data, const MayGoOn& may_go_on);

/// Into a data directory that is being made.
Counts take_contents(SealedReader& from, const std::filesystem::path& data);
/// Reads all of it, and keeps nothing.
Counts check_contents(SealedReader& from);

}  // namespace commonweal::backup
