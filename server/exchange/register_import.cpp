#include "server/exchange/register_import.hpp"

#include <algorithm>
#include <set>

#include "server/exchange/batches.hpp"
#include "server/exchange/groups.hpp"
#include "server/exchange/links.hpp"

namespace commonweal::exchange {
namespace {

std::optional<std::int32_t> metres(const std::optional<std::uint32_t>& value) {
    if (!value) return std::nullopt;
    return static_cast<std::int32_t>(*value);
}

/// The columns a file lacks say nothing: what was known before stays.
school::Details details_of(const RegisterRow& row, const std::set<std::string>& absent,
                           const school::Details& before) {
    school::Details d = before;
    const auto take = [&](const char* column, auto& to, const auto& from) {
        if (!absent.contains(column)) to = from;
    };
    d.name = row.name;
    take("TypeOfEstablishment (name)", d.type, row.type);
    take("PhaseOfEducation (name)", d.phase, row.phase);
    take("LA (name)", d.local_authority, row.authority);
    take("LA (code)", d.authority_code, row.authority_code);
    take("Town", d.town, row.town);
    take("Postcode", d.postcode, row.postcode);
    take("StatutoryLowAge", d.lowest_age, row.low_age);
    take("StatutoryHighAge", d.highest_age, row.high_age);
    take("Easting", d.easting, metres(row.easting));
    take("Northing", d.northing, metres(row.northing));
    take("Trusts (code)", d.trust_code, row.trust_code);
    take("Trusts (name)", d.trust_name, row.trust);
    take("Federations (code)", d.federation_code, row.federation_code);
    take("Federations (name)", d.federation_name, row.federation);
    take("OpenDate", d.opened_on, row.opened);
    return d;
}

/// True while an import runs, however it ends.
class Running {
  public:
    explicit Running(std::atomic<bool>& flag) : flag_(&flag) { *flag_ = true; }
    ~Running() { *flag_ = false; }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

  private:
    std::atomic<bool>* flag_;
};

/// What became of a school, from the facts that were decided.
void count(const school::Facts& facts, ImportResult& result) {
    bool created = false;
    bool closed = false;
    for (const auto& fact : facts) {
        created = created || std::holds_alternative<school::Registered>(fact);
        closed = closed || std::holds_alternative<school::Closed>(fact);
    }
    if (facts.empty())
        ++result.unchanged;
    else if (created)
        ++result.created;
    else if (closed)
        ++result.closed;
    else
        ++result.updated;
}

}  // namespace

/// One import of schools: gathers rows and gives them to app a commit at a time.
struct RegisterImports::Run {
    Batches batches;
    std::set<std::string> absent;
    std::vector<RegisterRow> waiting;

    void take(RegisterRow row) {
        if (row.status == "Proposed to open") {
            batches.result().rejected.push_back(
                {row.row, "EstablishmentStatus (name)",
                 "is proposed to open: import it once it has opened"});
            return;
        }
        waiting.push_back(std::move(row));
        if (waiting.size() >= rows_a_commit) flush();
    }

    void flush() {
        batches.commit_all(
            waiting, [this](app::Transaction& t, const RegisterRow& row, ImportResult& counted) {
                const SchoolId id{row.urn};
                const auto school = t.load<School>(id);
                const school::Register command{id, details_of(row, absent, school->details),
                                               row.status != "Closed", row.closed};
                const auto facts = school::decide(*school, command);
                count(facts, counted);
                app::inside::put_all(t, id, *school, facts, {});
            });
        waiting.clear();
    }
};

namespace {

/// What a run came to, with what the reader itself rejected.
std::expected<ImportResult, std::string> ended(Batches& batches) {
    if (!batches.failed().empty()) return std::unexpected(batches.failed());
    std::ranges::sort(batches.result().rejected, {}, &RejectedRow::row);
    return std::move(batches.result());
}

/// The register's own lists are longer than those that people write.
std::expected<Table, std::string> read_list(std::string_view file) {
    TableLimits limits;
    limits.bytes_max = 64 * 1024 * 1024;
    limits.rows_max = 200'000;
    limits.text_bytes_max = 128 * 1024 * 1024;
    return read_table(file, limits);
}

}  // namespace

std::expected<ImportResult, std::string> RegisterImports::run(std::istream& file,
                                                              const access::Actor& actor,
                                                              bool dry_run) {
    const std::lock_guard one(one_at_a_time_);
    const Running running(running_);
    Run run{Batches(*app_, actor, dry_run), {}, {}};
    RegisterReading reading;
    reading.begin = [&](const std::vector<std::string>& absent) {
        run.absent = {absent.begin(), absent.end()};
    };
    reading.take = [&](RegisterRow row) { run.take(std::move(row)); };
    reading.progress = [this](std::uint64_t done, std::uint64_t total) {
        done_ = done;
        total_ = total;
    };
    const auto summary = read_register(file, reading);
    run.flush();
    if (!summary)
        return std::unexpected("line " + std::to_string(summary.error().row) + ", " +
                               summary.error().column + ": " + summary.error().reason);
    for (const auto& rejection : summary->rejected)
        run.batches.result().rejected.push_back(
            {rejection.row, rejection.column, rejection.reason});
    return ended(run.batches);
}

std::expected<ImportResult, std::string> RegisterImports::run_links(std::string_view file,
                                                                    const access::Actor& actor,
                                                                    bool dry_run) {
    const std::lock_guard one(one_at_a_time_);
    const Running running(running_);
    const auto table = read_list(file);
    if (!table) return std::unexpected(table.error());
    auto links = read_links(*table);
    if (!links) return std::unexpected(links.error());
    Batches batches(*app_, actor, dry_run);
    batches.result() = std::move(links->told);
    const auto here = [this](SchoolId id) { return app_->load<School>(id)->known(); };
    batches.commit_all(of_those_here(*links, here, batches.result()),
                       [](app::Transaction& t, const LinkRow& row, ImportResult& counted) {
                           put_link(t, row, counted);
                       });
    return ended(batches);
}

std::expected<ImportResult, std::string> RegisterImports::run_groups(std::string_view file,
                                                                     const access::Actor& actor,
                                                                     bool dry_run) {
    const std::lock_guard one(one_at_a_time_);
    const Running running(running_);
    const auto table = read_list(file);
    if (!table) return std::unexpected(table.error());
    auto groups = read_groups(*table);
    if (!groups) return std::unexpected(groups.error());
    Batches batches(*app_, actor, dry_run);
    batches.result() = std::move(groups->told);
    batches.commit_all(groups->schools, [](app::Transaction& t, const school::RegisterGroups& row,
                                           ImportResult& counted) { put_groups(t, row, counted); });
    return ended(batches);
}

ImportProgress RegisterImports::progress() const {
    return {running_, done_, total_};
}

}  // namespace commonweal::exchange
