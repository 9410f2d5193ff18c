#pragma once
// The vault's rows on the disk (FORMAT.md): keys by id, ids by subject, secrets of the
// installation.
//
// Owner: Vault. Threads: any. Failure: std::runtime_error with the path.

#include <rocksdb/db.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/vault/vault.hpp"

namespace commonweal::vault {

/// A row of another kind is another first byte of the key.
enum class Row : char {
    key = 'k',
    subject = 's',
    secret = 'i',
    purge_begun = 'p',
    forgotten_to = 'f'
};

template <class Bytes>
std::string_view text_of(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class KeyStore {
  public:
    /// An empty path keeps it in memory.
    explicit KeyStore(const std::filesystem::path& folder);

    /// `Bytes` is an array of bytes; a row of another length is damage, and throws.
    template <class Bytes>
    std::optional<Bytes> find(Row row, std::string_view name) const {
        Bytes bytes;
        if (!find(row, name, std::span<std::uint8_t>(bytes))) return std::nullopt;
        return bytes;
    }

    /// At most so many rows as they are, from a key on.
    std::vector<std::pair<std::string, std::string>> rows(std::string_view from,
                                                          std::size_t rows_max) const;

    static void add(rocksdb::WriteBatch& batch, Row row, std::string_view name,
                    std::span<const std::uint8_t> bytes);
    static void remove(rocksdb::WriteBatch& batch, Row row, std::string_view name);
    /// Durable when it returns.
    void write(rocksdb::WriteBatch& batch);
    /// The same, of what may as well not be there; false: the disk refused it.
    bool try_to_write(rocksdb::WriteBatch& batch) noexcept;
    /// Writes what removes rows, and then all files anew, so that the rows are in none of them.
    /// Where that is broken off, it is finished when the store is opened again.
    void purge(rocksdb::WriteBatch& removing);

  private:
    bool find(Row row, std::string_view name, std::span<std::uint8_t> bytes) const;
    void rewrite_files();
    void must(const rocksdb::Status& status) const;

    std::string where_;
    std::unique_ptr<rocksdb::Env> memory_;
    std::unique_ptr<rocksdb::DB> db_;
};

}  // namespace commonweal::vault
