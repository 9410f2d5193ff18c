#pragma once
// One encrypted file, written whole and put in the place of the one before it, and read again
// (FORMAT.md). Its label is in the clear, and is bound to the key as the contents are: what was
// changed, cut off or added is found, whatever it is. Memory: two chunks of 64 KiB.
//
// Owner and thread: whoever reads or writes it. Failure: std::runtime_error with the path.

#include <sodium.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "server/backup/secret.hpp"
#include "server/log/signing_key.hpp"

namespace commonweal::backup {

/// What can be read without the key; believed once the file was unlocked.
struct Label {
    Lock lock;
    std::uint64_t number = 0;        ///< of this vault's backups, from 1
    std::uint64_t forgotten_to = 0;  ///< up to which position of the log the vault has forgotten
    std::uint64_t log_records = 0;   ///< that the log's backup had that it was made with
    std::int64_t made_at = 0;        ///< microseconds since 1970 (UTC)
    log::PublicKey log_key{};        ///< which log it belongs to
    bool operator==(const Label&) const = default;
};

class SealedWriter {
  public:
    /// Writes beside the path, under ".new".
    SealedWriter(std::filesystem::path path, const Label& label, const FileKey& key);
    /// What was not finished is removed.
    ~SealedWriter();
    SealedWriter(const SealedWriter&) = delete;
    SealedWriter& operator=(const SealedWriter&) = delete;

    void write(std::string_view bytes);
    /// The end: all is on the disk when it returns, still beside.
    void finish();
    const std::filesystem::path& beside() const { return beside_; }
    /// In the place of the one before; durable when it returns.
    void publish();

  private:
    /// Begun, so that what fails from here on is removed.
    explicit SealedWriter(std::filesystem::path path);
    void put(std::string_view bytes);
    void put_chunk(unsigned char tag);

    std::filesystem::path path_, beside_;
    int file_ = -1;
    std::string label_;
    std::string plain_;
    std::string sealed_;
    crypto_secretstream_xchacha20poly1305_state stream_{};
};

class SealedReader {
  public:
    explicit SealedReader(const std::filesystem::path& path);
    ~SealedReader();
    SealedReader(const SealedReader&) = delete;
    SealedReader& operator=(const SealedReader&) = delete;

    const Label& label() const { return label_; }
    /// Refuses a key that is not the one.
    void unlock(const FileKey& key);
    /// Exactly so many bytes, or it is damage.
    void read(std::span<char> bytes);
    /// Whether all was read; damage where the file goes on behind its end.
    bool at_end();
    [[noreturn]] void refuse(const std::string& why) const;

  private:
    void take(std::span<char> bytes, const char* what);
    bool take_chunk();

    std::filesystem::path path_;
    int file_ = -1;
    std::string label_bytes_;
    Label label_;
    std::string plain_;
    std::size_t read_ = 0;
    bool ended_ = false;
    crypto_secretstream_xchacha20poly1305_state stream_{};
};

}  // namespace commonweal::backup
