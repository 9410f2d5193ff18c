#include "server/log/leaf_hash.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace commonweal::log {
namespace {

// RFC 6962, 2.1: a leaf is never taken for a node.
constexpr std::string_view leaf_prefix("\x00", 1);
constexpr std::string_view node_prefix("\x01", 1);

struct FreeDigest {
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

void must(bool succeeded) {
    if (!succeeded) throw std::runtime_error("OpenSSL cannot compute SHA-256");
}

std::string_view bytes_of(const LeafHash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
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
    return of({leaf_prefix, leaf});
}
LeafHash LeafHasher::node(const LeafHash& left, const LeafHash& right) {
    return of({node_prefix, bytes_of(left), bytes_of(right)});
}
LeafHash LeafHasher::nothing() {
    return of({});
}

LeafHash LeafHasher::of(std::initializer_list<std::string_view> parts) {
    EVP_MD_CTX* const context = inside_->context.get();
    must(EVP_DigestInit_ex2(context, inside_->sha256.get(), nullptr) == 1);
    for (const auto part : parts) must(EVP_DigestUpdate(context, part.data(), part.size()) == 1);
    LeafHash hash;
    must(EVP_DigestFinal_ex(context, hash.data(), nullptr) == 1);
    return hash;
}

}  // namespace commonweal::log
