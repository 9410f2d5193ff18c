#include "server/backup/backup.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "server/backup/folder.hpp"
#include "server/backup/manifest.hpp"
#include "server/log/durable_file.hpp"
#include "server/log/format_file.hpp"

namespace commonweal::backup {
namespace {

/// How often the vault is written again where it has forgotten something meanwhile.
constexpr int vault_attempts_max = 5;
constexpr std::chrono::seconds acknowledged_within{10};

void must_go_on(bool goes_on) {
    if (!goes_on) throw std::runtime_error("The backup was broken off: the server is ending.");
}

std::uint64_t bytes_in(const std::filesystem::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code gone;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, gone))
        if (entry.is_regular_file(gone)) bytes += entry.file_size(gone);
    return bytes;
}

/// Every backup that is there has to be of this log, up to a size at which this one was the same.
void must_be_of_this_log(const Manifest& manifest, const Source& source, const Order& order) {
    const auto where = " in " + order.to.string() + " is of another log: ";
    const std::string what_to_do = "Choose another, empty folder.";
    if (manifest.log_key != source.heads.public_key())
        throw std::runtime_error("The backup" + where + log::origin_of(manifest.log_key) +
                                 ", and this one is " + log::origin_of(source.heads.public_key()) +
                                 ". " + what_to_do);
    const auto last = source.log.head().position;
    for (const auto& entry : manifest.logs) {
        const auto& head = entry.head.head;
        if (head.size <= last && log::tree_head(source.log.engine(), head.size).root == head.root)
            continue;
        throw std::runtime_error("Backup " + std::to_string(entry.id) + where + "it has " +
                                 std::to_string(head.size) +
                                 " records that are not this log's first " +
                                 "ones, as after an older backup was restored. " + what_to_do);
    }
}

/// Those that the manifest lists are there; what was broken off before it came into it goes.
void tidy(log::LogBackups& logs, const std::optional<Manifest>& manifest, const Order& order) {
    const auto ids = logs.ids();
    if (manifest)
        for (const auto& entry : manifest->logs)
            if (std::ranges::find(ids, entry.id) == ids.end())
                throw std::runtime_error("Backup " + std::to_string(entry.id) + " in " +
                                         order.to.string() +
                                         " is missing or damaged. Choose another, empty folder.");
    for (const auto id : ids)
        if (!manifest || manifest->find(id) == nullptr) logs.remove(id);
}

/// The head of what was backed up: a group may be in it before it was acknowledged.
log::SignedHead head_of(const Source& source, log::Position records) {
    const auto until = std::chrono::steady_clock::now() + acknowledged_within;
    while (source.log.head().position < records) {
        if (std::chrono::steady_clock::now() > until)
            throw std::runtime_error("The log has stopped: " + source.log.stopped_because());
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    return source.heads.of(records);
}

LogEntry add_log(log::LogBackups& logs, const Source& source, const Order& order,
                 const Progress& progress) {
    const auto all = bytes_in(source.data / "log");
    std::uint64_t done = 0;
    const auto made = logs.add(source.log.engine(), [&](std::uint64_t bytes) {
        done = std::min(done + bytes, all);
        return progress("Copying the log", done, all);
    });
    LogEntry entry;
    entry.id = made.id;
    try {
        entry.head = head_of(source, made.records);
        entry.made_at = order.made_at;
        entry.log_format = log::format_written;
        entry.list_hash =
            hash_of(log::read_file(log::list_of_backup(logs_in(order.to), made.id)).value_or(""));
    } catch (...) {
        logs.discard(made.id);
        throw;
    }
    return entry;
}

/// Writes the vault's file beside the one before, and reads all of it again.
Counts write_vault(SealedWriter& file, const Source& source, const Order& order,
                   const Progress& progress) {
    const auto counts = put_contents(file, source.vault, source.records, source.data,
                                     [&] { must_go_on(progress("Copying the vault", 1, 1)); });
    file.finish();
    SealedReader written(file.beside());
    written.unlock(order.key);
    if (check_contents(written) != counts) written.refuse("it is not what was written");
    return counts;
}

/// The vault as it is now: where it forgot something meanwhile, once more.
void publish_vault(BackedUp& made, const Source& source, const Order& order,
                   const Progress& progress) {
    for (int attempt = 1;; ++attempt) {
        made.forgotten_to = source.vault.forgotten_to();
        const Label label{order.lock,          made.vault_number, made.forgotten_to,
                          made.head.head.size, order.made_at,     source.heads.public_key()};
        SealedWriter file(vault_in(order.to), label, order.key);
        made.counts = write_vault(file, source, order, progress);
        if (source.vault.forgotten_to() != made.forgotten_to && attempt < vault_attempts_max)
            continue;
        return file.publish();
    }
}

/// Takes those that are not kept out of the manifest; answers how many.
std::size_t drop_older(Manifest& manifest, const Order& order) {
    const auto all = manifest.logs.size();
    const auto kept = std::min<std::size_t>(order.keep.value_or(all), all);
    manifest.logs.erase(manifest.logs.begin(), manifest.logs.end() - kept);
    return all - kept;
}

}  // namespace

BackedUp back_up(const Source& source, const Order& order, const Progress& progress) {
    if (order.keep == 0U) throw std::runtime_error("At least one backup has to be kept.");
    make_usable(order.to, source.data);
    const FolderLock lock(order.to, FolderLock::For::writing);
    auto manifest = read_manifest(order.to);
    if (manifest) must_be_of_this_log(*manifest, source, order);
    log::LogBackups logs(logs_in(order.to));
    tidy(logs, manifest, order);
    const auto before = bytes_in(logs_in(order.to));
    const auto entry = add_log(logs, source, order, progress);
    BackedUp made;
    made.id = entry.id;
    made.head = entry.head;
    made.copied_bytes = bytes_in(logs_in(order.to)) - before;
    if (!manifest) manifest.emplace().log_key = source.heads.public_key();
    made.vault_number = manifest->vault.number + 1;
    try {
        publish_vault(made, source, order, progress);
    } catch (...) {
        logs.discard(entry.id);
        throw;
    }
    manifest->logs.push_back(entry);
    manifest->vault = {made.vault_number, made.forgotten_to};
    made.removed = drop_older(*manifest, order);
    write_manifest(order.to, *manifest);
    // What is not removed now is in no manifest, and goes with the next backup.
    if (made.removed > 0) logs.keep_newest(static_cast<std::uint32_t>(manifest->logs.size()));
    return made;
}

}  // namespace commonweal::backup
