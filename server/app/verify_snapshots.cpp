#include "server/app/verify_snapshots.hpp"

#include <algorithm>
#include <future>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "server/app/past_views.hpp"
#include "server/app/routing.hpp"
#include "server/codec/state_writer.hpp"
#include "server/log/record.hpp"

namespace commonweal::app {
namespace {

constexpr std::size_t batch_events = 512;
constexpr std::size_t groups_max = 4;

/// A snapshot that was looked at; `wrong` is empty where it is what the log says.
struct Looked {
    std::string scope;
    Position position = 0;
    std::string wrong;
};
using Tell = std::function<void(Looked)>;

/// The snapshots of one scope, from the first to the last, and the views that are folded for them.
class OfScope {
  public:
    OfScope(const Snapshots& snapshots, Scope scope, std::set<Position> left)
        : snapshots_(&snapshots), scope_(std::move(scope)), left_(std::move(left)) {}

    const Scope& scope() const { return scope_; }
    bool done() const { return left_.empty(); }
    /// The next event of the scope.
    void take(Routed event, const Tell& tell) {
        const auto position = event.event.position;
        look_up_to(position - 1, tell);
        batch_.push_back(std::move(event));
        if (batch_.size() == batch_events) fold();
        look_up_to(position, tell);
    }
    /// All that are still left.
    void end(const Tell& tell) { look_up_to(~Position{0}, tell); }

  private:
    void fold() {
        fold_into(views_, scope_, batch_);
        batch_.clear();
    }
    void look_up_to(Position position, const Tell& tell) {
        for (; !left_.empty() && *left_.begin() <= position; left_.erase(left_.begin()))
            tell({scope_.name, *left_.begin(), wrong_with(*left_.begin())});
    }
    std::string wrong_with(Position position) {
        const auto kept = snapshots_->read(scope_.name, position);
        if (!kept) return "it is damaged or of another log; the server folds it anew";
        fold();
        folded_.clear();
        codec::StateWriter writer(folded_);
        views_.save(writer);
        return kept->state == folded_ ? "" : "it is not what the log says";
    }

    const Snapshots* snapshots_;
    Scope scope_;
    std::set<Position> left_;
    Views views_;
    std::vector<Routed> batch_;
    std::string folded_;  ///< here, so that its memory is used again
};

/// Some scopes, for all of which the log is read once.
class Group {
  public:
    void add(std::unique_ptr<OfScope> scope) {
        if (scope->scope().everything()) of_everything_.push_back(scope.get());
        for (const auto& tag : scope->scope().tags) of_tag_[tag].push_back(scope.get());
        scopes_.push_back(std::move(scope));
    }
    void verify(const log::Engine& engine, const Tell& tell) {
        if (scopes_.empty()) return;
        engine.scan_encoded(1, [&](Position position, std::string_view stored) {
            const auto record = log::view_record(stored);
            if (!record) throw log::DamagedRecord(position, std::string(sentence(record.error())));
            hand_out(*record, tell);
            return true;
        });
        for (const auto& scope : scopes_) scope->end(tell);
    }

  private:
    void hand_out(const log::RecordView& record, const Tell& tell) {
        auto takers = of_everything_;
        if (!of_tag_.empty()) add_by_tags(record, takers);
        std::erase_if(takers, [](const auto* scope) { return scope->done(); });
        if (takers.empty()) return;
        const auto routed = route(record);
        for (auto* const scope : takers) scope->take(routed, tell);
    }

    void add_by_tags(const log::RecordView& record, std::vector<OfScope*>& takers) const {
        for (const auto tag : record.tags)
            if (const auto found = of_tag_.find(std::string(tag)); found != of_tag_.end())
                takers.insert(takers.end(), found->second.begin(), found->second.end());
        std::ranges::sort(takers);
        takers.erase(std::ranges::unique(takers).begin(), takers.end());
    }

    std::vector<std::unique_ptr<OfScope>> scopes_;
    std::vector<OfScope*> of_everything_;
    std::unordered_map<std::string, std::vector<OfScope*>> of_tag_;
};

/// That of everything by itself, which is half of the work, and the others dealt out to the rest.
class Groups {
  public:
    Groups()
        : groups_(std::clamp<std::size_t>(std::thread::hardware_concurrency(), 2, groups_max)) {}

    void add(std::unique_ptr<OfScope> scope) {
        const auto which = scope->scope().everything() ? 0 : 1 + next_++ % (groups_.size() - 1);
        groups_[which].add(std::move(scope));
    }
    void verify(const log::Engine& engine, const Tell& tell) {
        std::vector<std::future<void>> running;
        for (auto& group : groups_)
            running.push_back(std::async(std::launch::async, [&] { group.verify(engine, tell); }));
        for (auto& one : running) one.get();
    }

  private:
    std::vector<Group> groups_;
    std::size_t next_ = 0;
};

}  // namespace

std::size_t verify_snapshots(const log::Engine& engine, const Snapshots& snapshots,
                             log::Problems& problems,
                             const std::function<void(std::size_t, std::size_t)>& progress) {
    std::size_t all = 0;
    Groups groups;
    std::vector<Looked> wrong;
    for (auto& [name, positions] : snapshots.positions()) {
        all += positions.size();
        if (auto scope = scope_named(name, engine))
            groups.add(std::make_unique<OfScope>(snapshots, *std::move(scope), positions));
        else
            wrong.push_back({name, 0, "it is of no scope that there is"});
    }
    std::mutex mutex;
    std::size_t done = 0;
    groups.verify(engine, [&](Looked looked) {
        const std::lock_guard lock(mutex);
        if (progress) progress(++done, all);
        if (!looked.wrong.empty()) wrong.push_back(std::move(looked));
    });
    std::ranges::sort(wrong, {},
                      [](const Looked& one) { return std::tie(one.scope, one.position); });
    for (auto& one : wrong)
        problems.add({"snapshot", one.position, "views/" + one.scope, std::move(one.wrong)});
    return all;
}

}  // namespace commonweal::app
