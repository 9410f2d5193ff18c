#include "server/app/ids.hpp"

#include <algorithm>
#include <cstring>

#include "server/vault/cipher.hpp"

namespace commonweal::app {

Ids::Ids(std::optional<std::uint64_t> seed) {
    if (seed) seeded_.emplace(*seed);
}

IdBytes Ids::random() {
    IdBytes bytes;
    const std::lock_guard lock(mutex_);
    if (drawn_.size() - used_ < bytes.size()) draw();
    std::copy_n(drawn_.begin() + static_cast<std::ptrdiff_t>(used_), bytes.size(), bytes.begin());
    used_ += bytes.size();
    return bytes;
}

void Ids::draw() {
    used_ = 0;
    if (!seeded_) return vault::fill_with_random(drawn_);
    for (std::size_t at = 0; at < drawn_.size(); at += 8) {
        const std::uint64_t word = (*seeded_)();
        std::memcpy(drawn_.data() + at, &word, 8);
    }
}

IdBytes Ids::ulid(Instant now) {
    auto bytes = random();
    const auto ms = static_cast<std::uint64_t>(now.time_since_epoch().count() / 1000);
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    return bytes;
}

}  // namespace commonweal::app
