#include "server/exchange/groups.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "server/exchange/written_day.hpp"

namespace commonweal::exchange {
namespace {

using school::GroupKind;

constexpr std::array kinds{
    std::pair<std::string_view, GroupKind>{"Multi-academy trust", GroupKind::multi_academy_trust},
    std::pair<std::string_view, GroupKind>{"Single-academy trust", GroupKind::single_academy_trust},
    std::pair<std::string_view, GroupKind>{"Trust", GroupKind::foundation_trust},
    std::pair<std::string_view, GroupKind>{"Federation", GroupKind::federation},
    std::pair<std::string_view, GroupKind>{"School sponsor", GroupKind::sponsor},
};

constexpr std::size_t name_max = 200;

GroupKind kind_of(std::string_view text) {
    for (const auto& [name, kind] : kinds)
        if (name == text) return kind;
    return GroupKind::other;
}

class Reading {
  public:
    explicit Reading(const Table& table) : table_(&table), columns_(table) {}

    GroupsRead run() {
        for (const auto& problem : table_->problems)
            read_.told.rejected.push_back(columns_.rejected(problem));
        for (const auto& row : table_->rows) take(row);
        for (auto& [school, groups] : groups_) read_.schools.push_back({school, std::move(groups)});
        return std::move(read_);
    }

  private:
    void take(const TableRow& row) {
        const auto school = parse_school(columns_.cell(row, "URN"));
        if (!school) return reject(row, "URN", "is not a URN");
        const std::string code(columns_.cell(row, "Linked UID"));
        if (code.empty()) return reject(row, "Linked UID", "is missing");
        const std::string name(columns_.cell(row, "Group Name"));
        if (name.size() > name_max) return reject(row, "Group Name", "is too long");
        auto& groups = groups_[*school];  // also where its only group has closed: it was left
        if (columns_.cell(row, "Group Status").starts_with("Closed")) {
            ++read_.told.passed_over;
            return;
        }
        const auto written = columns_.cell(row, "Joined date");
        const auto since = parse_written_day(written);
        if (!since && !written.empty())
            return reject(row, "Joined date", "is not a day written as DD-MM-YYYY");
        if (std::ranges::find(groups, code, &school::Group::code) != groups.end())
            return reject(row, "Linked UID", "stands there twice for this school");
        groups.push_back({code, name, kind_of(columns_.cell(row, "Group Type")), since});
    }
    void reject(const TableRow& row, const char* column, const char* reason) {
        read_.told.rejected.push_back({row.row, column, reason});
    }

    const Table* table_;
    Columns columns_;
    std::map<SchoolId, std::vector<school::Group>> groups_;
    GroupsRead read_;
};

}  // namespace

std::expected<GroupsRead, std::string> read_groups(const Table& table) {
    const Columns columns(table);
    if (columns.find("Group UID"))
        return std::unexpected(
            "this is the register's list of groups, without their schools: give the list of group "
            "links (with the columns URN and \"Linked UID\")");
    const auto missing = columns.missing({"URN", "Linked UID", "Group Name", "Group Type"});
    if (!missing.empty())
        return std::unexpected(
            "this is not the register's list of group links: it has no column \"" + missing + "\"");
    return Reading(table).run();
}

/// A school that is not here is passed over; one that the list does not name stays as it is.
void put_groups(app::Transaction& t, const school::RegisterGroups& row, ImportResult& counted) {
    const auto school = t.load<School>(row.school);
    if (!school->known()) {
        ++counted.passed_over;
        return;
    }
    const auto facts = school::decide(*school, row, t.asked().today);
    if (facts.empty())
        ++counted.unchanged;
    else
        ++(school->groups.empty() ? counted.created : counted.updated);
    app::inside::put_all(t, row.school, *school, facts, {});
}

}  // namespace commonweal::exchange
