#pragma once
// The engine for one machine: RocksDB in a folder of its own (FORMAT.md tells what is in it).
//
// Threads and failure: as engine.hpp says. Opening throws DirectoryInUse where another process has
// the folder, and std::runtime_error with a sentence where the folder is not what it should be.

#include <filesystem>
#include <memory>

#include "server/log/engine.hpp"

namespace rocksdb {
class Env;
}

namespace commonweal::log {

struct RocksOptions {
    std::size_t cache_bytes = 64U << 20U;
    std::size_t recent_events_max = 32768;   ///< indexed in memory before they go into the files
    std::size_t wal_bytes_max = 64U << 20U;  ///< replayed at most after a crash
    rocksdb::Env* env = nullptr;             ///< for tests that let the disk fail
};

/// Opens the log in a folder, or makes the folder (0700) and a log in it.
std::unique_ptr<Engine> open_rocks_engine(const std::filesystem::path& folder,
                                          const RocksOptions& options = {});

}  // namespace commonweal::log
