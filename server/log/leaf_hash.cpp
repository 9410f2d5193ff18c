#include "server/log/leaf_hash.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace commonweal::log {
namespace {

constexpr unsigned char leaf_prefix = 0x00;  // RFC 6962, 2.1: a leaf is never taken for a node

struct FreeDigest {
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

void must(bool succeeded) {
    if (!succeeded) throw std::runtime_error("OpenSSL cannot compute SHA-256");
}

}  // namespace

struct LeafHasher::Inside {
    std::unique_ptr<EVP_MD, FreeDigest> sha256{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
};

LeafHasher::LeafHasher() : inside_(std::make_unique<Inside>()) {
    must(inside_->sha256 && inside_->context);
}
LeafHasher::~LeafHasher() = default;

LeafHash LeafHasher::operator()(std::string_view leaf) {
    EVP_MD_CTX* const context = inside_->context.get();
    LeafHash hash;
    must(EVP_DigestInit_ex2(context, inside_->sha256.get(), nullptr) == 1 &&
         EVP_DigestUpdate(context, &leaf_prefix, 1) == 1 &&
         EVP_DigestUpdate(context, leaf.data(), leaf.size()) == 1 &&
         EVP_DigestFinal_ex(context, hash.data(), nullptr) == 1);
    return hash;
}

}  // namespace commonweal::log
