#pragma once
// What is to happen in the sample's story, and when: scenes in the order of their times, each of
// which may lead to others.

#include <functional>
#include <map>
#include <optional>

#include "tools/demo/cast.hpp"
#include "tools/demo/terms.hpp"
#include "tools/demo/words.hpp"

namespace commonweal::demo {

class Plot {
  public:
    using Scene = std::function<void()>;
    using Text = Personal<FreeText>;

    Plot(Stage& stage, Day last) : stage_(&stage), last_(last) {}

    /// At some minute of a day between eight and five.
    void at(Day day, Scene scene);
    /// Some days later, in term; what would lie after the last day does not happen any more.
    void later(std::size_t least, std::size_t most, Scene scene);
    /// Plays what is to happen up to the end of a day.
    void play_day(Day day);

    Stage& stage() const { return *stage_; }
    app::App& app() const { return stage_->app(); }
    Day last() const { return last_; }
    Day today() const { return app::london_day(stage_->now()); }
    static Day term_day(Day day);
    Text words(const std::vector<std::string>& some) const {
        return Text::plain(stage_->one_of(some));
    }
    /// Two members of a group; for a review not of one trust.
    std::optional<std::pair<Member, Member>> pair_of(const Group& group, bool of_different_trusts);
    /// A code of the group's network.
    std::string theme_of(const Group& group);

  private:
    static constexpr std::chrono::minutes end_of_day{23 * 60};

    Stage* stage_;
    Day last_;
    std::multimap<Instant, Scene> scenes_;
};

}  // namespace commonweal::demo
