#include "server/backup/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

#include "server/backup/manifest.hpp"
#include "server/log/durable_file.hpp"

namespace commonweal::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::array own_names{"manifest.json", "manifest.json.new", "log",
                               "vault.sealed",  "vault.sealed.new",  "LOCK"};

[[noreturn]] void fail(const std::string& doing, const fs::path& path) {
    throw std::runtime_error("Cannot " + doing + " " + path.string() + ": " + std::strerror(errno) +
                             ".");
}

/// With all that is above it; for its owner alone where it is made.
void make_folder(const fs::path& folder) {
    std::error_code error;
    const bool made = fs::create_directories(folder, error);
    if (error)
        throw std::runtime_error("Cannot make the folder " + folder.string() + ": " +
                                 error.message() + ".");
    if (made) fs::permissions(folder, fs::perms::owner_all);
}

bool is_within(const fs::path& inner, const fs::path& outer) {
    const auto [rest, at] = std::ranges::mismatch(outer, inner);
    return rest == outer.end();
}

dev_t device_of(const fs::path& path) {
    struct stat found{};
    if (::stat(path.c_str(), &found) != 0) fail("look at", path);
    return found.st_dev;
}

/// The last part named, whatever slash stood at the end.
fs::path tidy(const fs::path& path) {
    const auto absolute = fs::absolute(path).lexically_normal();
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

void sync_file(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("read", path);
    const bool synced = ::fsync(file) == 0;
    ::close(file);
    if (!synced) fail("write", path);
}

void must_be_free(const fs::path& place) {
    if (!fs::exists(fs::symlink_status(place))) return;
    if (!fs::is_directory(fs::symlink_status(place)))
        throw std::runtime_error(place.string() + " is no directory.");
    if (!fs::is_empty(place))
        throw std::runtime_error("The directory " + place.string() +
                                 " is not empty: restore into one that is empty or not there.");
    if (device_of(place) != device_of(place.parent_path()))
        throw std::runtime_error("The directory " + place.string() +
                                 " is a mount point, which cannot be put in place as a whole: "
                                 "restore into a directory within it.");
}

}  // namespace

FolderLock::FolderLock(const fs::path& folder, For use) {
    const auto path = folder / "LOCK";
    const bool writes = use == For::writing;
    file_ = ::open(path.c_str(), (writes ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC, 0600);
    if (file_ < 0 && writes) fail("write", path);
    if (file_ < 0) return;
    if (::flock(file_, (writes ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0) return;
    ::close(file_);
    throw std::runtime_error("Another backup or restore is at work in " + folder.string() +
                             ": wait until it has ended.");
}

FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

void make_usable(const fs::path& folder, const fs::path& data) {
    if (!folder.is_absolute())
        throw std::runtime_error("The folder for backups has to be named from the root on: " +
                                 folder.string() + " is not.");
    const auto real = fs::weakly_canonical(folder);
    const auto real_data = fs::canonical(data);
    if (is_within(real, real_data) || is_within(real_data, real))
        throw std::runtime_error("The backup in " + folder.string() +
                                 " would be lost together with the data directory " +
                                 data.string() +
                                 ": choose a folder elsewhere, best on another disk.");
    make_folder(folder);
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename();
        if (std::ranges::find(own_names, name) != own_names.end()) continue;
        throw std::runtime_error("The folder " + folder.string() +
                                 " holds something else than backups (" + name.string() +
                                 "): choose an empty one, or one of earlier backups.");
    }
}

MadeBeside::MadeBeside(const fs::path& place) : place_(tidy(place)) {
    make_folder(place_.parent_path());
    must_be_free(place_);
    auto pattern = place_.string() + ".restoring-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) fail("make a directory beside", place_);
    folder_ = pattern;
}

MadeBeside::~MadeBeside() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

void MadeBeside::put_in_place() {
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
        if (entry.is_directory()) log::sync_folder(entry.path());
        if (entry.is_regular_file()) sync_file(entry.path());
    }
    log::sync_folder(folder_);
    if (::rename(folder_.c_str(), place_.c_str()) != 0) fail("put what was restored in", place_);
    folder_.clear();
    log::sync_folder(place_.parent_path());
}

}  // namespace commonweal::backup
