#include "server/exchange/lists.hpp"

#include <algorithm>
#include <set>

#include "domain/core/overloaded.hpp"
#include "server/exchange/list_rows.hpp"

namespace commonweal::exchange {
namespace {

/// It stands there already, by another way than this list.
bool is_there(Rule rule) {
    return rule == Rule::already_a_member;
}

class Run {
  public:
    Run(app::App& app, const Table& table, const ListAsk& ask)
        : app_(&app), table_(&table), ask_(&ask), columns_(table), reader_(app, columns_, ask) {}

    ListTaken all() {
        ListTaken taken{table_->source, {}, {}};
        for (const auto& problem : table_->problems) {
            const auto told = columns_.rejected(problem);
            taken.rows.push_back({.row = told.row,
                                  .says = {},
                                  .outcome = RowOutcome::rejected,
                                  .column = told.column,
                                  .reason = told.reason,
                                  .refusal = {}});
        }
        for (const auto& note : table_->notes) taken.notes.push_back(columns_.rejected(note));
        for (const auto& row : table_->rows) taken.rows.push_back(take(row));
        std::ranges::sort(taken.rows, {}, &ListRow::row);
        return taken;
    }

  private:
    /// One that means the same as one before it, here or in an earlier list, is there already.
    ListRow take(const TableRow& row) {
        ListRow told;
        told.row = row.row;
        const auto meaning = reader_.read(row);
        if (!meaning) {
            told.outcome = RowOutcome::rejected;
            told.column = meaning.error().column;
            told.reason = meaning.error().reason;
            return told;
        }
        told.says = meaning->says;
        const auto ask = ask_for(meaning->key);
        const bool again = ask.repeatable && (app_->log().engine().find_commit(ask.commit) ||
                                              !in_this_list_.insert(ask.commit).second);
        if (again)
            told.outcome = RowOutcome::unchanged;
        else
            conclude(told, ask, meaning->decide);
        return told;
    }

    /// Rows that mean the same are the same commit, whoever sends them and in whatever file.
    app::Ask ask_for(const std::string& key) const {
        app::Ask ask;
        ask.actor = ask_->actor;
        ask.asked = app_->asked_by(ask_->actor.id);
        ask.asked.how = How::imported;
        ask.commit = app_->ids().random();
        if (key.empty()) return ask;
        const auto kind = boost::describe::enum_to_string(ask_->kind, "");
        const auto route = std::string("list/") + kind + "/" + to_text(ask_->network);
        ask.commit = app_->commit_id(PersonId{}, route, key);
        ask.fingerprint = app_->fingerprint(key);
        ask.repeatable = true;
        return ask;
    }

    void conclude(ListRow& told, const app::Ask& ask, const app::Decide& decide) const {
        if (ask_->dry_run) {
            if (const auto would = app_->preview(ask, decide); !would) refused(told, would.error());
            return;
        }
        std::visit(Overloaded{
                       [](const app::Done&) {},
                       [&](const Refusal& refusal) { refused(told, refusal); },
                       [&](const app::Busy& busy) { failed(told, busy.reason); },
                       [&](const auto&) {
                           failed(told, "other changes came in between: send the list again");
                       },
                   },
                   app_->transact_and_wait(ask, decide));
    }

    static void refused(ListRow& told, const Refusal& refusal) {
        told.outcome = is_there(refusal.rule) ? RowOutcome::unchanged : RowOutcome::rejected;
        if (told.outcome == RowOutcome::rejected) told.refusal = refusal;
    }
    static void failed(ListRow& told, std::string reason) {
        told.outcome = RowOutcome::rejected;
        told.reason = std::move(reason);
    }

    app::App* app_;
    const Table* table_;
    const ListAsk* ask_;
    Columns columns_;
    RowReader reader_;
    std::set<log::CommitId> in_this_list_;
};

}  // namespace

std::expected<ListTaken, std::string> Lists::run(std::string_view file, const ListAsk& ask) {
    const std::lock_guard one(one_at_a_time_);
    TableLimits limits;
    limits.rows_max = rows_max;
    const auto table = read_table(file, limits);
    if (!table) return std::unexpected(table.error());
    const auto missing = missing_column(Columns(*table), ask.kind);
    if (!missing.empty())
        return std::unexpected("the list has no column \"" + missing +
                               "\": the first row must hold the names of the columns");
    return Run(*app_, *table, ask).all();
}

}  // namespace commonweal::exchange
