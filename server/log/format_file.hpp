#pragma once
// The file FORMAT in the log's folder says that the folder holds a whole log, and in which format.
// It is written last when a log is made: without it, the making was broken off, and is done again
// only where nothing has been stored yet.
//
// Failure: std::runtime_error with a sentence for whoever runs the program.

#include <filesystem>

namespace commonweal::log {

/// Makes the folder (0700) where it is missing. True: there is a log here, of a format that this
/// program knows. False: one has to be made.
bool check_format_file(const std::filesystem::path& folder);

/// Durable when it returns.
void write_format_file(const std::filesystem::path& folder);

}  // namespace commonweal::log
