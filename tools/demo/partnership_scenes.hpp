#pragma once
// Partnerships in the sample's story: proposed, answered, lived for some months, and now and then
// paused or ended.

#include "tools/demo/plot.hpp"

namespace commonweal::demo {

class PartnershipScenes {
  public:
    explicit PartnershipScenes(Plot& plot) : plot_(&plot) {}

    /// Two schools of a group begin one; nothing happens where they have one for that purpose.
    void propose(const Group& group);
    /// One school proposes to another, and nobody answers yet.
    void leave_open(const Group& group, const Member& school, const Member& partner);

  private:
    struct Partners {
        PartnershipId id;
        Member school;
        Member partner;
    };
    /// None where the two have a partnership for that purpose.
    std::optional<Partners> ask(const Group& group, const Member& school, const Member& partner,
                                const std::string& purpose);
    void accept(const Partners& of);
    void do_something(const Partners& of);
    void go_on(const Partners& of);
    void pause(const Partners& of);
    void note_effect(const Partners& of);

    Plot* plot_;
};

}  // namespace commonweal::demo
