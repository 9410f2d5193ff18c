#include "server/backup/manifest.hpp"

#include <sodium.h>

#include <array>
#include <boost/json.hpp>
#include <stdexcept>

#include "server/log/base64.hpp"
#include "server/log/durable_file.hpp"
#include "server/log/hex.hpp"

namespace commonweal::backup {
namespace {

namespace json = boost::json;

constexpr int format_written = 1;

/// Why a manifest cannot be used.
struct Unusable {
    std::string why;
};

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
    throw std::runtime_error("The list of backups " + file.string() + " cannot be used: " + why +
                             ".");
}

json::object as_json(const LogEntry& entry, const log::PublicKey& key) {
    return {{"id", entry.id},
            {"position", entry.head.head.size},
            {"root", log::to_hex(entry.head.head.root)},
            {"head", log::to_note(entry.head, key)},
            {"made_at", entry.made_at},
            {"log_format", entry.log_format},
            {"list_sha256", entry.list_hash}};
}

json::object as_json(const Manifest& manifest) {
    json::array logs;
    for (const auto& entry : manifest.logs) logs.push_back(as_json(entry, manifest.log_key));
    return {{"format", format_written},
            {"log_key", log::to_base64(manifest.log_key)},
            {"logs", std::move(logs)},
            {"vault",
             {{"number", manifest.vault.number}, {"forgotten_to", manifest.vault.forgotten_to}}}};
}

/// With the hash of all that stands in it, so that no byte of it changes unnoticed.
std::string as_text(const Manifest& manifest) {
    auto whole = as_json(manifest);
    whole["sha256"] = hash_of(json::serialize(whole));
    return json::serialize(whole) + '\n';
}

LogEntry entry_of(const json::object& object, const log::PublicKey& key) {
    LogEntry entry;
    entry.id = object.at("id").to_number<std::uint32_t>();
    const auto head = log::read_note(object.at("head").as_string(), key);
    if (!head) throw Unusable{"a head of it is not signed by its log"};
    entry.head = *head;
    entry.made_at = object.at("made_at").to_number<std::int64_t>();
    entry.log_format = object.at("log_format").to_number<int>();
    entry.list_hash = object.at("list_sha256").as_string();
    return entry;
}

Manifest manifest_of(const json::object& object) {
    if (object.at("format").to_number<int>() > format_written)
        throw Unusable{"it was written by a newer Commonweal: use that one"};
    Manifest manifest;
    if (!log::from_base64(std::string(object.at("log_key").as_string()), manifest.log_key))
        throw Unusable{"the key of its log is none"};
    for (const auto& entry : object.at("logs").as_array())
        manifest.logs.push_back(entry_of(entry.as_object(), manifest.log_key));
    const auto& vault = object.at("vault").as_object();
    manifest.vault = {vault.at("number").to_number<std::uint64_t>(),
                      vault.at("forgotten_to").to_number<std::uint64_t>()};
    if (manifest.logs.empty()) throw Unusable{"it lists none"};
    return manifest;
}

}  // namespace

const LogEntry* Manifest::find(std::uint32_t id) const {
    for (const auto& entry : logs)
        if (entry.id == id) return &entry;
    return nullptr;
}

std::optional<Manifest> read_manifest(const std::filesystem::path& folder) {
    const auto file = manifest_in(folder);
    const auto text = log::read_file(file);
    if (!text) return std::nullopt;
    try {
        auto manifest = manifest_of(json::parse(*text).as_object());
        if (as_text(manifest) != *text) throw Unusable{"it is damaged"};
        return manifest;
    } catch (const Unusable& unusable) {
        refuse(file, unusable.why);
    } catch (const std::exception&) {  // not JSON, or without what has to be in it
        refuse(file, "it is damaged");
    }
}

void write_manifest(const std::filesystem::path& folder, const Manifest& manifest) {
    log::write_durably(manifest_in(folder), as_text(manifest));
}

std::string hash_of(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    return log::to_hex(hash);
}

std::filesystem::path manifest_in(const std::filesystem::path& folder) {
    return folder / "manifest.json";
}
std::filesystem::path logs_in(const std::filesystem::path& folder) {
    return folder / "log";
}
std::filesystem::path vault_in(const std::filesystem::path& folder) {
    return folder / "vault.sealed";
}

}  // namespace commonweal::backup
