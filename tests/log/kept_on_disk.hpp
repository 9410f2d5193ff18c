#pragma once
// What is left of a folder when the power goes. Known of each file is how much of it was synced,
// and of each folder the names that it had at its last sync and after each change since then.
//
// Kept are the synced bytes and names. Of the rest a disk keeps what it likes: of a file nothing,
// all, a part of it, or a part whose last page is torn; of a folder's changes the first few. Not
// modelled: changes of names that reach the disk in another order than they were made, bytes that
// are overwritten (RocksDB only appends), a damaged sector within what was synced (damage_test).
// RocksDB's MANIFEST is only cut off, never torn within a page: RocksDB takes most of what is torn
// there for what a cut leaves, but the rest (a whole length before changed bytes, once in some
// thousand cuts) for damage, and does not open. Nothing is lost then, but somebody has to mend it.
//
// A file that was made past this (LOCK, FORMAT, HEADS, RocksDB's LOG) is kept as it is.
//
// Threads: one at a time.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/log/folder.hpp"

namespace commonweal::log::testing {

inline std::size_t random_below(std::mt19937& random, std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

inline std::string bytes_of_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// What a disk may have of a file of which the first `synced` bytes are certain.
inline std::string torn(std::string bytes, std::size_t synced, bool within_pages,
                        std::mt19937& random) {
    constexpr std::size_t page_bytes = 4096;
    if (bytes.size() <= synced) return bytes;
    const auto end = synced + random_below(random, bytes.size() - synced + 1);
    const auto how = random_below(random, within_pages ? 6 : 3);
    if (how == 0) return bytes.substr(0, synced);
    if (how == 1) return bytes;
    bytes.resize(end);
    if (how == 2 || end == synced) return bytes;
    // One page is not what was written; mostly the last, but pages have no order on their way.
    const auto pages = (end - 1) / page_bytes - synced / page_bytes + 1;
    const auto page = synced / page_bytes + (how == 5 ? random_below(random, pages) : pages - 1);
    const auto from = std::max(synced, page * page_bytes);
    for (auto at = from; at < std::min(end, (page + 1) * page_bytes); ++at)
        bytes[at] = how == 3 ? static_cast<char>(random()) : '\0';
    return bytes;
}

class KeptOnDisk {
  public:
    using Path = std::filesystem::path;

    struct File {
        Path bytes_at;  ///< a name of its own, so that deleting it loses nothing
        std::size_t synced = 0;
    };
    using FilePtr = std::shared_ptr<File>;

    /// What is in the folder now is on the disk.
    explicit KeptOnDisk(const Path& root) : root_(root) {
        std::filesystem::create_directories(root);
        folders_[root].emplace_back();
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            if (!entry.is_regular_file()) continue;
            created(entry.path())->synced = entry.file_size();
        }
        for (auto& [folder, states] : folders_) synced_folder(folder);
    }

    FilePtr created(const Path& name) {
        auto file = std::make_shared<File>();
        file->bytes_at = own_names_.path() / std::to_string(++files_);
        std::filesystem::create_hard_link(name, file->bytes_at);
        change(name.parent_path())[name.filename()] = file;
        return file;
    }
    void linked(const Path& from, const Path& to) {
        if (const auto file = find(from)) change(to.parent_path())[to.filename()] = file;
    }
    void deleted(const Path& name) {
        if (find(name)) change(name.parent_path()).erase(name.filename());
    }
    /// Within one folder, which has either name at any time.
    void renamed(const Path& from, const Path& to) {
        const auto file = find(from);
        if (!file) return;
        auto& names = change(from.parent_path());
        names.erase(from.filename());
        names[to.filename()] = file;
    }

    void synced_file(File& file) { file.synced = std::filesystem::file_size(file.bytes_at); }
    void synced_folder(const Path& folder) {
        auto& states = folders_[folder];
        if (states.size() > 1) states.erase(states.begin(), states.end() - 1);
    }

    /// Writes to another folder what is left after a power cut at this moment.
    void leave_in(const Path& kept, std::mt19937& random) const {
        std::filesystem::create_directories(kept);
        std::map<FilePtr, std::string> left;
        for (const auto& [folder, states] : folders_) {
            const auto to = kept / folder.lexically_relative(root_);
            std::filesystem::create_directories(to);
            for (const auto& [name, file] : states[random_below(random, states.size())]) {
                const auto [at, is_new] = left.try_emplace(file);
                const bool within_pages = !name.string().starts_with("MANIFEST");
                if (is_new)
                    at->second =
                        torn(bytes_of_file(file->bytes_at), file->synced, within_pages, random);
                write_bytes(to / name, at->second);
            }
        }
        leave_the_others_in(kept);
    }

  private:
    using Names = std::map<Path, FilePtr>;

    Names& change(const Path& folder) {
        auto& states = folders_[folder];
        states.push_back(states.empty() ? Names{} : states.back());
        return states.back();
    }
    FilePtr find(const Path& name) const {
        const auto folder = folders_.find(name.parent_path());
        if (folder == folders_.end() || folder->second.empty()) return nullptr;
        const auto file = folder->second.back().find(name.filename());
        return file == folder->second.back().end() ? nullptr : file->second;
    }
    void leave_the_others_in(const Path& kept) const {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root_)) {
            const auto to = kept / entry.path().lexically_relative(root_);
            if (!entry.is_regular_file() || find(entry.path())) continue;
            std::filesystem::create_directories(to.parent_path());
            std::filesystem::copy_file(entry.path(), to,
                                       std::filesystem::copy_options::overwrite_existing);
        }
    }

    const Path root_;
    Folder own_names_;
    std::size_t files_ = 0;
    /// The names at the last sync, and after each change since.
    std::map<Path, std::vector<Names>> folders_;
};

}  // namespace commonweal::log::testing
