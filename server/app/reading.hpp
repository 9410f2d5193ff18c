#pragma once
// What a read sees of the views: the live ones, or those of the past, of which each part is folded
// when it is first asked for.
//
// Threads: used by one read, on one thread.

#include "server/app/past_views.hpp"

namespace commonweal::app {

class Reading {
  public:
    /// Within Views::read().
    explicit Reading(const Views& live) : register_(&live), things_(&live) {}
    /// As of a position: of what goes on, that alone which the read is about.
    Reading(const PastViews& past, Position at, const About& about)
        : past_(&past), at_(at), scope_(past.scope(about, at)) {}

    const view::Directory& directory() const { return of_register().directory(); }
    const view::People& people() const { return of_register().people(); }
    const view::Ledger& ledger() const { return of_register().ledger(); }
    const view::Diary& diary() const { return of_things().diary(); }
    const view::Tasks& tasks() const { return of_things().tasks(); }
    std::optional<Snapshot> snapshot(const TopicKey& topic) const {
        return of_things().snapshot(topic);
    }

  private:
    const Views& of_register() const {
        if (register_ == nullptr) {
            folded_register_ =
                past_->at(at_, scope_.everything() ? scope_ : past_->scope(TheRegister{}, at_));
            register_ = folded_register_.get();
        }
        return *register_;
    }
    const Views& of_things() const {
        if (things_ == nullptr) {
            folded_things_ = past_->at(at_, scope_);
            things_ = folded_things_.get();
        }
        return *things_;
    }

    const PastViews* past_ = nullptr;
    Position at_ = 0;
    Scope scope_;
    mutable const Views* register_ = nullptr;
    mutable const Views* things_ = nullptr;
    mutable std::shared_ptr<const Views> folded_register_;
    mutable std::shared_ptr<const Views> folded_things_;
};

}  // namespace commonweal::app
