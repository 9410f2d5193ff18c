// How many backups of the log are kept.

#include "tests/backup/installation.hpp"

using Catch::Matchers::Contains;
using Catch::Matchers::Equals;

namespace commonweal::backup::testing {

TEST_CASE("Older backups of the log go where so many are not kept; those kept restore") {
    Installation here;
    std::vector<BackedUp> made;
    for (int round = 0; round < 4; ++round) {
        here.open().grow(100);
        made.push_back(here.back_up());
    }
    CHECK(made.back().removed == 0);
    const auto ids = [&] { return log::LogBackups(logs_in(here.to())).ids(); };
    using Ids = std::vector<log::BackupId>;
    CHECK(ids() == Ids{1, 2, 3, 4});
    here.open().grow(100);
    made.push_back(here.back_up(2));
    CHECK(made.back().removed == 3);
    CHECK(ids() == Ids{4, 5});
    for (const auto id : {4U, 5U}) CHECK(here.restore(id).head == made[id - 1].head.head);
    CHECK_THAT(thrown_by([&] { here.restore(3); }),
               Contains("There is no backup 3") && Contains("only 4, 5"));
    CHECK_FALSE(fs::exists(log::list_of_backup(logs_in(here.to()), 3)));
    CHECK_FALSE(fs::exists(logs_in(here.to()) / "private" / "3"));
    CHECK(here.back_up(7).removed == 0);
    CHECK(here.back_up(1).removed == 3);
    CHECK(ids() == Ids{7});
    CHECK(here.restore().head == here.open().head());
    CHECK_THAT(thrown_by([&] { here.back_up(0); }), Contains("At least one backup"));
    CHECK(ids() == Ids{7});
}

TEST_CASE("A backup that comes to nothing costs none of those before it") {
    Installation here;
    here.open().fill(3);
    for (int round = 0; round < 2; ++round) here.back_up();
    here.open().fill(20);
    Order order;
    order.to = here.to();
    order.lock.kind = SecretKind::key_file;
    order.keep = 1;
    const std::string at = GENERATE("Copying the log", "Copying the vault");
    const auto break_off = [&](const char* doing, auto, auto) { return doing != at; };
    CHECK_THAT(thrown_by([&] { back_up(here.open().source(), order, break_off); }), !Equals(""));
    CHECK(read_manifest(here.to())->logs.size() == 2);
    CHECK_NOTHROW(here.restore(1));
}

}  // namespace commonweal::backup::testing
