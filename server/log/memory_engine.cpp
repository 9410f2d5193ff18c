#include "server/log/memory_engine.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <shared_mutex>

#include "server/log/group.hpp"
#include "server/log/record.hpp"

namespace commonweal::log {
namespace {

using Index = std::map<std::string, std::vector<Position>, std::less<>>;

class MemoryEngine final : public Engine, private Before {
  public:
    std::vector<AppendResult> append(std::span<const Commit> commits) override {
        Group group(head_, *this, hasher_);
        std::vector<AppendResult> results;
        for (const auto& commit : commits) results.push_back(group.take(commit));
        {
            const std::unique_lock lock(mutex_);
            for (const auto& record : group.records())
                records_.push_back(std::make_shared<const std::string>(group.stored(record)));
        }
        tree_.append(group.leaf_hashes());
        const std::unique_lock lock(mutex_);
        for (const auto& record : group.records()) {
            streams_[std::string(group.stream_of(record))].push_back(record.position);
            for (const auto tag : group.tags(record)) {
                tags_[std::string(tag)].push_back(record.position);
            }
        }
        for (const auto& commit : group.commits()) commits_.emplace(commit.id, commit.stored);
        head_ = group.head();
        return results;
    }

    Head head() const override {
        const std::shared_lock lock(mutex_);
        return head_;
    }

    Version stream_version(std::string_view stream) const override {
        const std::shared_lock lock(mutex_);
        const auto found = streams_.find(stream);
        return found == streams_.end() ? 0 : found->second.size();
    }

    std::optional<Appended> find_commit(const CommitId& id) const override {
        const std::shared_lock lock(mutex_);
        const auto found = commits_.find(id);
        if (found == commits_.end()) return std::nullopt;
        return found->second.as_repeated();
    }

    std::optional<Fingerprint> find_fingerprint(const CommitId& id) const override {
        const std::shared_lock lock(mutex_);
        const auto found = commits_.find(id);
        if (found == commits_.end()) return std::nullopt;
        return found->second.fingerprint;
    }

    Position position_at(InstantUs instant) const override {
        Position first = 1;
        Position end = head().position + 1;
        while (first < end) {
            const Position middle = first + (end - first) / 2;
            if (record(middle).recorded_at < instant) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        return first;
    }

    void read_all(Position from, Direction direction, const Visitor& visit) const override {
        const Position last = head().position;
        if (direction == Direction::forward) {
            for (Position at = std::max<Position>(from, 1); at <= last; ++at) {
                if (!visit(record(at))) return;
            }
        } else {
            for (Position at = std::min(from, last); at > 0; --at) {
                if (!visit(record(at))) return;
            }
        }
    }

    void scan_encoded(Position from, const EncodedVisitor& visit) const override {
        const Position last = head().position;
        for (Position at = std::max<Position>(from, 1); at <= last; ++at) {
            if (!visit(at, *stored(at))) return;
        }
    }

    void read_stream(std::string_view stream, Version from, Direction direction,
                     const Visitor& visit) const override {
        const auto positions = positions_of(streams_, stream);
        // A version is its place in the list, from 1: so the version is the place to begin.
        visit_positions(positions,
                        direction == Direction::forward
                            ? std::min(std::max<Version>(from, 1) - 1, positions.size())
                            : std::min(from, positions.size()),
                        direction, visit);
    }

    void read_tag(std::string_view tag, Position from, Direction direction,
                  const Visitor& visit) const override {
        const auto positions = positions_of(tags_, tag);
        const auto begin = direction == Direction::forward
                               ? std::lower_bound(positions.begin(), positions.end(), from)
                               : std::upper_bound(positions.begin(), positions.end(), from);
        visit_positions(positions, static_cast<std::size_t>(begin - positions.begin()), direction,
                        visit);
    }

    void positions_of_tag(std::string_view tag, Position from,
                          const PositionVisitor& visit) const override {
        const auto positions = positions_of(tags_, tag);
        for (auto at = std::ranges::lower_bound(positions, from); at != positions.end(); ++at)
            if (!visit(*at)) return;
    }

    void read_at(std::span<const Position> positions, const EncodedVisitor& visit) const override {
        for (const auto position : positions)
            if (!visit(position, *stored(position))) return;
    }

    const Tree& tree() const override { return tree_; }

  private:
    // Called by append alone, which is the only writer: no lock is needed to read.
    Version version_of(std::string_view stream) override { return stream_version(stream); }
    std::optional<StoredCommit> commit_of(const CommitId& id) override {
        const auto found = commits_.find(id);
        if (found == commits_.end()) return std::nullopt;
        return found->second;
    }

    std::shared_ptr<const std::string> stored(Position position) const {
        const std::shared_lock lock(mutex_);
        return records_[position - 1];
    }

    Record record(Position position) const {
        auto decoded = decode_record(*stored(position));
        if (!decoded) throw DamagedRecord(position, std::string(sentence(decoded.error())));
        return std::move(*decoded);
    }

    std::vector<Position> positions_of(const Index& index, std::string_view name) const {
        const std::shared_lock lock(mutex_);
        const auto found = index.find(name);
        return found == index.end() ? std::vector<Position>{} : found->second;
    }

    /// Forward from the place `begin`, or back from the place before it.
    void visit_positions(const std::vector<Position>& positions, std::size_t begin,
                         Direction direction, const Visitor& visit) const {
        if (direction == Direction::forward) {
            for (std::size_t at = begin; at < positions.size(); ++at) {
                if (!visit(record(positions[at]))) return;
            }
        } else {
            for (std::size_t at = begin; at > 0; --at) {
                if (!visit(record(positions[at - 1]))) return;
            }
        }
    }

    mutable std::shared_mutex mutex_;
    Head head_;
    std::vector<std::shared_ptr<const std::string>> records_;  ///< position 1 is the first
    Index streams_;
    Index tags_;
    std::map<CommitId, StoredCommit> commits_;
    LeafHasher hasher_;
    Tree tree_{[this](Position first, std::size_t count) {
        std::vector<LeafHash> hashes;
        for (std::size_t at = 0; at < count; ++at) hashes.push_back(record(first + at).leaf_hash);
        return hashes;
    }};
};

}  // namespace

std::unique_ptr<Engine> make_memory_engine() {
    return std::make_unique<MemoryEngine>();
}

}  // namespace commonweal::log
