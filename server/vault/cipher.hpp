#pragma once
// What is done with keys: sealing and opening bytes, keyed digests, random bytes (all libsodium).
//
// Threads: any; nothing here has state. Failure: bytes that do not fit their key or their place
// throw std::runtime_error.

#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "server/vault/vault.hpp"

namespace commonweal::vault {

/// XChaCha20-Poly1305 under a random nonce, which leads the sealed bytes; `bound_to` is not stored
/// and must be the same when they are opened.
std::string seal(const Key& key, std::string_view plain, std::string_view bound_to);
std::string open(const Key& key, std::string_view sealed, std::string_view bound_to);

/// A keyed BLAKE2b digest over parts, each led by its length: 16 or 32 bytes.
void digest(const Key& key, std::initializer_list<std::string_view> parts,
            std::span<std::uint8_t> made);
template <std::size_t size>
std::array<std::uint8_t, size> digest(const Key& key,
                                      std::initializer_list<std::string_view> parts) {
    static_assert(size >= 16 && size <= 64);
    std::array<std::uint8_t, size> made{};
    digest(key, parts, made);
    return made;
}

void fill_with_random(std::span<std::uint8_t> bytes);

}  // namespace commonweal::vault
