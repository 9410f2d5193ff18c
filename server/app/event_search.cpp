#include "server/app/event_search.hpp"

#include <algorithm>

#include "domain/core/among.hpp"

namespace commonweal::app {
namespace {

class Search {
  public:
    Search(const log::Engine& engine, const Wanted& wanted) : engine_(engine), wanted_(wanted) {
        at_ = forward() ? std::max<log::Position>(wanted.first, 1)
                        : std::min(wanted.last, engine.head().position);
    }

    log::Position run(std::size_t looked_at_max, const log::Visitor& visit) {
        for (std::size_t looked_at = 0; within(at_); ++looked_at) {
            if (looked_at == looked_at_max) return at_;
            const auto next = next_with(tag_);
            if (!next || !within(next->position)) return 0;
            at_ = next->position;
            if (const auto missing = missing_of(*next); missing < wanted_.tags.size()) {
                tag_ = missing;  // whoever lacks it says where to look on
            } else {
                if (!visit(*next)) return 0;
                step();
            }
        }
        return 0;
    }

  private:
    bool forward() const { return wanted_.direction == log::Direction::forward; }
    bool within(log::Position position) const {
        return position >= std::max<log::Position>(wanted_.first, 1) && position <= wanted_.last &&
               position <= engine_.head().position;
    }
    void step() { at_ += forward() ? 1 : -1; }

    /// The first from where it is, in the direction.
    std::optional<log::Record> next_with(std::size_t tag) const {
        std::optional<log::Record> found;
        const auto take = [&](const log::Record& record) {
            found = record;
            return false;
        };
        if (wanted_.tags.empty())
            engine_.read_all(at_, wanted_.direction, take);
        else
            engine_.read_tag(wanted_.tags[tag], at_, wanted_.direction, take);
        return found;
    }
    /// The first of the wanted tags that a record does not bear; their number where it bears all.
    std::size_t missing_of(const log::Record& record) const {
        std::size_t tag = 0;
        while (tag < wanted_.tags.size() && among(record.tags, wanted_.tags[tag])) ++tag;
        return tag;
    }

    const log::Engine& engine_;
    const Wanted& wanted_;
    log::Position at_ = 0;
    std::size_t tag_ = 0;
};

}  // namespace

log::Position read_wanted(const log::Engine& engine, const Wanted& wanted,
                          std::size_t looked_at_max, const log::Visitor& visit) {
    return Search(engine, wanted).run(looked_at_max, visit);
}

}  // namespace commonweal::app
