#pragma once
// Reads the files of a ZIP archive that is in memory, without a disk: their names are only
// compared.
//
// Owner: whoever reads; the bytes must outlive it. One thread.
// Failure: a sentence that says what is wrong with the archive. Memory does not grow with what the
// archive holds: files are unpacked piece by piece, and how much may be unpacked is counted on what
// comes out, not on what the archive says of itself.

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace commonweal::exchange {

struct ZipLimits {
    std::size_t entries_max = 0;
    std::size_t unpacked_bytes_max = 0;  ///< of all files that are read, together
};

class ZipArchive {
  public:
    static std::expected<ZipArchive, std::string> open(std::string_view bytes, ZipLimits limits);

    /// Whether there is a file of that name, whatever the case of its letters.
    bool contains(const std::string& name) const;

    /// Gives the file's content to `take`, piece by piece, until that says what is wrong. Returns
    /// what went wrong, if anything did. A file that is not there is wrong.
    using Take = std::function<std::optional<std::string>(std::string_view piece)>;
    std::optional<std::string> read(const std::string& name, const Take& take);

  private:
    struct Close {
        void operator()(zip* archive) const;
    };
    ZipArchive(zip* archive, std::size_t unpacked_bytes_max);

    std::unique_ptr<zip, Close> archive_;
    std::size_t unpacked_bytes_max_;
    std::size_t unpacked_bytes_ = 0;
};

}  // namespace commonweal::exchange
