#include "server/backup/restore.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/backup/folder.hpp"
#include "server/backup/manifest.hpp"
#include "server/log/anchored_heads.hpp"
#include "server/log/durable_file.hpp"
#include "server/log/format_file.hpp"
#include "server/log/verify.hpp"

namespace commonweal::backup {
namespace {

Manifest manifest_of(const RestoreOrder& order) {
    if (auto manifest = read_manifest(order.from)) return *std::move(manifest);
    throw std::runtime_error("There is no backup in " + order.from.string() +
                             ": its manifest.json is missing.");
}

std::string ids_in(const Manifest& manifest) {
    std::string ids;
    for (const auto& entry : manifest.logs)
        ids += (ids.empty() ? "" : ", ") + std::to_string(entry.id);
    return ids;
}

const LogEntry& chosen(const Manifest& manifest, const RestoreOrder& order) {
    const auto* entry = order.id ? manifest.find(*order.id) : &manifest.logs.back();
    if (entry == nullptr)
        throw std::runtime_error("There is no backup " + std::to_string(*order.id) + " in " +
                                 order.from.string() + ", only " + ids_in(manifest) + ".");
    if (entry->log_format != log::format_written)
        throw std::runtime_error(
            "Backup " + std::to_string(entry->id) + " is of a log of format " +
            std::to_string(entry->log_format) + ", and this Commonweal restores format " +
            std::to_string(log::format_written) + ": use the one that made it.");
    const auto list = log::list_of_backup(logs_in(order.from), entry->id);
    if (hash_of(log::read_file(list).value_or("")) != entry->list_hash)
        throw std::runtime_error(
            "The file " + list.string() +
            " is missing or damaged. Restore another backup (--backup): " + ids_in(manifest) + ".");
    return *entry;
}

/// What was forgotten since an older vault was backed up has to be in the log, or it would be back.
void must_know_what_to_forget(const Label& vault, const Manifest& manifest, const LogEntry& log) {
    const auto& newest = manifest.vault;
    const bool older = vault.number < newest.number || vault.forgotten_to < newest.forgotten_to;
    if (!older || log.head.head.size >= newest.forgotten_to) return;
    throw std::runtime_error(
        "This backup of the vault (number " + std::to_string(vault.number) +
        ") is older than the newest (number " + std::to_string(newest.number) +
        "): it may bring back who was erased since, and backup " + std::to_string(log.id) +
        " of the log does not say who that is. Restore with the newest vault, or a backup of the "
        "log that reaches position " +
        std::to_string(newest.forgotten_to) + ".");
}

/// The heads that were signed for the backups up to this one: the log has to go on from them.
void write_heads(const std::filesystem::path& data, const Manifest& manifest,
                 const LogEntry& entry) {
    std::string notes;
    log::Position last = 0;
    for (const auto& other : manifest.logs) {
        const auto& head = other.head.head;
        if (head.size <= last || head.size > entry.head.head.size) continue;
        last = head.size;
        notes += log::to_note(other.head, manifest.log_key) + '\n';
    }
    if (!notes.empty()) log::write_durably(data / "log" / "HEADS", notes);
}

void must_have_the_key(const std::filesystem::path& data, const Manifest& manifest) {
    const auto key = log::SigningKey::open(data / "keys" / "log.pem").public_key();
    if (key != manifest.log_key)
        throw std::runtime_error("The signing key in the backup of the vault is that of " +
                                 log::origin_of(key) + ", and the log is " +
                                 log::origin_of(manifest.log_key) + ".");
}

/// Where the vault has forgotten more than the log says, what the log says next is forgotten again.
std::uint64_t set_forgotten_to(const std::filesystem::path& data, log::Position records) {
    vault::Vault vault(data / "vault");
    const auto reached = std::min<std::uint64_t>(vault.forgotten_to(), records);
    vault.forget({}, reached);
    return reached;
}

log::TreeHead verified(const std::filesystem::path& data, const Manifest& manifest,
                       const LogEntry& entry, const Progress& progress) {
    log::VerifyOptions options;
    options.key = manifest.log_key;
    options.outside = {entry.head};
    options.progress = [&](log::Position done, log::Position all) {
        progress("Verifying", done, all);
    };
    const auto found = log::verify_log(data / "log", options);
    const log::TreeHead head{found.events, found.root, entry.head.head.at};
    if (found.ok() && head == entry.head.head) return head;
    const auto why = found.problems.empty()
                         ? std::string("its root is not the one that was signed.")
                         : found.problems.front().detail;
    throw std::runtime_error("Backup " + std::to_string(entry.id) +
                             " of the log does not verify: " + why +
                             " Restore another backup (--backup): " + ids_in(manifest) + ".");
}

}  // namespace

RestoredData restore(const RestoreOrder& order, const Progress& progress) {
    const FolderLock lock(order.from, FolderLock::For::reading);
    const auto manifest = manifest_of(order);
    const auto& entry = chosen(manifest, order);
    SealedReader sealed(order.vault.empty() ? vault_in(order.from) : order.vault);
    auto key = order.secret->key_for(sealed.label().lock);
    sealed.unlock(key);
    wipe(key);
    if (sealed.label().log_key != manifest.log_key)
        sealed.refuse("it belongs to another log, " + log::origin_of(sealed.label().log_key) +
                      ", not to " + log::origin_of(manifest.log_key));
    must_know_what_to_forget(sealed.label(), manifest, entry);

    MadeBeside made(order.data);
    const auto& data = made.folder();
    progress("Copying", 0, 1);
    take_contents(sealed, data);
    log::restore_log(logs_in(order.from), entry.id, data / "log");
    write_heads(data, manifest, entry);
    must_have_the_key(data, manifest);
    RestoredData restored{entry.id, {}, sealed.label(), 0};
    restored.forgotten_to = set_forgotten_to(data, entry.head.head.size);
    restored.head = verified(data, manifest, entry, progress);
    made.put_in_place();
    return restored;
}

}  // namespace commonweal::backup
