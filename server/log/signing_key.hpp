#pragma once
// The Ed25519 key (RFC 8032) that signs the heads of the log's tree, kept as a PEM file beside the
// data, so that OpenSSL's tools read it too.
//
// Threads: any. Failure: std::runtime_error with the path.

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace commonweal::log {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

class SigningKey {
  public:
    /// Reads the key, or makes one (0600, in a folder of 0700) where there is no such file.
    static SigningKey open_or_make(const std::filesystem::path& path);
    /// Reads the key, which is there.
    static SigningKey open(const std::filesystem::path& path);

    Signature sign(std::string_view text) const;
    const PublicKey& public_key() const { return public_key_; }

  private:
    explicit SigningKey(std::shared_ptr<evp_pkey_st> key);

    std::shared_ptr<evp_pkey_st> key_;
    PublicKey public_key_{};
};

bool is_signed_by(const PublicKey& key, std::string_view text, const Signature& signature);
/// As OpenSSL's tools take it.
std::string to_pem(const PublicKey& key);

}  // namespace commonweal::log
