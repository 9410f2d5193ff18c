#pragma once
// What schools and those who convene them enter beside their work with each other: when there is
// school, what cover costs, and what was given and received before the story begins.

#include "tools/demo/plot.hpp"

namespace commonweal::demo {

class SchoolScenes {
  public:
    explicit SchoolScenes(Plot& plot) : plot_(&plot) {}

    void begin(const Cast& cast);

  private:
    void publish_terms(std::uint16_t year);
    void set_inset_days(const Member& member, std::uint16_t year, std::size_t left_out);
    void carry_terms(SchoolId school, std::uint16_t year);
    void open_ledgers(const Group& group);
    void set_cover_rates();
    std::map<SchoolId, Member> members() const;
    Stage& stage() const { return plot_->stage(); }
    app::App& app() const { return plot_->app(); }

    Plot* plot_;
    const Cast* cast_ = nullptr;
};

}  // namespace commonweal::demo
