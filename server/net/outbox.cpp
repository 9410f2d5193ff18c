#include "server/net/outbox.hpp"

#include <algorithm>

namespace commonweal::net {
namespace {

constexpr std::size_t kept_items_max = 8;  // room kept by an outbox that is empty

}  // namespace

bool Outbox::has_room(std::size_t payload_bytes, std::size_t bytes_max,
                      std::size_t messages_max) const {
    if (is_empty()) return true;
    return messages() < messages_max && bytes_ < bytes_max && payload_bytes <= bytes_max - bytes_;
}

void Outbox::push(Opcode opcode, SharedText payload) {
    const FrameHead head(opcode, payload->size());
    items_.push_back({opcode, head, std::move(payload)});
    bytes_ += items_.back().size();
}

void Outbox::push_ahead(Opcode opcode, SharedText payload) {
    const auto begun = first_sent_ > 0 ? 1U : 0U;
    const auto place = items_.begin() + static_cast<std::ptrdiff_t>(first_ + begun);
    const auto same =
        std::find_if(place, items_.end(), [&](const Item& item) { return item.opcode == opcode; });
    Item item{opcode, FrameHead(opcode, payload->size()), std::move(payload)};
    bytes_ += item.size();
    if (same != items_.end()) {
        bytes_ -= same->size();
        *same = std::move(item);
    } else {
        items_.insert(place, std::move(item));
    }
}

std::size_t Outbox::gather(std::span<iovec> pieces) const {
    std::size_t count = 0;
    std::size_t skip = first_sent_;
    const auto add = [&](const char* bytes, std::size_t size) {
        const auto skipped = std::min(skip, size);
        skip -= skipped;
        if (skipped < size) pieces[count++] = {const_cast<char*>(bytes) + skipped, size - skipped};
    };
    for (std::size_t i = first_; i < items_.size() && count + 2 <= pieces.size(); ++i) {
        add(items_[i].head.bytes.data(), items_[i].head.size);
        add(items_[i].payload->data(), items_[i].payload->size());
    }
    return count;
}

void Outbox::sent(std::size_t bytes) {
    bytes_ -= bytes;
    first_sent_ += bytes;
    while (first_ < items_.size() && first_sent_ >= items_[first_].size()) {
        first_sent_ -= items_[first_].size();
        items_[first_].payload = nullptr;
        ++first_;
    }
    forget_sent();
}

void Outbox::forget_sent() {
    if (is_empty()) {
        items_.clear();
        first_ = 0;
        if (items_.capacity() > kept_items_max) items_.shrink_to_fit();
    } else if (first_ > items_.size() / 2) {
        items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
    }
}

void Outbox::clear() {
    *this = Outbox();
}

}  // namespace commonweal::net
