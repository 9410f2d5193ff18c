#include "server/exchange/xlsx_package.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/exchange/register_columns.hpp"

namespace commonweal::exchange {
namespace {

constexpr auto no_workbook =
    "it is an archive, but not an Excel workbook: save the list as .xlsx or CSV";

struct Relationship {
    std::string id, type, target;
};

class Relationships final : public XmlHandler {
  public:
    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes["TargetMode"] == "External") return;
        all_.push_back({std::string{attributes["Id"]}, std::string{attributes["Type"]},
                        std::string{attributes["Target"]}});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    /// The types are addresses that differ between the two editions of the format; how they end
    /// does not. Both return an empty target where there is none.
    std::string target_of_type(std::string_view end) const {
        const auto has_it = [&](const Relationship& one) { return one.type.ends_with(end); };
        const auto found = std::ranges::find_if(all_, has_it);
        return found == all_.end() ? std::string{} : found->target;
    }
    std::string worksheet(std::string_view id) const {
        const auto found = std::ranges::find(all_, id, &Relationship::id);
        const bool is_sheet = found != all_.end() && found->type.ends_with("/worksheet");
        return is_sheet ? found->target : std::string{};
    }

  private:
    std::vector<Relationship> all_;
};

struct Sheet {
    std::string name, relationship;
    bool visible = true;
};

class WorkbookReader final : public XmlHandler {
  public:
    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (!std::exchange(root_seen_, true) && name != "workbook") refuse(no_workbook);
        if (name == "workbookPr") {
            const auto flag = attributes["date1904"];
            if (flag == "1" || flag == "true") days = DaySystem::from_1904;
        }
        if (name != "sheet") return;
        const auto state = attributes["state"];
        sheets.push_back({tidy(attributes["name"]), std::string{attributes["id"]},
                          state != "hidden" && state != "veryHidden"});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    std::vector<Sheet> sheets;
    DaySystem days = DaySystem::from_1900;

  private:
    bool root_seen_ = false;
};

/// The name in the archive of what a part in the folder means by a target: "xl" and "sheet1.xml",
/// "../a.xml" or "/xl/a.xml". It is compared with names in the archive, and is never a path on a
/// disk.
std::string resolve(std::string folder, std::string_view target) {
    if (target.empty()) return {};
    if (target.starts_with('/')) folder.clear();
    while (!target.empty()) {
        const auto part = target.substr(0, target.find('/'));
        target.remove_prefix(std::min(part.size() + 1, target.size()));
        if (part == "..")
            folder.erase(folder.find('/') == std::string::npos ? 0 : folder.rfind('/'));
        else if (!part.empty() && part != ".")
            folder += (folder.empty() ? "" : "/") + std::string{part};
    }
    return folder;
}

std::string folder_of(const std::string& part) {
    const auto slash = part.rfind('/');
    return slash == std::string::npos ? std::string{} : part.substr(0, slash);
}

std::string relationships_of(const std::string& part) {
    const std::string folder = folder_of(part);
    const std::string file = folder.empty() ? part : part.substr(folder.size() + 1);
    return (folder.empty() ? "" : folder + "/") + "_rels/" + file + ".rels";
}

std::expected<Workbook, std::string> choose_sheet(const WorkbookReader& reader,
                                                  const Relationships& relationships,
                                                  const std::string& folder) {
    Workbook workbook;
    for (const Sheet& sheet : reader.sheets) {
        const auto part = resolve(folder, relationships.worksheet(sheet.relationship));
        if (!sheet.visible || part.empty()) continue;
        if (!workbook.sheet_part.empty()) {
            ++workbook.other_visible;
            continue;
        }
        workbook.sheet_name = sheet.name;
        workbook.sheet_part = part;
    }
    if (workbook.sheet_part.empty())
        return std::unexpected("the workbook has no worksheet that is visible");
    workbook.shared_strings_part = resolve(folder, relationships.target_of_type("/sharedStrings"));
    workbook.styles_part = resolve(folder, relationships.target_of_type("/styles"));
    workbook.days = reader.days;
    return workbook;
}

}  // namespace

std::optional<std::string> read_part(ZipArchive& archive, const std::string& part,
                                     XmlHandler& handler) {
    XmlReader xml{handler};
    bool is_xml_wrong = false;
    const auto take = [&](std::string_view piece) {
        auto wrong = xml.take(piece);
        is_xml_wrong = wrong.has_value();
        return wrong;
    };
    auto wrong = archive.read(part, take);
    if (!wrong) {
        wrong = xml.finish();
        is_xml_wrong = wrong.has_value();
    }
    if (!handler.refusal().empty() || !is_xml_wrong) return wrong;
    return "the workbook is damaged (" + part + ", " + *wrong +
           "): open it in a spreadsheet program and save it again";
}

std::expected<Workbook, std::string> find_workbook(ZipArchive& archive) {
    Relationships roots;
    if (!archive.contains("_rels/.rels")) return std::unexpected(no_workbook);
    if (auto wrong = read_part(archive, "_rels/.rels", roots))
        return std::unexpected(std::move(*wrong));
    const std::string part = resolve("", roots.target_of_type("/officeDocument"));
    if (part.ends_with(".bin"))
        return std::unexpected("it is a binary Excel workbook (.xlsb): save it as .xlsx or CSV");
    if (part.empty() || !archive.contains(part)) return std::unexpected(no_workbook);
    WorkbookReader reader;
    if (auto wrong = read_part(archive, part, reader)) return std::unexpected(std::move(*wrong));
    Relationships relationships;
    if (auto wrong = read_part(archive, relationships_of(part), relationships))
        return std::unexpected(std::move(*wrong));
    return choose_sheet(reader, relationships, folder_of(part));
}

}  // namespace commonweal::exchange
