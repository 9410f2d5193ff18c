#pragma once
// Secrets that somebody carries (a session, a token): random, and kept here only as their hash.

#include <string>
#include <string_view>

namespace commonweal::identity {

/// 32 random bytes in URL-safe base 64.
std::string new_secret();
/// What is kept of a secret: its BLAKE2b hash (libsodium), 32 bytes.
std::string hash_of(std::string_view secret);
/// A second value that follows from a secret but does not give it away: the CSRF token.
std::string derived_from(std::string_view secret, std::string_view purpose);
/// In a time that does not depend on where they differ.
bool same(std::string_view a, std::string_view b);

}  // namespace commonweal::identity
