#include "server/log/durable_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace commonweal::log {
namespace {

[[noreturn]] void fail(const char* doing, const std::filesystem::path& path) {
    throw std::runtime_error(std::string("Cannot ") + doing + " " + path.string() + ": " +
                             std::strerror(errno) + ".");
}

bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Opens, writes where there is something to write, and syncs: a folder's sync keeps its names.
void write_and_sync(const std::filesystem::path& path, int flags, std::string_view text) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (file < 0) fail("write", path);
    const bool synced = write_all(file, text) && ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    errno = error;
    if (!synced) fail("write", path);
}

}  // namespace

void write_durably(const std::filesystem::path& path, std::string_view text) {
    auto scratch = path;
    scratch += ".new";
    write_and_sync(scratch, O_WRONLY | O_CREAT | O_TRUNC, text);
    std::filesystem::rename(scratch, path);
    sync_folder(path.parent_path());
}

void sync_folder(const std::filesystem::path& folder) {
    write_and_sync(folder, O_RDONLY | O_DIRECTORY, "");
}

void append_durably(const std::filesystem::path& path, std::string_view text) {
    write_and_sync(path, O_WRONLY | O_APPEND, text);
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        if (std::filesystem::exists(path)) fail("read", path);
        return std::nullopt;
    }
    std::error_code no_size;  // of a pipe
    const auto size = std::filesystem::file_size(path, no_size);
    const std::size_t piece = no_size ? 65536 : size + 1;
    std::string text;
    while (file) {
        const auto had = text.size();
        text.resize(had + piece);
        file.read(text.data() + had, static_cast<std::streamsize>(piece));
        text.resize(had + static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad()) fail("read", path);
    return text;
}

}  // namespace commonweal::log
