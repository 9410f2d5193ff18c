#pragma once
// The hash of a leaf of the log's Merkle tree: SHA-256(0x00 || leaf), as RFC 6962 has it.
//
// Threads: a LeafHasher belongs to one thread at a time; it keeps OpenSSL's context, because
// making one costs more than hashing a record.

#include <memory>
#include <string_view>

#include "server/log/commit.hpp"

namespace commonweal::log {

class LeafHasher {
  public:
    LeafHasher();
    ~LeafHasher();
    LeafHasher(const LeafHasher&) = delete;
    LeafHasher& operator=(const LeafHasher&) = delete;

    LeafHash operator()(std::string_view leaf);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace commonweal::log
