#include "server/log/format_file.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>

#include "server/log/durable_file.hpp"

namespace commonweal::log {
namespace {

constexpr std::string_view first_words = "commonweal-log ";

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& why) {
    throw std::runtime_error("The log in " + folder.string() + " cannot be opened: " + why);
}

bool holds_anything(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension == ".sst") return true;
        if (extension == ".log" && entry.file_size() > 0) return true;
    }
    return false;
}

/// A folder in it that no making of a log leaves there: of backups, say. Empty: there is none.
std::string something_else(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_directory() && entry.path().filename() != scratch_name)
            return entry.path().filename().string();
    return {};
}

}  // namespace

std::optional<int> check_format_file(const std::filesystem::path& folder) {
    if (std::filesystem::create_directories(folder)) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    }
    std::ifstream file(folder / "FORMAT");
    if (!file) {
        if (holds_anything(folder)) {
            refuse(folder, "it has data, but its file FORMAT is missing; restore a backup.");
        }
        if (const auto other = something_else(folder); !other.empty())
            refuse(folder, "there is something else (" + other +
                               "). Choose a data directory that is empty or not there.");
        return std::nullopt;
    }
    std::string line;
    std::getline(file, line);
    int format = 0;
    if (line.starts_with(first_words)) format = std::atoi(line.c_str() + first_words.size());
    if (format < 1) refuse(folder, "its file FORMAT is damaged; restore a backup.");
    if (format > format_written) {
        refuse(folder, "it was written by a newer Commonweal (format " + std::to_string(format) +
                           "; this program knows up to " + std::to_string(format_written) +
                           "). Use that version.");
    }
    return format;
}

void write_format_file(const std::filesystem::path& folder) {
    write_durably(folder / "FORMAT",
                  std::string(first_words) + std::to_string(format_written) + "\n");
}

}  // namespace commonweal::log
