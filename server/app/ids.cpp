#include "server/app/ids.hpp"

#include "server/vault/cipher.hpp"

namespace commonweal::app {

Ids::Ids(std::optional<std::uint64_t> seed) {
    if (seed) seeded_.emplace(*seed);
}

IdBytes Ids::random() {
    IdBytes bytes;
    if (!seeded_) {
        vault::fill_with_random(bytes);
        return bytes;
    }
    const std::lock_guard lock(mutex_);
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
        const std::uint64_t word = (*seeded_)();
        std::memcpy(bytes.data() + at, &word, 8);
    }
    return bytes;
}

IdBytes Ids::ulid(Instant now) {
    auto bytes = random();
    const auto ms = static_cast<std::uint64_t>(now.time_since_epoch().count() / 1000);
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    return bytes;
}

}  // namespace commonweal::app
