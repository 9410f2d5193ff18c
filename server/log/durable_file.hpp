#pragma once
// Small files that are there whole or not at all, whatever happens, and only for the owner (0600).
//
// Failure: std::runtime_error with the path and what the system said.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace commonweal::log {

/// Puts a file in the place of what was there. Durable when it returns.
void write_durably(const std::filesystem::path& path, std::string_view text);
/// Adds to the end of a file that is there. Durable when it returns; after a crash before that, a
/// part of it may stand there.
void append_durably(const std::filesystem::path& path, std::string_view text);
/// The names in a folder: durable when it returns.
void sync_folder(const std::filesystem::path& folder);
/// None: there is no such file.
std::optional<std::string> read_file(const std::filesystem::path& path);

}  // namespace commonweal::log
