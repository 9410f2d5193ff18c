#include "server/log/verify_tree.hpp"

#include <algorithm>

#include "server/log/index_rows.hpp"
#include "server/log/tree.hpp"

namespace commonweal::log {
namespace {

std::string_view view_of(const LeafHash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace

TreeVerifier::TreeVerifier(const RocksStore& store, std::vector<ExpectedRoot> expected,
                           Problems& problems)
    : expected_(std::move(expected)),
      stored_(store.db->NewIterator({}, store.tree)),
      problems_(problems) {
    std::ranges::sort(expected_, {}, &ExpectedRoot::size);
    stored_->SeekToFirst();
}

void TreeVerifier::take(const LeafHash& leaf) {
    if (stopped_) return;
    frontier_.append(leaf, hasher_, [&](unsigned level, merkle::Size index, const LeafHash& hash) {
        if (level == Tree::block_level) hold_against_stored(index, hash);
    });
    hold_against_heads();
}

void TreeVerifier::hold_against_stored(merkle::Size block, const LeafHash& hash) {
    if (!stored_->Valid()) return;  // the newest blocks are not written yet
    const auto first = block * Tree::block_leaves + 1;
    if (last_number(stored_->key()) != block || stored_->value().ToStringView() != view_of(hash))
        problems_.add({"tree", first, "log/tree",
                       "The stored hash of the 256 records from position " + std::to_string(first) +
                           " on is not that of the records."});
    if (last_number(stored_->key()) <= block) stored_->Next();
}

void TreeVerifier::hold_against_heads() {
    for (; next_expected_ < expected_.size() && expected_[next_expected_].size <= frontier_.size();
         ++next_expected_) {
        const auto& expected = expected_[next_expected_];
        if (differs_ || frontier_.root(hasher_) == expected.root) continue;
        differs_ = true;
        const auto good = next_expected_ == 0 ? 0 : expected_[next_expected_ - 1].size;
        problems_.add({"changed", good + 1, expected.file,
                       "The records are not those whose head was signed at position " +
                           std::to_string(expected.size) + ": one after position " +
                           std::to_string(good) + " was changed."});
    }
}

void TreeVerifier::end() {
    if (stopped_) return;
    if (!stored_->status().ok())
        problems_.add({"unreadable", 0, "log/tree", stored_->status().ToString()});
    else if (stored_->Valid())
        problems_.add({"tree", frontier_.size() + 1, "log/tree",
                       "Hashes of more records are stored than there are."});
    if (next_expected_ == expected_.size()) return;
    const auto& newest = expected_.back();
    problems_.add({"lost", frontier_.size() + 1, newest.file,
                   "The log ends at position " + std::to_string(frontier_.size()) + ", and had " +
                       std::to_string(newest.size) + " records when its head was signed."});
}

LeafHash TreeVerifier::root() {
    return stopped_ ? LeafHash{} : frontier_.root(hasher_);
}

}  // namespace commonweal::log
