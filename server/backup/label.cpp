#include "server/backup/label.hpp"

#include <algorithm>

#include "server/log/little_endian.hpp"

namespace commonweal::backup {
namespace {

constexpr std::string_view first_bytes{"CWV\x01", 4};
constexpr std::size_t lock_bytes = 25;
constexpr std::size_t seal_at = 93;
constexpr std::size_t seal_bytes = label_bytes - seal_at;
/// No message of the stream's own cipher is made with the same key in this way.
constexpr std::string_view purpose = "commonweal-vault-label";

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::array<unsigned char, seal_bytes> seal_of(std::string_view label, const FileKey& key) {
    std::array<unsigned char, seal_bytes> seal;
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), seal.size());
    crypto_generichash_update(&state, bytes_of(purpose), purpose.size());
    crypto_generichash_update(&state, bytes_of(label), label.size());
    crypto_generichash_final(&state, seal.data(), seal.size());
    return seal;
}

template <class Int>
Int take(const char*& at) {
    const auto value = log::read_little_endian<Int>(at);
    at += sizeof(Int);
    return value;
}

template <class Bytes>
void take_bytes(const char*& at, Bytes& bytes) {
    std::memcpy(bytes.data(), at, bytes.size());
    at += bytes.size();
}

template <class Bytes>
void append(std::string& to, const Bytes& bytes) {
    to.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

}  // namespace

std::string to_bytes(const Label& label, const FileKey& key) {
    std::string bytes(first_bytes);
    bytes += to_bytes(label.lock);
    log::append_little_endian(bytes, label.number);
    log::append_little_endian(bytes, label.forgotten_to);
    log::append_little_endian(bytes, label.log_records);
    log::append_little_endian(bytes, label.made_at);
    append(bytes, label.log_key);
    append(bytes, seal_of(bytes, key));
    return bytes;
}

std::optional<Label> read_label(std::string_view bytes) {
    if (bytes.size() != label_bytes || !bytes.starts_with(first_bytes)) return std::nullopt;
    const auto lock = read_lock(bytes.substr(first_bytes.size(), lock_bytes));
    if (!lock) return std::nullopt;
    Label label;
    label.lock = *lock;
    const char* at = bytes.data() + first_bytes.size() + lock_bytes;
    label.number = take<std::uint64_t>(at);
    label.forgotten_to = take<std::uint64_t>(at);
    label.log_records = take<std::uint64_t>(at);
    label.made_at = take<std::int64_t>(at);
    take_bytes(at, label.log_key);
    return label;
}

bool is_label_of(std::string_view bytes, const FileKey& key) {
    const auto seal = seal_of(bytes.substr(0, seal_at), key);
    return sodium_memcmp(seal.data(), bytes.data() + seal_at, seal.size()) == 0;
}

}  // namespace commonweal::backup
