#include "server/backup/contents.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

#include "server/log/little_endian.hpp"

namespace commonweal::backup {
namespace {

/// What an entry is; its first byte.
enum class Kind : char { vault_row = 'v', record_row = 'r', file = 'f' };

struct EntryHead {
    Kind kind{};
    std::uint32_t name_bytes = 0;
    std::uint64_t value_bytes = 0;
};
constexpr std::size_t head_bytes = 1 + 4 + 8;
constexpr std::size_t piece_bytes = 64U << 10U;
constexpr std::size_t name_bytes_max = 64U << 10U;
constexpr std::size_t row_bytes_max = 256U << 20U;
constexpr std::size_t rows_a_batch = 1024;

/// What has a form of its own in a backup, and the views' snapshots, which may go further than a
/// restored log.
bool is_kept_apart(const std::filesystem::path& name) {
    return name == "log" || name == "vault" || name == "records" || name == "views";
}

void put_head(SealedWriter& to, Kind kind, std::string_view name, std::uint64_t value_bytes) {
    std::string head(1, static_cast<char>(kind));
    log::append_little_endian(head, static_cast<std::uint32_t>(name.size()));
    log::append_little_endian(head, value_bytes);
    to.write(head);
    to.write(name);
}

void put_file(SealedWriter& to, const std::filesystem::path& file, const std::string& name) {
    std::ifstream in(file, std::ios::binary);
    auto left = std::filesystem::file_size(file);
    put_head(to, Kind::file, name, left);
    std::array<char, piece_bytes> piece;
    while (left > 0 && in) {
        in.read(piece.data(),
                static_cast<std::streamsize>(std::min<std::uint64_t>(left, piece.size())));
        to.write({piece.data(), static_cast<std::size_t>(in.gcount())});
        left -= static_cast<std::uint64_t>(in.gcount());
    }
    sodium_memzero(piece.data(), piece.size());
    if (left > 0) throw std::runtime_error("Cannot read all of " + file.string() + ".");
}

std::uint64_t put_files(SealedWriter& to, const std::filesystem::path& data,
                        const MayGoOn& may_go_on) {
    std::uint64_t files = 0;
    for (auto at = std::filesystem::recursive_directory_iterator(data);
         at != std::filesystem::recursive_directory_iterator(); ++at) {
        if (at.depth() == 0 && is_kept_apart(at->path().filename())) at.disable_recursion_pending();
        if (!at->is_regular_file() || at->is_symlink()) continue;
        may_go_on();
        put_file(to, at->path(), at->path().lexically_relative(data).generic_string());
        ++files;
    }
    return files;
}

/// The head of the next entry; none at the end.
std::optional<EntryHead> next_head(SealedReader& from) {
    if (from.at_end()) return std::nullopt;
    std::array<char, head_bytes> bytes;
    from.read(bytes);
    const EntryHead head{Kind{bytes[0]}, log::read_little_endian<std::uint32_t>(bytes.data() + 1),
                         log::read_little_endian<std::uint64_t>(bytes.data() + 5)};
    const bool known =
        head.kind == Kind::vault_row || head.kind == Kind::record_row || head.kind == Kind::file;
    if (!known || head.name_bytes > name_bytes_max ||
        (head.kind != Kind::file && head.value_bytes > row_bytes_max))
        from.refuse("it holds what this Commonweal does not know; use a newer one");
    return head;
}

std::string text(SealedReader& from, std::uint64_t bytes) {
    std::string read(bytes, '\0');
    from.read(read);
    return read;
}

/// In pieces, to wherever it goes.
template <class Take>
void each_piece(SealedReader& from, std::uint64_t bytes, const Take& take) {
    std::array<char, piece_bytes> piece;
    while (bytes > 0) {
        const auto part = std::span(piece).first(std::min<std::uint64_t>(bytes, piece.size()));
        from.read(part);
        take(std::string_view(part.data(), part.size()));
        bytes -= part.size();
    }
    sodium_memzero(piece.data(), piece.size());
}

/// Gathers rows for one fsync.
template <class Store>
class RowsTaker {
  public:
    explicit RowsTaker(const std::filesystem::path& folder) : store_(folder) {}
    void take(std::string name, std::string value) {
        rows_.emplace_back(std::move(name), std::move(value));
        if (rows_.size() == rows_a_batch) put();
    }
    void put() {
        store_.put_rows(rows_);
        for (auto& [name, value] : rows_) sodium_memzero(value.data(), value.size());
        rows_.clear();
    }

  private:
    Store store_;
    std::vector<std::pair<std::string, std::string>> rows_;
};

/// Where a file goes: within the directory, and to no place of its own.
std::filesystem::path place_of(SealedReader& from, const std::filesystem::path& data,
                               const std::string& name) {
    const std::filesystem::path path(name);
    const bool leads_out = std::ranges::find(path, "..") != path.end();
    if (name.empty() || path.is_absolute() || leads_out || is_kept_apart(*path.begin()))
        from.refuse("it holds a file of a name that cannot be: " + name);
    return data / path;
}

void take_file(SealedReader& from, const std::filesystem::path& file, std::uint64_t bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all);
    // The mode first: it may be a key.
    ::close(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    std::ofstream out(file, std::ios::binary);
    each_piece(from, bytes, [&](std::string_view piece) { out << piece; });
    out.close();
    if (!out) throw std::runtime_error("Cannot write " + file.string() + ".");
}

}  // namespace

Counts put_contents(SealedWriter& to, const vault::Vault& vault, const records::Records& records,
                    const std::filesystem::path& data, const MayGoOn& may_go_on) {
    Counts counts;
    const auto put = [&](Kind kind, std::uint64_t& count) {
        return [&to, &may_go_on, &count, kind](std::string_view key, std::string_view row) {
            if (++count % rows_a_batch == 0) may_go_on();
            put_head(to, kind, key, row.size());
            to.write(row);
            return true;
        };
    };
    records.each_row(put(Kind::record_row, counts.record_rows));
    vault.each_row(put(Kind::vault_row, counts.vault_rows));
    counts.files = put_files(to, data, may_go_on);
    return counts;
}

Counts take_contents(SealedReader& from, const std::filesystem::path& data) {
    RowsTaker<vault::Vault> vault(data / "vault");
    RowsTaker<records::Records> records(data / "records");
    Counts counts;
    while (const auto head = next_head(from)) {
        auto name = text(from, head->name_bytes);
        if (head->kind == Kind::file) {
            take_file(from, place_of(from, data, name), head->value_bytes);
            ++counts.files;
        } else if (head->kind == Kind::vault_row) {
            vault.take(std::move(name), text(from, head->value_bytes));
            ++counts.vault_rows;
        } else {
            records.take(std::move(name), text(from, head->value_bytes));
            ++counts.record_rows;
        }
    }
    vault.put();
    records.put();
    return counts;
}

Counts check_contents(SealedReader& from) {
    Counts counts;
    while (const auto head = next_head(from)) {
        each_piece(from, head->name_bytes + head->value_bytes, [](auto) {});
        ++(head->kind == Kind::file        ? counts.files
           : head->kind == Kind::vault_row ? counts.vault_rows
                                           : counts.record_rows);
    }
    return counts;
}

}  // namespace commonweal::backup
