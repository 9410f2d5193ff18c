// An account may write so often, and no oftener; others are not held up by it.
#include "server/api/write_limit.hpp"

#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"
#include "tests/domain/words.hpp"

namespace commonweal::api::testing {
namespace {

using commonweal::testing::numbered;
using namespace std::chrono_literals;

const Instant noon = *parse_instant("2026-03-09T12:00:00Z");
const PersonId first = numbered<PersonId>(1), second = numbered<PersonId>(2);

int taken(WriteLimit& limit, PersonId account, Instant now, int of) {
    int count = 0;
    for (int i = 0; i < of; ++i) count += limit.take(account, now) ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("So many writes may come at once, and then as many a second") {
    WriteLimit limit(10);
    CHECK(taken(limit, first, noon, 20) == 10);
    CHECK(taken(limit, second, noon, 20) == 10);
    CHECK(taken(limit, first, noon + 500ms, 20) == 5);
    CHECK(taken(limit, first, noon + 10s, 20) == 10);
    CHECK(taken(limit, first, noon, 20) == 0);  // the clock was set back
}

TEST_CASE("Without a limit there is none") {
    WriteLimit limit(0);
    CHECK(taken(limit, first, noon, 5000) == 5000);
}

TEST_CASE("However many accounts write, those who do are still counted, and few are remembered") {
    WriteLimit limit(2);
    CHECK(taken(limit, first, noon, 1) == 1);
    for (std::uint32_t i = 10; i < 10 + 2 * WriteLimit::accounts_max; ++i)
        CHECK(limit.take(numbered<PersonId>(i), noon + std::chrono::seconds{i}));
    CHECK(taken(limit, second, noon + 40000s, 5) == 2);
}

TEST_CASE("Whoever writes too often is told so, and may read, and write again later") {
    ProgramOptions options;
    options.writes_a_second = 3;
    Served served(std::move(options));
    const auto ben = served.as(served.ben);
    const auto write = [&](const Caller& who, const char* guest) {
        return who.post("/api/v1/visits",
                        {{"guest", guest}, {"host", Served::ashton}, {"theme", "equity"}});
    };
    for (int i = 0; i < 3; ++i) CHECK(write(ben, Served::barton).status == 201);
    const auto refused = write(ben, Served::barton);
    CHECK(refused.status == 429);
    CHECK(refused.problem() == "too-many-writes");
    CHECK(refused.header("Retry-After") == "1");
    CHECK(ben.get("/api/v1/visits").status == 200);
    CHECK(write(served.as(served.cleo), Served::clifton).status == 201);
    served.clock().set(*parse_instant("2026-03-09T09:00:01Z"));
    CHECK(write(served.as(served.ben), Served::barton).status == 201);
}

}  // namespace commonweal::api::testing
