#pragma once
// Visits in the sample's story: asked for, answered, prepared, moved now and then, held, reflected
// on, returned, and what was taken over from them.

#include "tools/demo/plot.hpp"

namespace commonweal::demo {

class VisitScenes {
  public:
    explicit VisitScenes(Plot& plot) : plot_(&plot) {}

    /// A school of a group asks another.
    void ask(const Group& group);

  private:
    void ask(const visit::Request& request, const Member& guest, const Member& host);
    void agree(VisitId id, const Member& guest, const Member& host);
    void prepare(VisitId id, const Member& guest, const Member& host);
    void go_on(VisitId id, Day day, const Member& guest, const Member& host);
    void hold(VisitId id, Day day, const Member& guest, const Member& host);
    void return_visit(VisitId id, const Member& guest, const Member& host);
    void take_over(VisitId id, const Member& guest);
    void reflect(VisitId id, visit::Side side, const Member& member);

    Plot* plot_;
};

}  // namespace commonweal::demo
