#include "server/exchange/register_import.hpp"

#include <algorithm>
#include <set>

#include "domain/core/overloaded.hpp"
#include "server/app/commands.hpp"

namespace commonweal::exchange {
namespace {

constexpr std::size_t rows_a_commit = 256;

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

/// One import: gathers rows and gives them to app a commit at a time.
struct RegisterImports::Run {
    app::App* app;
    const access::Actor* actor;
    bool dry_run;
    std::set<std::string> absent;
    ImportResult result;
    std::vector<RegisterRow> waiting;
    std::string failed;

    void take(RegisterRow row) {
        if (row.status == "Proposed to open") {
            result.rejected.push_back({row.row, "EstablishmentStatus (name)",
                                       "is proposed to open: import it once it has opened"});
            return;
        }
        waiting.push_back(std::move(row));
        if (waiting.size() >= rows_a_commit) flush();
    }

    void flush() {
        if (waiting.empty() || !failed.empty()) return;
        app::Ask ask;
        ask.actor = *actor;
        ask.asked = app->asked_by(actor->id);
        ask.asked.how = How::imported;
        ask.commit = app->ids().random();
        ImportResult counted;
        const auto decide = [&](app::Transaction& t) { return register_waiting(t, counted); };
        if (dry_run)
            app->preview(ask, decide);
        else
            conclude(app->transact_and_wait(ask, decide));
        result.created += counted.created;
        result.updated += counted.updated;
        result.closed += counted.closed;
        result.unchanged += counted.unchanged;
        waiting.clear();
    }

    Decision<app::Subject> register_waiting(app::Transaction& t, ImportResult& counted) const {
        counted = {};
        if (!t.may(access::relations(t.actor()), access::Action::register_schools))
            return refuse(Rule::not_allowed);
        for (const auto& row : waiting) {
            const SchoolId id{row.urn};
            const auto school = t.load<School>(id);
            const school::Register command{id, details_of(row, absent, school->details),
                                           row.status != "Closed", row.closed};
            const auto facts = school::decide(*school, command);
            count(facts, counted);
            for (const auto& fact : facts)
                t.put(app::stream_of(id), fact, app::inside::tags_of(id, *school));
        }
        return app::Subject{"register", {}};
    }

    void conclude(const app::Outcome& outcome) {
        failed = std::visit(
            Overloaded{
                [](const app::Done&) { return std::string(); },
                [](const Refusal&) { return std::string("you may not import the register"); },
                [](const app::Busy& busy) { return busy.reason; },
                [](const auto&) {
                    return std::string("other changes came in between again and again");
                },
            },
            outcome);
    }
};

std::expected<ImportResult, std::string> RegisterImports::run(std::istream& file,
                                                              const access::Actor& actor,
                                                              bool dry_run) {
    const std::lock_guard one(one_at_a_time_);
    const Running running(running_);
    Run run{app_, &actor, dry_run, {}, {}, {}, {}};
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
    if (!run.failed.empty()) return std::unexpected(run.failed);
    for (const auto& rejection : summary->rejected)
        run.result.rejected.push_back({rejection.row, rejection.column, rejection.reason});
    std::ranges::sort(run.result.rejected, {}, &RejectedRow::row);
    return std::move(run.result);
}

ImportProgress RegisterImports::progress() const {
    return {running_, done_, total_};
}

}  // namespace commonweal::exchange
