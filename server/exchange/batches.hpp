#pragma once
// Rows on their way into the log, some hundred a commit.

#include <span>

#include "server/app/commands.hpp"
#include "server/exchange/import_result.hpp"

namespace commonweal::exchange {

inline constexpr std::size_t rows_a_commit = 256;

class Batches {
  public:
    Batches(app::App& app, const access::Actor& actor, bool dry_run)
        : app_(&app), actor_(&actor), dry_run_(dry_run) {}

    /// One commit. `decide` puts the facts, and counts what they do in a result that is begun anew
    /// where the commit has to be decided again.
    template <class Decide>
    void commit(Decide decide) {
        if (!failed_.empty()) return;
        ImportResult counted;
        run([&](app::Transaction& t) -> Decision<app::Subject> {
            counted = {};
            if (!t.may(access::relations(t.actor()), access::Action::register_schools))
                return refuse(Rule::not_allowed);
            decide(t, counted);
            return app::Subject{"register", {}};
        });
        add(counted);
    }
    /// All rows, as many commits as it takes; `each` puts the facts of one.
    template <class Row, class Each>
    void commit_all(const std::vector<Row>& rows, Each each) {
        for (std::size_t from = 0; from < rows.size(); from += rows_a_commit) {
            const auto some =
                std::span(rows).subspan(from, std::min(rows_a_commit, rows.size() - from));
            commit([&](app::Transaction& t, ImportResult& counted) {
                for (const auto& row : some) each(t, row, counted);
            });
        }
    }

    ImportResult& result() { return result_; }
    /// Why nothing more could be taken in, in a sentence; empty: nothing went wrong.
    const std::string& failed() const { return failed_; }

  private:
    void run(const app::Decide& decide);
    void add(const ImportResult& counted);

    app::App* app_;
    const access::Actor* actor_;
    bool dry_run_;
    ImportResult result_;
    std::string failed_;
};

}  // namespace commonweal::exchange
