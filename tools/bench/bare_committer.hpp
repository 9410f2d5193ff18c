#pragma once
// The raw limit of durable writes: a bare RocksDB to which writers hand one small value each, and
// one committer that gathers all who wait into a synced batch. No indexes, no conditions, no codec.

#include <filesystem>

namespace commonweal::bench {

struct BareResult {
    double per_second = 0;
    double p50_us = 0;
    double p99_us = 0;
};

/// `value_bytes`: about what a stored record of ours takes.
BareResult bare_committer(const std::filesystem::path& folder, int writers, double seconds,
                          std::size_t value_bytes);

/// Appends of so many bytes with an fdatasync each, by one writer.
BareResult bare_fdatasync(const std::filesystem::path& folder, double seconds,
                          std::size_t value_bytes);

}  // namespace commonweal::bench
