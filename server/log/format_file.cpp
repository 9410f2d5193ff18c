#include "server/log/format_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string>

namespace commonweal::log {
namespace {

constexpr int format_known = 1;
constexpr std::string_view first_words = "commonweal-log ";

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& why) {
    throw std::runtime_error("The log in " + folder.string() + " cannot be opened: " + why);
}

[[noreturn]] void fail(const std::filesystem::path& path) {
    throw std::runtime_error("Cannot write " + path.string() + ": " + std::strerror(errno) + ".");
}

/// Opens, writes where there is something to write, and syncs: a folder's sync keeps its names.
void sync(const std::filesystem::path& path, int flags, std::string_view text) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (file < 0) fail(path);
    const bool written = text.empty() || ::write(file, text.data(), text.size()) ==
                                             static_cast<ssize_t>(text.size());
    const bool synced = written && ::fsync(file) == 0;
    ::close(file);
    if (!synced) fail(path);
}

bool holds_anything(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension == ".sst") return true;
        if (extension == ".log" && entry.file_size() > 0) return true;
    }
    return false;
}

}  // namespace

bool check_format_file(const std::filesystem::path& folder) {
    if (std::filesystem::create_directories(folder)) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    }
    std::ifstream file(folder / "FORMAT");
    if (!file) {
        if (holds_anything(folder)) {
            refuse(folder, "it has data, but its file FORMAT is missing; restore a backup.");
        }
        return false;
    }
    std::string line;
    std::getline(file, line);
    int format = 0;
    if (line.starts_with(first_words)) format = std::atoi(line.c_str() + first_words.size());
    if (format < 1) refuse(folder, "its file FORMAT is damaged; restore a backup.");
    if (format > format_known) {
        refuse(folder, "it was written by a newer Commonweal (format " + std::to_string(format) +
                           "; this program knows up to " + std::to_string(format_known) +
                           "). Use that version.");
    }
    return true;
}

void write_format_file(const std::filesystem::path& folder) {
    const auto scratch = folder / "FORMAT.new";
    sync(scratch, O_WRONLY | O_CREAT | O_TRUNC,
         std::string(first_words) + std::to_string(format_known) + "\n");
    std::filesystem::rename(scratch, folder / "FORMAT");
    sync(folder, O_RDONLY | O_DIRECTORY, "");
}

}  // namespace commonweal::log
