#include "tests/backup/installation.hpp"

#include <sodium.h>

#include <fstream>
#include <iterator>

namespace commonweal::backup::testing {

log::Commit commit(std::uint64_t number, std::size_t events) {
    log::Commit made;
    for (std::size_t at = 0; at < 8; ++at)
        made.id[15 - at] = static_cast<std::uint8_t>(number >> 8 * at);
    made.id[0] = 1;
    made.recorded_at = static_cast<log::InstantUs>(number);
    for (std::size_t event = 0; event < events; ++event) {
        std::string body(300, '\0');
        randombytes_buf(body.data(), body.size());
        made.events.push_back(
            {"s" + std::to_string(number % 7), {"t"}, "happened", 1, std::move(body)});
    }
    return made;
}

Opened::Opened(const fs::path& where)
    : data(where),
      vault(where / "vault"),
      records(where / "records"),
      log(log::open_rocks_engine(where / "log"), {}),
      heads(log, where / "log" / "HEADS", log::SigningKey::open_or_make(where / "keys" / "log.pem"),
            std::chrono::hours{1}),
      next(log.head().position + 1) {}

void Opened::grow(std::uint64_t commits) {
    for (const auto end = next + commits; next < end; ++next)
        REQUIRE(std::holds_alternative<log::Appended>(log.append_and_wait(commit(next))));
}

void Opened::fill(std::uint64_t thousands) {
    for (const auto end = next + thousands; next < end; ++next)
        REQUIRE(std::holds_alternative<log::Appended>(log.append_and_wait(commit(next, 1000))));
}

Installation::Installation() {
    fs::create_directories(data());
    opened_ = std::make_unique<Opened>(data());
    file("key", std::string(32, 'k'));
    secret_.emplace(key());
}

fs::path Installation::file(const std::string& name, const std::string& bytes) const {
    const auto path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

BackedUp Installation::back_up(std::optional<std::uint32_t> keep) {
    Order order;
    order.to = to();
    order.lock = secret_->new_lock();
    order.key = secret_->key_for(order.lock);
    order.made_at = 1'760'000'000'000'000;
    order.keep = keep;
    return backup::back_up(opened_->source(), order,
                           [](const char*, std::uint64_t, std::uint64_t) { return true; });
}

RestoreOrder Installation::restoring() const {
    RestoreOrder order;
    order.from = to();
    order.data = restored_at();
    order.secret = &*secret_;
    return order;
}

RestoredData Installation::restore(std::optional<log::BackupId> id, const fs::path& vault) const {
    auto order = restoring();
    order.id = id;
    order.vault = vault;
    fs::remove_all(restored_at().parent_path());
    return backup::restore(order, [](auto...) { return true; });
}

bool Installation::nothing_is_left() const {
    return !fs::exists(restored_at().parent_path()) || fs::is_empty(restored_at().parent_path());
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string thrown_by(const std::function<void()>& run) {
    try {
        run();
    } catch (const std::exception& e) {
        return e.what();
    }
    return {};
}

}  // namespace commonweal::backup::testing
