#include "server/backup/sealed_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "server/backup/label.hpp"
#include "server/log/durable_file.hpp"

namespace commonweal::backup {
namespace {

constexpr std::size_t chunk_bytes = 64U << 10U;
constexpr std::size_t seal_bytes = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr unsigned char last_chunk = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
constexpr unsigned char chunk_before = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
using StreamHeader = std::array<char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;

unsigned char* bytes_of(char* text) {
    return reinterpret_cast<unsigned char*>(text);
}

[[noreturn]] void fail(const char* doing, const std::filesystem::path& path) {
    throw std::runtime_error(std::string("Cannot ") + doing + " " + path.string() + ": " +
                             std::strerror(errno) + ".");
}

/// Up to so many; fewer only at the end of the file.
std::size_t read_some(int file, std::span<char> bytes, const std::filesystem::path& path) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto got = ::read(file, bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("read", path);
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

}  // namespace

SealedWriter::SealedWriter(std::filesystem::path path) : path_(std::move(path)), beside_(path_) {
    beside_ += ".new";
    file_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file_ < 0) fail("write", beside_);
}

SealedWriter::SealedWriter(std::filesystem::path path, const Label& label, const FileKey& key)
    : SealedWriter(std::move(path)) {
    label_ = to_bytes(label, key);
    StreamHeader header;
    crypto_secretstream_xchacha20poly1305_init_push(&stream_, bytes_of(header.data()), key.data());
    plain_.reserve(chunk_bytes);
    put(label_);
    put({header.data(), header.size()});
}

SealedWriter::~SealedWriter() {
    if (file_ >= 0) ::close(file_);
    std::error_code ignored;
    std::filesystem::remove(beside_, ignored);
    sodium_memzero(plain_.data(), plain_.capacity());
    sodium_memzero(&stream_, sizeof stream_);
}

void SealedWriter::put(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("write", beside_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void SealedWriter::put_chunk(unsigned char tag) {
    sealed_.resize(plain_.size() + seal_bytes);
    crypto_secretstream_xchacha20poly1305_push(&stream_, bytes_of(sealed_.data()), nullptr,
                                               bytes_of(plain_.data()), plain_.size(),
                                               bytes_of(label_.data()), label_.size(), tag);
    put(sealed_);
    plain_.clear();
}

void SealedWriter::write(std::string_view bytes) {
    while (!bytes.empty()) {
        // Only once more follows: the last chunk is marked, and may be full.
        if (plain_.size() == chunk_bytes) put_chunk(chunk_before);
        const auto part = bytes.substr(0, chunk_bytes - plain_.size());
        plain_ += part;
        bytes.remove_prefix(part.size());
    }
}

void SealedWriter::finish() {
    put_chunk(last_chunk);
    if (::fsync(file_) != 0) fail("write", beside_);
    ::close(std::exchange(file_, -1));
}

void SealedWriter::publish() {
    std::filesystem::rename(beside_, path_);
    log::sync_folder(path_.parent_path());
}

SealedReader::SealedReader(const std::filesystem::path& path) : path_(path) {
    file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file_ < 0 && errno == ENOENT)
        throw std::runtime_error("There is no backup of a vault " + path.string() + ".");
    if (file_ < 0) fail("read", path);
    label_bytes_.resize(label_bytes);
    const auto got = read_some(file_, label_bytes_, path_);
    const auto label = got == label_bytes ? read_label(label_bytes_) : std::nullopt;
    if (label) {
        label_ = *label;
        return;
    }
    ::close(std::exchange(file_, -1));
    refuse("it is no backup of a vault, or one of a newer Commonweal");
}

SealedReader::~SealedReader() {
    if (file_ >= 0) ::close(file_);
    sodium_memzero(plain_.data(), plain_.size());
    sodium_memzero(&stream_, sizeof stream_);
}

void SealedReader::refuse(const std::string& why) const {
    throw std::runtime_error("The backup of the vault " + path_.string() +
                             " cannot be used: " + why + ".");
}

void SealedReader::unlock(const FileKey& key) {
    if (!is_label_of(label_bytes_, key))
        refuse(
            "the passphrase or key file is not the one that it was locked with, or its beginning "
            "is damaged");
    StreamHeader header;
    take(header, "its beginning");
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream_, bytes_of(header.data()),
                                                        key.data()) != 0)
        refuse("it is damaged");
}

void SealedReader::take(std::span<char> bytes, const char* what) {
    if (read_some(file_, bytes, path_) != bytes.size())
        refuse(std::string("it ends within ") + what);
}

/// False: there is no further one.
bool SealedReader::take_chunk() {
    std::string sealed(chunk_bytes + seal_bytes, '\0');
    sealed.resize(read_some(file_, sealed, path_));
    if (ended_ && sealed.empty()) return false;
    if (ended_) refuse("something was added behind its end");
    if (sealed.size() < seal_bytes) refuse("it is cut off");
    plain_.resize(sealed.size() - seal_bytes);
    read_ = 0;
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(
            &stream_, bytes_of(plain_.data()), nullptr, &tag, bytes_of(sealed.data()),
            sealed.size(), bytes_of(label_bytes_.data()), label_bytes_.size()) != 0)
        refuse("it is damaged or cut off");
    ended_ = tag == last_chunk;
    return true;
}

void SealedReader::read(std::span<char> bytes) {
    while (!bytes.empty()) {
        if (read_ == plain_.size() && !take_chunk()) refuse("its contents end too early");
        const auto part = std::min(bytes.size(), plain_.size() - read_);
        std::memcpy(bytes.data(), plain_.data() + read_, part);
        read_ += part;
        bytes = bytes.subspan(part);
    }
}

bool SealedReader::at_end() {
    while (read_ == plain_.size())
        if (!take_chunk()) return true;
    return false;
}

}  // namespace commonweal::backup
