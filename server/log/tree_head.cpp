#include "server/log/tree_head.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

#include "server/log/base64.hpp"
#include "server/log/hex.hpp"

namespace commonweal::log {
namespace {

constexpr std::string_view name_before_key = "commonweal-log/";
constexpr std::string_view recorded_at = "recorded-at ";
constexpr std::string_view before_signature = "— ";
constexpr std::uint8_t ed25519 = 1;  ///< as signed notes number their algorithms

std::vector<std::uint8_t> sha256(std::string_view text) {
    std::vector<std::uint8_t> digest(32);
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("OpenSSL cannot compute SHA-256");
    return digest;
}

/// The algorithm and the key.
std::vector<std::uint8_t> typed(const PublicKey& key) {
    std::vector<std::uint8_t> bytes{ed25519};
    bytes.insert(bytes.end(), key.begin(), key.end());
    return bytes;
}

/// The first four bytes of the hash of name and key.
std::vector<std::uint8_t> number_of(const PublicKey& key) {
    auto hashed = origin_of(key) + '\n';
    for (const auto byte : typed(key)) hashed += static_cast<char>(byte);
    auto number = sha256(hashed);
    number.resize(4);
    return number;
}

std::string text_of(const TreeHead& head, const PublicKey& key) {
    return origin_of(key) + '\n' + std::to_string(head.size) + '\n' + to_base64(head.root) + '\n' +
           std::string(recorded_at) + std::to_string(head.at) + '\n';
}

/// Cuts off a line, which has to end with a line feed.
std::optional<std::string_view> take_line(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

/// Cuts off what the text has to begin with.
bool take(std::string_view& text, std::string_view beginning) {
    if (!text.starts_with(beginning)) return false;
    text.remove_prefix(beginning.size());
    return true;
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() &&
           std::to_string(number) == text;
}

/// Cuts off the four lines that are signed, and the empty one after them.
bool take_head(std::string_view& note, const PublicKey& key, TreeHead& head) {
    const auto origin = take_line(note);
    const auto size = take_line(note);
    const auto root = take_line(note);
    auto at = take_line(note);
    const auto empty = take_line(note);
    return empty && empty->empty() && *origin == origin_of(key) && read_number(*size, head.size) &&
           from_base64(*root, head.root) && take(*at, recorded_at) && read_number(*at, head.at);
}

bool read_signature(std::string_view line, const PublicKey& key, Signature& signature) {
    std::array<std::uint8_t, 4 + sizeof(Signature)> numbered;
    if (!take(line, before_signature) || !take(line, origin_of(key)) || !take(line, " ") ||
        !from_base64(line, numbered) ||
        !std::ranges::equal(std::span(numbered).first(4), number_of(key)))
        return false;
    std::ranges::copy(std::span(numbered).subspan(4), signature.begin());
    return true;
}

}  // namespace

std::string origin_of(const PublicKey& key) {
    const auto digest = sha256({reinterpret_cast<const char*>(key.data()), key.size()});
    return std::string(name_before_key) + to_hex(std::span(digest).first(8));
}

std::string verifier_of(const PublicKey& key) {
    return origin_of(key) + '+' + to_hex(number_of(key)) + '+' + to_base64(typed(key));
}

SignedHead sign(const TreeHead& head, const SigningKey& key) {
    return {head, key.sign(text_of(head, key.public_key()))};
}

bool is_signed_by(const PublicKey& key, const SignedHead& head) {
    return is_signed_by(key, text_of(head.head, key), head.signature);
}

std::string to_note(const SignedHead& head, const PublicKey& key) {
    auto signature = number_of(key);
    signature.insert(signature.end(), head.signature.begin(), head.signature.end());
    return text_of(head.head, key) + '\n' + std::string(before_signature) + origin_of(key) + ' ' +
           to_base64(signature) + '\n';
}

std::optional<SignedHead> read_note(std::string_view note, const PublicKey& key) {
    SignedHead head;
    if (!take_head(note, key, head.head)) return std::nullopt;
    // Others (witnesses) may have signed it too.
    while (const auto line = take_line(note))
        if (read_signature(*line, key, head.signature) && is_signed_by(key, head)) return head;
    return std::nullopt;
}

}  // namespace commonweal::log
