#pragma once
// The hashes of the log's Merkle tree, as RFC 6962 has them: of a leaf, SHA-256(0x00 || leaf); of a
// node, SHA-256(0x01 || left || right).
//
// Threads: a LeafHasher belongs to one thread at a time; it keeps OpenSSL's context, because
// making one costs more than hashing a record.

#include <initializer_list>
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
    LeafHash node(const LeafHash& left, const LeafHash& right);
    /// The root of a tree without leaves: the hash of nothing.
    LeafHash nothing();

  private:
    struct Inside;
    LeafHash of(std::initializer_list<std::string_view> parts);
    std::unique_ptr<Inside> inside_;
};

}  // namespace commonweal::log
