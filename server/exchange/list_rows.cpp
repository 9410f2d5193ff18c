#include "server/exchange/list_rows.hpp"

#include <algorithm>

#include "domain/core/text.hpp"
#include "server/exchange/table_words.hpp"
#include "server/exchange/written_day.hpp"

namespace commonweal::exchange {
namespace {

std::unexpected<RowFault> fault(std::string column, std::string reason) {
    return std::unexpected(RowFault{std::move(column), std::move(reason)});
}

/// A school that is a member already joins what it is not in yet; where that is nothing, the rule
/// says so.
app::Decide joining(SchoolId school, NetworkId network, std::optional<ClusterId> cluster) {
    return [=](app::Transaction& t) -> Decision<app::Subject> {
        const auto joined = app::join_network({school, network})(t);
        const bool member = !joined && joined.error().rule == Rule::already_a_member;
        if (!cluster || (!joined && !member)) return joined;
        auto of_cluster = app::join_cluster({school, *cluster})(t);
        const bool in_cluster = !of_cluster && of_cluster.error().rule == Rule::already_a_member;
        return in_cluster && joined ? joined : of_cluster;
    };
}

/// What the row means, in one way of writing.
std::string key(std::initializer_list<std::string> parts) {
    std::string all;
    for (const auto& part : parts) all += part + '\x1f';
    return all;
}

/// First, last and, of three, the one between.
std::vector<Day> days_between(Day first, Day last) {
    std::vector<Day> days{first};
    if (last - first == std::chrono::days{2}) days.push_back(first + std::chrono::days{1});
    if (last != first) days.push_back(last);
    return days;
}

}  // namespace

std::string missing_column(const Columns& columns, ListKind kind) {
    switch (kind) {
        case ListKind::members:
            return columns.missing({"URN"});
        case ListKind::people:
            return columns.missing({"Name", "Email", "Role", "URN"});
        case ListKind::visits:
            return columns.missing({"Guest URN", "Host URN", "Theme", "Date"});
        case ListKind::reviews:
            return columns.missing({"Host URN", "Reviewing school URN", "First day"});
        case ListKind::partnerships:
            return columns.missing({"School URN", "Partner URN", "Purpose", "Since"});
    }
    return {};
}

std::expected<RowMeaning, RowFault> RowReader::read(const TableRow& row) const {
    switch (ask_->kind) {
        case ListKind::members:
            return member(row);
        case ListKind::people:
            return person(row);
        case ListKind::visits:
            return visit(row);
        case ListKind::reviews:
            return review(row);
        case ListKind::partnerships:
            return partnership(row);
    }
    return fault("", "is of no kind that is known");
}

RowReader::Read RowReader::member(const TableRow& row) const {
    const auto urn = school(row, "URN");
    if (!urn) return std::unexpected(urn.error());
    const auto cluster = text(row, "Cluster");
    if (cluster.empty()) return RowMeaning{joining(*urn, ask_->network, {}), name(*urn), {}};
    const auto found = ask_->clusters.find(small_letters(cluster));
    if (found == ask_->clusters.end())
        return fault("Cluster", "the network has no cluster " + in_quotes(cluster));
    return RowMeaning{
        joining(*urn, ask_->network, found->second), name(*urn) + " joins " + cluster, {}};
}

RowReader::Read RowReader::person(const TableRow& row) const {
    const auto urn = school(row, "URN");
    if (!urn) return std::unexpected(urn.error());
    const auto post = small_letters(text(row, "Role"));
    if (post != "lead" && post != "head") return fault("Role", "is neither lead nor head");
    const auto email = text(row, "Email");
    if (email.find('@') == std::string::npos) return fault("Email", "is not an e-mail address");
    const auto kind = post == "lead" ? person::RoleKind::lead : person::RoleKind::head;
    const auto who = text(row, "Name");
    return RowMeaning{
        app::add_person(app_->ids().next<PersonId>(app_->clock().now()), app_->hash_of(email),
                        {Personal<PersonName>::plain(who), Personal<EmailAddress>::plain(email)},
                        {{kind, to_text(*urn)}}),
        who + ", " + post + " of " + name(*urn), key({small_letters(email), post, to_text(*urn)})};
}

RowReader::Read RowReader::visit(const TableRow& row) const {
    const auto guest = school(row, "Guest URN");
    if (!guest) return std::unexpected(guest.error());
    const auto host = school(row, "Host URN");
    if (!host) return std::unexpected(host.error());
    const auto code = theme(row, "Theme");
    if (!code) return std::unexpected(code.error());
    const auto on = day(row, "Date");
    if (!on) return std::unexpected(on.error());
    return RowMeaning{app::attest_visit(app_->ids().next<VisitId>(app_->clock().now()),
                                        {*guest, *host, ask_->network, *code, *on}),
                      name(*guest) + " visited " + name(*host) + " on " + to_text(*on),
                      key({to_text(*guest), to_text(*host), *code, to_text(*on)})};
}

RowReader::Read RowReader::review(const TableRow& row) const {
    const auto host = school(row, "Host URN");
    if (!host) return std::unexpected(host.error());
    const auto reviewing = school(row, "Reviewing school URN");
    if (!reviewing) return std::unexpected(reviewing.error());
    const auto first = day(row, "First day");
    if (!first) return std::unexpected(first.error());
    const auto last = text(row, "Last day").empty() ? first : day(row, "Last day");
    if (!last) return std::unexpected(last.error());
    if (*last < *first || *last - *first > std::chrono::days{2})
        return fault("Last day", "a review has one to three days in a row");
    return RowMeaning{
        app::attest_review(app_->ids().next<ReviewId>(app_->clock().now()),
                           {*host, *reviewing, ask_->network, days_between(*first, *last)}),
        name(*reviewing) + " reviewed " + name(*host) + " on " + to_text(*first),
        key({to_text(*host), to_text(*reviewing), to_text(*first), to_text(*last)})};
}

RowReader::Read RowReader::partnership(const TableRow& row) const {
    const auto one = school(row, "School URN");
    if (!one) return std::unexpected(one.error());
    const auto other = school(row, "Partner URN");
    if (!other) return std::unexpected(other.error());
    const auto purpose = theme(row, "Purpose");
    if (!purpose) return std::unexpected(purpose.error());
    const auto since = day(row, "Since");
    if (!since) return std::unexpected(since.error());
    return RowMeaning{app::attest_partnership(app_->ids().next<PartnershipId>(app_->clock().now()),
                                              {*one, *other, ask_->network, *purpose, *since}),
                      name(*one) + " and " + name(*other) + ", partners since " + to_text(*since),
                      key({to_text(std::min(*one, *other)), to_text(std::max(*one, *other)),
                           *purpose, to_text(*since)})};
}

std::expected<SchoolId, RowFault> RowReader::school(const TableRow& row, const char* column) const {
    const auto cell = text(row, column);
    if (cell.empty()) return fault(column, "is missing");
    const auto school = parse_school(cell);
    if (!school) return fault(column, in_quotes(cell) + " is not a URN");
    return *school;
}

std::expected<Day, RowFault> RowReader::day(const TableRow& row, const char* column) const {
    const auto cell = text(row, column);
    if (cell.empty()) return fault(column, "is missing");
    const auto day = parse_written_day(cell);
    if (!day) return fault(column, in_quotes(cell) + " is not a day: write it like 09/03/2026");
    return *day;
}

/// A theme of the network, by its code or its name.
std::expected<std::string, RowFault> RowReader::theme(const TableRow& row,
                                                      const char* column) const {
    const auto cell = small_letters(text(row, column));
    const auto network = app_->load<Network>(ask_->network);
    for (const auto& theme : network->themes)
        if (theme.code == cell || small_letters(theme.name) == cell) return theme.code;
    return fault(column, in_quotes(text(row, column)) + " is not a theme of the network");
}

std::string RowReader::name(SchoolId school) const {
    const auto& known = app_->load<School>(school)->details.name;
    return (known.empty() ? "a school" : known) + " (" + to_text(school) + ")";
}

}  // namespace commonweal::exchange
