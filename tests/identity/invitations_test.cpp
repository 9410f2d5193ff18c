// One-time links by which somebody chooses a password.
#include "server/identity/invitations.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>
#include <vector>

namespace commonweal::identity::testing {
namespace {

PersonId person(std::uint8_t number) {
    PersonId made;
    made.bytes[15] = number;
    return made;
}
Invitation for_person(std::uint8_t number) {
    return {person(number), person(9), false, {}};
}
const Instant now = *parse_instant("2026-03-09T09:00:00Z");
bool yes(const Invitation&) {
    return true;
}
bool no(const Invitation&) {
    return false;
}

}  // namespace

TEST_CASE("A link is for one person, for two weeks, once") {
    records::Records records{{}};
    Invitations invitations(records);
    const auto secret = invitations.make(for_person(1), now);
    const auto found = invitations.find(secret, now);
    REQUIRE(found);
    CHECK(found->person == person(1));
    CHECK(found->by == person(9));
    CHECK_FALSE(found->by_administrator);
    CHECK(found->until == now + Invitations::holds_for);
    const auto last = now + Invitations::holds_for - std::chrono::seconds{1};
    CHECK(invitations.find(secret, last));
    CHECK_FALSE(invitations.find(secret, last + std::chrono::seconds{1}));
    CHECK_FALSE(invitations.use(secret, last + std::chrono::seconds{1}, yes));
    CHECK(invitations.use(secret, now, yes)->person == person(1));
    CHECK_FALSE(invitations.find(secret, now));
    CHECK_FALSE(invitations.use(secret, now, yes));
    CHECK_FALSE(invitations.find("something else", now));
}

TEST_CASE("A link that may not be used stays as it is") {
    records::Records records{{}};
    Invitations invitations(records);
    auto by_administrator = for_person(1);
    by_administrator.by_administrator = true;
    const auto secret = invitations.make(by_administrator, now);
    CHECK_FALSE(invitations.use(secret, now, no));
    REQUIRE(invitations.find(secret, now));
    CHECK(invitations.find(secret, now)->by_administrator);
}

TEST_CASE("A newer link takes the place of the older, and of nobody else's") {
    records::Records records{{}};
    Invitations invitations(records);
    const auto older = invitations.make(for_person(1), now);
    const auto other = invitations.make(for_person(2), now);
    const auto newer = invitations.make(for_person(1), now);
    CHECK_FALSE(invitations.find(older, now));
    CHECK_FALSE(invitations.use(older, now, yes));
    CHECK(invitations.find(newer, now));
    CHECK(invitations.find(other, now)->person == person(2));
}

TEST_CASE("Of many who use a link at once, one does") {
    records::Records records{{}};
    Invitations invitations(records);
    const auto secret = invitations.make(for_person(1), now);
    std::atomic<int> used{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            if (invitations.use(secret, now, yes)) ++used;
        });
    for (auto& thread : threads) thread.join();
    CHECK(used == 1);
}

}  // namespace commonweal::identity::testing
