#include "tests/exchange/workbook.hpp"

#include <zip.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace commonweal::exchange {
namespace {

constexpr auto main_names =
    R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

std::string relationship(const std::string& id, const std::string& type,
                         const std::string& target) {
    return R"(<Relationship Id=")" + id +
           R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)" +
           type + R"(" Target=")" + target + R"("/>)";
}

std::string relationships(const std::string& all) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
           all + "</Relationships>";
}

std::string element(const std::string& name, const std::string& content) {
    return "<" + name + main_names + ">" + content + "</" + name + ">";
}

void must(bool holds) {
    if (!holds) throw std::logic_error("the archive of a test cannot be made");
}

void add(zip_t* archive, const ArchiveFile& file) {
    auto* source = zip_source_buffer(archive, file.content.data(), file.content.size(), 0);
    const auto index = zip_file_add(archive, file.name.c_str(), source, 0);
    must(index >= 0);
    const auto place = static_cast<zip_uint64_t>(index);
    must(zip_set_file_compression(archive, place, file.method, 1) == 0);
    if (file.encrypted)
        must(zip_file_set_encryption(archive, place, ZIP_EM_AES_128, "a password") == 0);
}

}  // namespace

std::string archive_of(const std::vector<ArchiveFile>& files) {
    auto* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    auto* archive = zip_open_from_source(memory, ZIP_TRUNCATE, nullptr);
    must(archive != nullptr);
    zip_source_keep(memory);
    for (const auto& file : files) add(archive, file);
    must(zip_close(archive) == 0);
    must(zip_source_open(memory) == 0);
    zip_stat_t stat;
    must(zip_source_stat(memory, &stat) == 0);
    std::string bytes(stat.size, '\0');
    must(zip_source_read(memory, bytes.data(), bytes.size()) ==
         static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(memory);
    zip_source_free(memory);
    return bytes;
}

std::vector<ArchiveFile> WorkbookParts::files() const {
    std::string links = relationship("rId1", "worksheet", "worksheets/sheet1.xml");
    if (!strings.empty()) links += relationship("rId2", "sharedStrings", "sharedStrings.xml");
    if (!styles.empty()) links += relationship("rId3", "styles", "/xl/styles.xml");
    std::vector<ArchiveFile> all{
        {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
        {"xl/_rels/workbook.xml.rels", relationships(links)},
        {"xl/workbook.xml", element("workbook", properties + "<sheets>" + sheets + "</sheets>")},
        {"xl/worksheets/sheet1.xml", element("worksheet", sheet)}};
    if (!strings.empty()) all.push_back({"xl/sharedStrings.xml", element("sst", strings)});
    if (!styles.empty()) all.push_back({"xl/styles.xml", element("styleSheet", styles)});
    return all;
}

std::string workbook_of_rows(const std::string& rows) {
    WorkbookParts parts;
    parts.sheet = "<sheetData>" + rows + "</sheetData>";
    return parts.bytes();
}

std::string table_file(const std::string& name) {
    std::ifstream file(std::string(COMMONWEAL_TABLES) + "/" + name, std::ios::binary);
    must(file.is_open());
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

}  // namespace commonweal::exchange
