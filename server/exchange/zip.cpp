#include "server/exchange/zip.hpp"

#include <zip.h>

#include <array>

#include "server/exchange/table_words.hpp"

namespace commonweal::exchange {
namespace {

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using File = std::unique_ptr<zip_file_t, CloseFile>;

std::string damaged(const char* why) {
    return "the workbook is damaged and cannot be unpacked (" + std::string{why} +
           "): open it in a spreadsheet program and save it again";
}

/// Excel knows no other ways to pack, and with some of them a few bytes can ask for gigabytes.
bool is_packed_as_expected(const zip_stat_t& stat) {
    constexpr zip_uint64_t wanted = ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    return (stat.valid & wanted) == wanted && stat.encryption_method == ZIP_EM_NONE &&
           (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE);
}

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

ZipArchive::ZipArchive(zip* archive, std::size_t unpacked_bytes_max)
    : archive_(archive), unpacked_bytes_max_(unpacked_bytes_max) {}

std::expected<ZipArchive, std::string> ZipArchive::open(std::string_view bytes, ZipLimits limits) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) {
        const std::string why = damaged(zip_error_strerror(&error));
        zip_source_free(source);
        zip_error_fini(&error);
        return std::unexpected(why);
    }
    zip_error_fini(&error);
    ZipArchive opened{archive, limits.unpacked_bytes_max};
    if (static_cast<std::size_t>(zip_get_num_entries(archive, 0)) > limits.entries_max)
        return std::unexpected("the workbook consists of more than " + grouped(limits.entries_max) +
                               " files: copy the list into a new workbook");
    return opened;
}

bool ZipArchive::contains(const std::string& name) const {
    return zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::optional<std::string> ZipArchive::read(const std::string& name, const Take& take) {
    const auto index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
    zip_stat_t stat;
    if (index < 0 ||
        zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0)
        return damaged(("there is no " + name).c_str());
    if (!is_packed_as_expected(stat)) return damaged("it is not packed as Excel packs");
    const File file{zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0)};
    if (file == nullptr) return damaged(zip_strerror(archive_.get()));
    std::array<char, 64 * 1024> piece;
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
        if (count < 0) return damaged(zip_file_strerror(file.get()));
        if (count == 0) return std::nullopt;
        unpacked_bytes_ += static_cast<std::size_t>(count);
        if (unpacked_bytes_ > unpacked_bytes_max_)
            return "unpacked, the workbook is larger than " + size_in_words(unpacked_bytes_max_) +
                   ": split it into several files";
        if (auto wrong = take({piece.data(), static_cast<std::size_t>(count)})) return wrong;
    }
}

}  // namespace commonweal::exchange
