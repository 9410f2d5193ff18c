#pragma once
// Meetings of clusters in the sample's story: proposed by the school whose turn it is, answered,
// settled, held, and now and then moved or corrected.

#include "tools/demo/plot.hpp"

namespace commonweal::demo {

class MeetingScenes {
  public:
    explicit MeetingScenes(Plot& plot) : plot_(&plot) {}

    /// The next school in turn proposes one; nothing happens while one of the cluster is open.
    void propose(const Group& group);

  private:
    struct Planned {
        MeetingId id;
        const Group* group = nullptr;
        Member host;
    };
    Member next_host(const Group& group);
    std::vector<Day> some_days();
    void ask_schools(const Planned& of);
    void answer(const Planned& of, const Member& member);
    void settle(const Planned& of);
    void reply(const Planned& of, const Member& member);
    void hold(const Planned& of, Day day);
    void correct(const Planned& of);

    Plot* plot_;
    std::map<ClusterId, MeetingId> newest_;
    std::map<ClusterId, std::size_t> turns_;
};

}  // namespace commonweal::demo
