#include "server/app/verify_snapshots.hpp"

#include "server/app/feed.hpp"
#include "server/app/past_views.hpp"
#include "server/codec/state_writer.hpp"

namespace commonweal::app {
namespace {

/// Goes through the snapshots of one scope, from the first to the last.
class OfScope {
  public:
    OfScope(const log::Engine& engine, const Snapshots& snapshots, const Scope& scope)
        : engine_(engine), snapshots_(snapshots), scope_(scope) {}

    /// What is wrong with the snapshot; empty: nothing.
    std::string verify(Position position) {
        fold_to(position);
        const auto kept = snapshots_.read(scope_.name, position);
        if (!kept) return "it is damaged or of another log; the server folds it anew";
        std::string folded;
        codec::StateWriter writer(folded);
        views_.save(writer);
        return kept->state == folded ? "" : "it is not what the log says";
    }

  private:
    void fold_to(Position position) {
        feed(engine_, scope_.tags, folded_ + 1, position,
             [this](std::vector<Routed>& events) { fold_into(views_, scope_, events); });
        folded_ = position;
    }

    const log::Engine& engine_;
    const Snapshots& snapshots_;
    const Scope& scope_;
    Views views_;
    Position folded_ = 0;
};

}  // namespace

std::size_t verify_snapshots(const log::Engine& engine, const Snapshots& snapshots,
                             log::Problems& problems,
                             const std::function<void(std::size_t, std::size_t)>& progress) {
    const auto kept = snapshots.positions();
    std::size_t all = 0;
    for (const auto& [name, positions] : kept) all += positions.size();
    std::size_t done = 0;
    for (const auto& [name, positions] : kept) {
        const auto scope = scope_named(name, engine);
        if (!scope) {
            problems.add({"snapshot", 0, "views/" + name, "it is of no scope that there is"});
            continue;
        }
        OfScope of_scope(engine, snapshots, *scope);
        for (const auto position : positions) {
            if (auto wrong = of_scope.verify(position); !wrong.empty())
                problems.add({"snapshot", position, "views/" + name, std::move(wrong)});
            if (progress) progress(++done, all);
        }
    }
    return all;
}

}  // namespace commonweal::app
