#include "server/log/tree_heads.hpp"

#include <stdexcept>

namespace commonweal::log {
namespace {

InstantUs recorded_at(const Engine& engine, Position position) {
    InstantUs at = 0;
    engine.read_all(position, Direction::forward, [&](const Record& record) {
        at = record.recorded_at;
        return false;
    });
    return at;
}

bool is_as_anchored(const Engine& engine, const TreeHead& head) {
    return engine.tree().root(head.size) == head.root;
}

/// The newest anchored size up to which all is as it was; what follows it was changed.
Position last_good(const Engine& engine, const AnchoredHeads& anchored) {
    Position good = 0;
    for (const auto& [head, signature] : anchored.heads()) {
        if (!is_as_anchored(engine, head)) break;
        good = head.size;
    }
    return good;
}

}  // namespace

TreeHead tree_head(const Engine& engine, Position size) {
    return {size, engine.tree().root(size), size == 0 ? 0 : recorded_at(engine, size)};
}

TreeHead tree_head(const Engine& engine) {
    const auto head = engine.head();
    return {head.position, engine.tree().root(head.position), head.recorded_at};
}

void must_go_on_from(const Engine& engine, const AnchoredHeads& anchored) {
    if (anchored.heads().empty()) return;
    const auto& newest = anchored.heads().back().head;
    const auto last = engine.head().position;
    if (newest.size > last)
        throw std::runtime_error("Records are lost: the log ends at position " +
                                 std::to_string(last) + ", and had " + std::to_string(newest.size) +
                                 " when its head was anchored. Restore a backup; the first that is "
                                 "missing is position " +
                                 std::to_string(last + 1) + ".");
    if (is_as_anchored(engine, newest)) return;
    throw std::runtime_error(
        "Records were changed after position " + std::to_string(last_good(engine, anchored)) +
        ": the log is not the one whose head was anchored at position " +
        std::to_string(newest.size) +
        ". Run commonweal verify, which names the place, and restore a backup.");
}

TreeHeads::TreeHeads(const Log& log, const std::filesystem::path& file, SigningKey key,
                     std::chrono::milliseconds interval)
    : log_(log), key_(std::move(key)), interval_(interval), file_(file, key_.public_key()) {
    must_go_on_from(log_.engine(), file_);
    if (!file_.heads().empty()) anchored_ = file_.heads().back().head.size;
    newest_ = sign(tree_head(log_.engine()), key_);
    thread_ = std::thread([this] { anchor_until_closed(); });
}

TreeHeads::~TreeHeads() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    closing_changed_.notify_all();
    thread_.join();
}

SignedHead TreeHeads::newest() const {
    const auto head = tree_head(log_.engine());
    {
        const std::lock_guard lock(mutex_);
        if (newest_.head == head) return newest_;
    }
    const auto made = sign(head, key_);
    const std::lock_guard lock(mutex_);
    if (made.head.size > newest_.head.size) newest_ = made;
    return made;
}

Position TreeHeads::anchored() const {
    const std::lock_guard lock(mutex_);
    return anchored_;
}

std::string TreeHeads::failed_because() const {
    const std::lock_guard lock(mutex_);
    return failed_because_;
}

void TreeHeads::anchor_until_closed() {
    std::unique_lock lock(mutex_);
    for (bool last = false; !last;) {
        last = closing_changed_.wait_for(lock, interval_, [&] { return closing_; });
        lock.unlock();
        anchor();
        lock.lock();
    }
}

void TreeHeads::anchor() {
    std::string failure;
    Position size = 0;
    try {
        const auto head = newest();
        size = head.head.size;
        if (size == anchored()) return;
        file_.add(head);
    } catch (const std::exception& error) {
        failure = error.what();
    }
    const std::lock_guard lock(mutex_);
    if (failure.empty()) anchored_ = size;
    failed_because_ = failure;
}

}  // namespace commonweal::log
