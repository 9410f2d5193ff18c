// Secrets that are carried, and how long a session holds.
#include <catch2/catch.hpp>
#include <set>

#include "server/identity/secrets.hpp"
#include "server/identity/sessions.hpp"

namespace commonweal::identity::testing {
namespace {

using namespace std::chrono_literals;

const Instant start = *parse_instant("2026-03-09T09:00:00Z");
const PersonId ada{{1, 2, 3}};

}  // namespace

TEST_CASE("Secrets are long, never the same, and kept only as their hash") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(new_secret());
    CHECK(seen.size() == 1000);
    CHECK(seen.begin()->size() == 43);  // 32 bytes in base 64
    CHECK(hash_of("a").size() == 32);
    CHECK(hash_of("a") == hash_of("a"));
    CHECK(hash_of("a") != hash_of("b"));
    CHECK(derived_from("secret", "csrf") != derived_from("secret", "other"));
    CHECK(derived_from("secret", "csrf") != derived_from("secreu", "csrf"));
    CHECK(same("abc", "abc"));
    CHECK_FALSE(same("abc", "abd"));
    CHECK_FALSE(same("abc", "ab"));
    CHECK_FALSE(same("", "a"));
}

TEST_CASE("A session is its bearer's until it ends") {
    records::Records records{std::filesystem::path()};
    Sessions sessions(records);
    const auto cookie = sessions.begin(ada, start);
    CHECK(sessions.find(cookie, start) == ada);
    CHECK_FALSE(sessions.find(cookie + "x", start));
    CHECK_FALSE(sessions.find("", start));
    sessions.end(cookie);
    CHECK_FALSE(sessions.find(cookie, start));
    sessions.end(cookie);
}

TEST_CASE("A session ends after twelve hours without use, and after thirty days in any case") {
    records::Records records{std::filesystem::path()};
    Sessions sessions(records);
    const auto idle = sessions.begin(ada, start);
    CHECK(sessions.find(idle, start + 12h));
    CHECK_FALSE(sessions.find(idle, start + 24h + 1min));
    CHECK_FALSE(sessions.find(idle, start + 12h));  // once ended it stays ended
    const auto used = sessions.begin(ada, start);
    auto now = start;
    while (now <= start + Sessions::age_max) {
        REQUIRE(sessions.find(used, now));
        now += 6h;
    }
    CHECK_FALSE(sessions.find(used, now));
}

TEST_CASE("Sessions and tokens hold over a restart; one is not the other") {
    records::Records records{std::filesystem::path()};
    std::string cookie, token;
    {
        Sessions sessions(records);
        cookie = sessions.begin(ada, start);
        token = sessions.make_token(ada, start);
    }
    Sessions sessions(records);
    CHECK(sessions.find(cookie, start + 1h) == ada);
    CHECK(sessions.find_token(token, start + 24h * 365) == ada);
    CHECK_FALSE(sessions.find(token, start));
    CHECK_FALSE(sessions.find_token(cookie, start));
    CHECK(token.starts_with("cwt_"));
}

TEST_CASE("What is kept does not hold the secret itself") {
    records::Records records{std::filesystem::path()};
    Sessions sessions(records);
    const auto cookie = sessions.begin(ada, start);
    int rows = 0;
    records.each("session", [&](std::string_view key, std::string_view row) {
        ++rows;
        CHECK(key.find(cookie) == std::string_view::npos);
        CHECK(row.find(cookie) == std::string_view::npos);
        return true;
    });
    CHECK(rows == 1);
}

}  // namespace commonweal::identity::testing
