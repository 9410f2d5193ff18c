#include "server/exchange/register_import.hpp"

#include <algorithm>

#include "server/exchange/groups.hpp"
#include "server/exchange/links.hpp"
#include "server/exchange/register_details.hpp"
#include "server/exchange/term_dates.hpp"

namespace commonweal::exchange {
namespace {

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

/// Reads a file as a whole, and commits what it says.
template <class Read, class Commit>
std::expected<ImportResult, std::string> RegisterImports::run_file(Batches batches, Read read,
                                                                   Commit commit) {
    const std::lock_guard one(one_at_a_time_);
    const Running running(running_);
    auto rows = read();
    if (!rows) return std::unexpected(rows.error());
    batches.result() = std::move(rows->told);
    commit(batches, *rows);
    return ended(batches);
}

/// The same of a list of the register.
template <class ReadRows, class Commit>
std::expected<ImportResult, std::string> RegisterImports::run_list(std::string_view file,
                                                                   Batches batches, ReadRows read,
                                                                   Commit commit) {
    const auto read_file = [&]() -> decltype(read(Table{})) {
        const auto table = read_list(file);
        if (!table) return std::unexpected(table.error());
        return read(*table);
    };
    return run_file(batches, read_file, commit);
}

std::expected<ImportResult, std::string> RegisterImports::run_links(std::string_view file,
                                                                    const access::Actor& actor,
                                                                    bool dry_run) {
    return run_list(
        file, {*app_, actor, dry_run}, read_links, [this](Batches& batches, const LinksRead& read) {
            const auto here = [this](SchoolId id) { return app_->load<School>(id)->known(); };
            batches.commit_all(of_those_here(read, here, batches.result()), put_link);
        });
}

std::expected<ImportResult, std::string> RegisterImports::run_groups(std::string_view file,
                                                                     const access::Actor& actor,
                                                                     bool dry_run) {
    return run_list(file, {*app_, actor, dry_run}, read_groups,
                    [](Batches& batches, const GroupsRead& read) {
                        batches.commit_all(read.schools, put_groups);
                    });
}

std::expected<ImportResult, std::string> RegisterImports::run_terms(
    std::string_view file, const calendar::WhoseDays& whose, const access::Actor& actor,
    bool dry_run) {
    const auto read = [&] {
        const auto holidays = app_->load<BankHolidays>(app::TheBankHolidays{});
        return read_term_dates(file, whose.of, *holidays);
    };
    return run_file(
        {*app_, actor, dry_run}, read, [&](Batches& batches, const TermDatesRead& found) {
            batches.commit_all(
                found.years, [&](app::Transaction& t, const TermYear& row, ImportResult& counted) {
                    put_terms(t, whose, row, counted);
                });
        });
}

ImportProgress RegisterImports::progress() const {
    return {running_, done_, total_};
}

}  // namespace commonweal::exchange
