#pragma once
// The file FORMAT in the log's folder says that the folder holds a whole log, and in which format.
// It is written last when a log is made: without it, the making was broken off, and is done again
// only where nothing has been stored yet.
//
// Failure: std::runtime_error with a sentence for whoever runs the program.

#include <filesystem>
#include <optional>

namespace commonweal::log {

/// Where a step of the index is written before it is taken in; removed at each opening.
inline constexpr const char* scratch_name = "index-being-written";

/// The format of what this program writes. 2 added the column family of the tree.
inline constexpr int format_written = 2;

/// Makes the folder (0700) where it is missing. The format of the log that is here, one that this
/// program can read and write; none: one has to be made.
std::optional<int> check_format_file(const std::filesystem::path& folder);

/// That the log is in the format of this program. Durable when it returns.
void write_format_file(const std::filesystem::path& folder);

}  // namespace commonweal::log
