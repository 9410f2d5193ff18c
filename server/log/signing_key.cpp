#include "server/log/signing_key.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <stdexcept>

#include "server/log/durable_file.hpp"

namespace commonweal::log {
namespace {

using Key = std::shared_ptr<EVP_PKEY>;

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

struct FreeBio {
    void operator()(BIO* bio) const { BIO_free_all(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;

void must(bool succeeded) {
    if (!succeeded) throw std::runtime_error("OpenSSL cannot work with an Ed25519 key");
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Key owned(EVP_PKEY* key) {
    must(key != nullptr);
    return {key, EVP_PKEY_free};
}

std::string text_in(BIO* bio) {
    char* bytes = nullptr;
    const auto size = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

Key key_in(const std::string& pem, const std::filesystem::path& path) {
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    must(bio != nullptr);
    EVP_PKEY* const key = PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr);
    if (key == nullptr || EVP_PKEY_get_base_id(key) != EVP_PKEY_ED25519) {
        EVP_PKEY_free(key);
        throw std::runtime_error("The key in " + path.string() +
                                 " is damaged or no Ed25519 key; restore it from a backup.");
    }
    return owned(key);
}

Key made(const std::filesystem::path& path) {
    auto key = owned(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const Bio bio(BIO_new(BIO_s_secmem()));
    must(bio != nullptr && PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0,
                                                    nullptr, nullptr) == 1);
    if (std::filesystem::create_directories(path.parent_path()))
        std::filesystem::permissions(path.parent_path(), std::filesystem::perms::owner_all);
    write_durably(path, text_in(bio.get()));
    return key;
}

Key public_half(const PublicKey& key) {
    return owned(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()));
}

}  // namespace

SigningKey SigningKey::open_or_make(const std::filesystem::path& path) {
    const auto pem = read_file(path);
    return SigningKey(pem ? key_in(*pem, path) : made(path));
}

SigningKey SigningKey::open(const std::filesystem::path& path) {
    const auto pem = read_file(path);
    if (!pem)
        throw std::runtime_error("There is no key " + path.string() +
                                 "; restore it from a backup.");
    return SigningKey(key_in(*pem, path));
}

SigningKey::SigningKey(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) {
    auto size = public_key_.size();
    must(EVP_PKEY_get_raw_public_key(key_.get(), public_key_.data(), &size) == 1);
}

Signature SigningKey::sign(std::string_view text) const {
    const Context context(EVP_MD_CTX_new());
    Signature signature;
    auto size = signature.size();
    must(context != nullptr &&
         EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1 &&
         EVP_DigestSign(context.get(), signature.data(), &size, bytes_of(text), text.size()) == 1);
    return signature;
}

bool is_signed_by(const PublicKey& key, std::string_view text, const Signature& signature) {
    const auto half = public_half(key);
    const Context context(EVP_MD_CTX_new());
    must(context != nullptr &&
         EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, half.get()) == 1);
    return EVP_DigestVerify(context.get(), signature.data(), signature.size(), bytes_of(text),
                            text.size()) == 1;
}

std::string to_pem(const PublicKey& key) {
    const auto half = public_half(key);
    const Bio bio(BIO_new(BIO_s_mem()));
    must(bio != nullptr && PEM_write_bio_PUBKEY(bio.get(), half.get()) == 1);
    return text_in(bio.get());
}

}  // namespace commonweal::log
