#include "server/log/log.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "server/log/listeners.hpp"
#include "server/log/log_tail.hpp"

namespace commonweal::log {
namespace {

/// What a commit weighs towards the bound of a group.
std::size_t bytes_of(const Commit& commit) {
    std::size_t bytes = 0;
    for (const auto& event : commit.events) {
        bytes += event.stream.size() + event.kind.size() + event.body.size();
        for (const auto& tag : event.tags) bytes += tag.size();
    }
    return bytes;
}

}  // namespace

struct Log::Inside {
    Inside(std::unique_ptr<Engine> with_engine, LogOptions with_options)
        : engine(std::move(with_engine)),
          options(std::move(with_options)),
          tail(*engine, options.tail_records_max) {}

    void commit_until_closed();
    bool take_group();
    void commit_group();
    std::vector<AppendResult> append_group();
    void stop(const std::string& reason);

    /// With the lock held, as the two below.
    bool has_room() const { return queue.size() < options.queue_commits_max; }
    bool takes_commits() const { return !closing && failed_because.empty(); }
    std::string why_stopped() const {
        return failed_because.empty() && closing ? "The log is closed." : failed_because;
    }

    const std::unique_ptr<Engine> engine;
    const LogOptions options;
    LogTail tail;
    const std::shared_ptr<Listeners> listeners = std::make_shared<Listeners>();

    std::mutex mutex;
    std::condition_variable work;  ///< for the committer: something waits, or it is to close
    std::condition_variable room;  ///< for append_and_wait: the queue has room again, or stopped
    struct Waiting {
        Commit commit;
        Done done;
    };
    std::deque<Waiting> queue;
    std::string failed_because;
    bool closing = false;

    // The committer's own: the group that it works on.
    std::vector<Commit> commits;
    std::vector<Done> dones;

    std::thread committer;
};

Log::Log(std::unique_ptr<Engine> engine, LogOptions options)
    : inside_(std::make_unique<Inside>(std::move(engine), std::move(options))) {
    inside_->committer = std::thread([inside = inside_.get()] { inside->commit_until_closed(); });
}

Log::~Log() {
    {
        const std::lock_guard lock(inside_->mutex);
        inside_->closing = true;
    }
    inside_->work.notify_one();
    inside_->room.notify_all();
    inside_->committer.join();
}

bool Log::append(Commit commit, Done done) {
    {
        const std::lock_guard lock(inside_->mutex);
        if (!inside_->takes_commits() || !inside_->has_room()) return false;
        inside_->queue.push_back({std::move(commit), std::move(done)});
        // Where more than one waits, the committer has been told and has not come yet.
        if (inside_->queue.size() > 1) return true;
    }
    inside_->work.notify_one();
    return true;
}

AppendResult Log::append_and_wait(Commit commit) {
    std::mutex mutex;
    std::condition_variable answered;
    std::optional<AppendResult> answer;
    {
        std::unique_lock lock(inside_->mutex);
        inside_->room.wait(lock, [&] { return !inside_->takes_commits() || inside_->has_room(); });
        if (!inside_->takes_commits()) return OutcomeUnknown{inside_->why_stopped()};
        inside_->queue.push_back({std::move(commit), [&](AppendResult result) {
                                      // Told under the lock: the waiter owns what is notified.
                                      const std::lock_guard told(mutex);
                                      answer = std::move(result);
                                      answered.notify_one();
                                  }});
    }
    inside_->work.notify_one();
    std::unique_lock lock(mutex);
    answered.wait(lock, [&] { return answer.has_value(); });
    return std::move(*answer);
}

const Engine& Log::engine() const {
    return *inside_->engine;
}

Head Log::head() const {
    return inside_->engine->head();
}

std::string Log::stopped_because() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->why_stopped();
}

std::vector<std::shared_ptr<const Record>> Log::read_commits(Position from,
                                                             std::size_t records_max) const {
    return inside_->tail.read_commits(from, records_max);
}

std::shared_ptr<void> Log::listen(Listener listener) {
    return inside_->listeners->add(std::move(listener));
}

void Log::Inside::commit_until_closed() {
    while (take_group()) commit_group();
}

/// Waits for work and takes as much as one group may hold; false: closing, and nothing is left.
bool Log::Inside::take_group() {
    std::unique_lock lock(mutex);
    work.wait(lock, [&] { return closing || !queue.empty(); });
    if (queue.empty()) return false;
    const bool was_full = !has_room();
    std::size_t bytes = 0;
    commits.clear();
    dones.clear();
    while (!queue.empty() && commits.size() < options.group_commits_max &&
           bytes < options.group_bytes_max) {
        bytes += bytes_of(queue.front().commit);
        commits.push_back(std::move(queue.front().commit));
        dones.push_back(std::move(queue.front().done));
        queue.pop_front();
    }
    if (was_full) room.notify_all();
    return true;
}

void Log::Inside::commit_group() {
    const Position before = engine->head().position;
    auto results = append_group();
    for (std::size_t at = 0; at < dones.size(); ++at) dones[at](std::move(results[at]));
    const Position after = engine->head().position;
    if (after != before) listeners->tell(after);
}

std::vector<AppendResult> Log::Inside::append_group() {
    std::string reason;
    {
        const std::lock_guard lock(mutex);
        reason = failed_because;
    }
    if (reason.empty()) {
        try {
            if (options.before_group) options.before_group();
            auto results = engine->append(commits);
            for (const auto& result : results) {
                if (const auto* unknown = std::get_if<OutcomeUnknown>(&result)) {
                    stop(unknown->reason);
                }
            }
            return results;
        } catch (const std::exception& error) {
            reason = error.what();
            stop(reason);
        }
    }
    return std::vector<AppendResult>(commits.size(), OutcomeUnknown{reason});
}

void Log::Inside::stop(const std::string& reason) {
    const std::lock_guard lock(mutex);
    failed_because = reason;
    room.notify_all();
}

}  // namespace commonweal::log
