#pragma once
// Two schools of the sample that became academies: for one it is confirmed what went where, for the
// other it waits for the coordinator. Links and days are the register's own.

#include "tools/demo/plot.hpp"

namespace commonweal::demo {

/// It follows another school in the story, and belongs to nothing until it does.
bool follows(SchoolId school);
/// It follows another one in the story, or is followed.
bool changes(SchoolId school);

/// Takes in the schools as they were before: the register's list knows what followed them alone.
void open_predecessors(Stage& stage);

class LineageScenes {
  public:
    explicit LineageScenes(Plot& plot) : plot_(&plot) {}

    /// The first day: the old schools belong to the network, and have a lead and a head.
    void begin(const Cast& cast);
    /// The last evening: the register tells what closed, and which school came from which.
    void end() const;

  private:
    void agree_on_partnership(const Member& one, const Member& other, NetworkId network);
    void ask_for_visit(const Member& guest, const Member& host, NetworkId network);
    void convert(const Member& host);
    void finish(VisitId id, const Member& host);
    Stage& stage() const { return plot_->stage(); }
    app::App& app() const { return plot_->app(); }

    Plot* plot_;
    PersonId coordinator_;
    Member confirmed_;
    Member waiting_;
};

}  // namespace commonweal::demo
