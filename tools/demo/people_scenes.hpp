#pragma once
// People who come and go in the sample's story: a lead who hands over in mid-year, one who left and
// whom nobody has followed, and somebody who acts for a head.

#include "tools/demo/plot.hpp"

namespace commonweal::demo {

class PeopleScenes {
  public:
    explicit PeopleScenes(Plot& plot) : plot_(&plot) {}

    /// The first day: who is to leave later takes up the post.
    void begin(const Cast& cast);
    /// The business manager of a school acts for its head in visits and meetings for some months.
    void name_deputy(const Cast& cast, SchoolId school);

  private:
    void hand_over(const Member& member);
    void leave(const Member& member);
    void ask_in_vain(const Member& guest, const Member& host, NetworkId network);
    Member take_up_posts(SchoolId school);
    PersonId add(const std::string& name, const std::string& email);
    std::optional<SchoolId> school_apart(NetworkId network);
    std::string name_of(SchoolId school) const;
    Stage& stage() const { return plot_->stage(); }
    app::App& app() const { return plot_->app(); }

    Plot* plot_;
};

}  // namespace commonweal::demo
