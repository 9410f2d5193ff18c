#include "server/log/table_footers.hpp"

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "server/log/little_endian.hpp"

namespace commonweal::log {
namespace {

// RocksDB's table/format.h: the checksum's kind, two handles padded to 40 bytes, the format, and
// the number by which a table is known.
constexpr std::size_t footer_bytes = 53;
constexpr std::size_t format_at = 41;
constexpr std::size_t magic_at = 45;
constexpr std::uint64_t magic = 0x88e241b785f4cff7;

std::optional<std::string> footer_of(rocksdb::Env& env, const std::string& path) {
    std::uint64_t size = 0;
    std::unique_ptr<rocksdb::RandomAccessFile> file;
    std::array<char, footer_bytes> bytes;
    rocksdb::Slice read;
    if (!env.GetFileSize(path, &size).ok() || size < footer_bytes ||
        !env.NewRandomAccessFile(path, &file, {}).ok() ||
        !file->Read(size - footer_bytes, footer_bytes, &read, bytes.data()).ok() ||
        read.size() != footer_bytes)
        return std::nullopt;
    return read.ToString();
}

bool is_as_written(const std::string& footer) {
    return footer[0] == table_checksum &&
           read_little_endian<std::uint32_t>(footer.data() + format_at) == table_format;
}

}  // namespace

void check_table_footers(rocksdb::Env& env, const std::filesystem::path& folder) {
    std::vector<std::string> names;
    if (!env.GetChildren(folder.string(), &names).ok()) return;
    for (const auto& name : names) {
        if (!name.ends_with(".sst")) continue;
        const auto footer = footer_of(env, (folder / name).string());
        if (!footer || read_little_endian<std::uint64_t>(footer->data() + magic_at) != magic)
            continue;
        if (!is_as_written(*footer))
            throw std::runtime_error("The log in " + folder.string() + " is damaged: the end of " +
                                     name + " is not as it was written. Restore a backup.");
    }
}

}  // namespace commonweal::log
