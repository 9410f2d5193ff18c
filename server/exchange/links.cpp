#include "server/exchange/links.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "server/exchange/written_day.hpp"

namespace commonweal::exchange {
namespace {

using school::Change;

/// What the register calls a link, seen from the row's school. Others (a sixth form centre, a
/// change of ages) are no succession, or do not say which of the two came first.
struct LinkType {
    std::string_view name;
    Change change;
    bool names_the_predecessor;  ///< LinkURN came before URN
};
constexpr std::array types{
    LinkType{"Predecessor", Change::conversion, true},
    LinkType{"Successor", Change::conversion, false},
    LinkType{"Predecessor - merged", Change::merger, true},
    LinkType{"Successor - merged", Change::merger, false},
    LinkType{"Predecessor - amalgamated", Change::amalgamation, true},
    LinkType{"Successor - amalgamated", Change::amalgamation, false},
    LinkType{"Predecessor - Split School", Change::split, true},
    LinkType{"Successor - Split School", Change::split, false},
};

using Pair = std::pair<SchoolId, SchoolId>;  ///< that followed, and from which it came

/// Both sides of a link as one: what the school that followed says counts, but a merger or a split
/// is more than "successor".
void join(LinkRow& first, const LinkRow& other, bool other_is_of_the_successor) {
    auto& link = first.link;
    if (link.change == Change::conversion) link.change = other.link.change;
    if (link.name.empty()) link.name = other.link.name;
    if (other.link.on && (!link.on || other_is_of_the_successor)) link.on = other.link.on;
}

class Reading {
  public:
    explicit Reading(const Table& table) : table_(&table), columns_(table) {}

    LinksRead run() {
        for (const auto& problem : table_->problems)
            read_.told.rejected.push_back(columns_.rejected(problem));
        for (const auto& row : table_->rows) take(row);
        for (const auto& [pair, row] : pairs_) {
            if (pairs_.contains({pair.second, pair.first}))
                read_.told.rejected.push_back(
                    {row.row, "LinkURN", "each of the two is said to have come from the other"});
            else
                read_.links.push_back(row);
        }
        return std::move(read_);
    }

  private:
    void take(const TableRow& row) {
        const auto text = columns_.cell(row, "LinkType");
        const auto type = std::ranges::find(types, text, &LinkType::name);
        if (type == types.end()) {
            ++read_.told.passed_over;
            return;
        }
        const auto school = number(row, "URN");
        const auto other = number(row, "LinkURN");
        if (!school || !other) return;
        const auto written = columns_.cell(row, "LinkEstablishedDate");
        const auto on = parse_written_day(written);
        if (!on && !written.empty())
            return reject(row, "LinkEstablishedDate", "is not a day written as DD-MM-YYYY");
        const bool of_the_successor = type->names_the_predecessor;
        const std::string name(of_the_successor ? columns_.cell(row, "LinkName") : "");
        const auto followed = of_the_successor ? *school : *other;
        const auto came_from = of_the_successor ? *other : *school;
        const LinkRow link{row.row, {followed, came_from, name, type->change, on}};
        const auto [found, added] = pairs_.try_emplace({followed, came_from}, link);
        if (!added) join(found->second, link, of_the_successor);
    }

    std::optional<SchoolId> number(const TableRow& row, const char* column) {
        const auto school = parse_school(columns_.cell(row, column));
        if (!school) reject(row, column, "is not a URN");
        return school;
    }
    void reject(const TableRow& row, const char* column, const char* reason) {
        read_.told.rejected.push_back({row.row, column, reason});
    }

    const Table* table_;
    Columns columns_;
    std::map<Pair, LinkRow> pairs_;
    LinksRead read_;
};

}  // namespace

std::expected<LinksRead, std::string> read_links(const Table& table) {
    const auto missing = Columns(table).missing({"URN", "LinkURN", "LinkType"});
    if (!missing.empty())
        return std::unexpected("this is not the register's list of links: it has no column \"" +
                               missing + "\"");
    return Reading(table).run();
}

std::vector<LinkRow> of_those_here(const LinksRead& read, const std::function<bool(SchoolId)>& here,
                                   ImportResult& told) {
    std::map<SchoolId, std::vector<const LinkRow*>> of_school;
    std::vector<SchoolId> to_look_at;
    for (const auto& row : read.links) of_school[row.link.school].push_back(&row);
    for (const auto& [school, links] : of_school)
        if (here(school)) to_look_at.push_back(school);
    std::set<SchoolId> looked_at(to_look_at.begin(), to_look_at.end());
    std::vector<LinkRow> wanted;
    while (!to_look_at.empty()) {
        const auto school = to_look_at.back();
        to_look_at.pop_back();
        for (const auto* row : of_school[school]) {
            wanted.push_back(*row);
            if (looked_at.insert(row->link.predecessor).second)
                to_look_at.push_back(row->link.predecessor);
        }
    }
    for (const auto& row : read.links) {
        if (looked_at.contains(row.link.school)) continue;
        if (!here(row.link.predecessor))
            ++told.passed_over;
        else
            told.rejected.push_back({row.row, "LinkURN",
                                     "school " + to_text(row.link.school) + " followed school " +
                                         to_text(row.link.predecessor) +
                                         " and is not here: import the register with it first"});
    }
    return wanted;
}

void put_link(app::Transaction& t, const LinkRow& row, ImportResult& counted) {
    const auto& link = row.link;
    const auto school = t.load<School>(link.school);
    const auto predecessor = t.load<School>(link.predecessor);
    const auto facts = school::decide(*school, *predecessor, link);
    if (!facts) {
        const bool circular = facts.error().rule == Rule::lineage_circular;
        counted.rejected.push_back(
            {row.row, "LinkURN",
             circular ? "each of the two is said to have come from the other"
                      : "the school is said to have come from itself, or from too many"});
        return;
    }
    if (facts->empty())
        ++counted.unchanged;
    else
        ++(school->came_from(link.predecessor) ? counted.updated : counted.created);
    app::inside::put_all(t, link.school, *school, *facts, {app::tag::school(link.predecessor)});
}

}  // namespace commonweal::exchange
