#include "server/live/topic.hpp"

#include <algorithm>

namespace commonweal::live {

void Topic::add(Position position, app::AnyChange change) {
    if (waiting_) {
        merge(waiting_->change, std::move(change));
        waiting_->position = position;
    } else {
        waiting_ = Past{position, position, std::move(change)};
    }
}

void Topic::snapshot_given(Position position) {
    if (position > head_ && std::ranges::find(given_, position) == given_.end())
        given_.push_back(position);
}

bool Topic::must_send_before(Position position) const {
    return waiting_ && std::ranges::any_of(given_, [&](Position given) {
               return waiting_->position <= given && given < position;
           });
}

Topic::Sent Topic::take() {
    auto past = *std::move(waiting_);
    waiting_.reset();
    head_ = past.position;
    std::erase_if(given_, [this](Position given) { return given <= head_; });
    Sent sent{delta_message(key_, past.position, past.change), past.position};
    past_.push_back(std::move(past));
    if (past_.size() > past_max) {
        since_ = past_.front().position;
        past_.pop_front();
    }
    return sent;
}

Message Topic::changes_since(Position from) const {
    if (from < since_ || from > head_) return nullptr;
    std::optional<app::AnyChange> all;
    for (const auto& past : past_) {
        if (past.position <= from) continue;
        if (past.first <= from) return nullptr;  // a part of it is known to whoever asks
        if (all)
            merge(*all, past.change);
        else
            all = past.change;
    }
    return all ? delta_message(key_, head_, *all) : unchanged_message(key_, head_);
}

}  // namespace commonweal::live
