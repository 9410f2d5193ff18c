// Signing in with e-mail and password.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <catch2/catch.hpp>

#include "server/identity/accounts.hpp"
#include "tests/app/world.hpp"

namespace commonweal::identity::testing {
namespace {

using app::testing::World;

SignInResult sign_in(Accounts& accounts, std::string email, std::string password) {
    boost::asio::io_context io;
    auto future = boost::asio::co_spawn(io, accounts.sign_in(std::move(email), std::move(password)),
                                        boost::asio::use_future);
    io.run();
    return future.get();
}

constexpr const char* ada = "Ada.Ashton@school.example";

}  // namespace

TEST_CASE("E-mail and password together sign somebody in, and nothing else does") {
    World world;
    records::Records records{std::filesystem::path()};
    Accounts accounts(world.app(), records);
    accounts.passwords().set(world.lead_of_ashton, "correct horse");
    const auto result = sign_in(accounts, ada, "correct horse");
    REQUIRE(std::holds_alternative<SignedIn>(result));
    CHECK(std::get<SignedIn>(result).person == world.lead_of_ashton);
    CHECK(accounts.sessions().find(std::get<SignedIn>(result).cookie, world.clock().now()) ==
          world.lead_of_ashton);
    // An address is the same in small letters and in large.
    CHECK(std::holds_alternative<SignedIn>(
        sign_in(accounts, "ADA.ashton@SCHOOL.example", "correct horse")));
    const auto wrong = [&](const char* email, const char* password) {
        return std::holds_alternative<WrongSignIn>(sign_in(accounts, email, password));
    };
    CHECK(wrong(ada, "Correct horse"));
    CHECK(wrong(ada, ""));
    CHECK(wrong("nobody@school.example", "correct horse"));
    CHECK(wrong("", ""));
    CHECK(wrong("Ben.Barton@school.example", "correct horse"));  // has no password
}

TEST_CASE("A new password takes the old one's place; the hash is not the password") {
    World world;
    records::Records records{std::filesystem::path()};
    Accounts accounts(world.app(), records);
    accounts.passwords().set(world.lead_of_ashton, "the first one");
    accounts.passwords().set(world.lead_of_ashton, "the second one");
    CHECK(std::holds_alternative<WrongSignIn>(sign_in(accounts, ada, "the first one")));
    CHECK(std::holds_alternative<SignedIn>(sign_in(accounts, ada, "the second one")));
    records.each("password", [&](std::string_view, std::string_view row) {
        CHECK(row.find("second") == std::string_view::npos);
        CHECK(row.starts_with("$argon2id$"));
        return true;
    });
}

TEST_CASE("Too many attempts for one address have to wait, and others do not") {
    World world;
    records::Records records{std::filesystem::path()};
    Accounts accounts(world.app(), records);
    accounts.passwords().set(world.lead_of_ashton, "correct horse");
    accounts.passwords().set(world.lead_of_barton, "battery staple");
    for (int i = 0; i < 10; ++i)
        CHECK(std::holds_alternative<WrongSignIn>(sign_in(accounts, ada, "a guess at it")));
    CHECK(std::holds_alternative<TryLater>(sign_in(accounts, ada, "correct horse")));
    CHECK(std::holds_alternative<SignedIn>(
        sign_in(accounts, "Ben.Barton@school.example", "battery staple")));
    world.clock().set(world.clock().now() + std::chrono::minutes(6));
    CHECK(std::holds_alternative<SignedIn>(sign_in(accounts, ada, "correct horse")));
}

TEST_CASE("The CSRF token follows from the cookie and does not give it away") {
    CHECK(Accounts::csrf_token("a") == Accounts::csrf_token("a"));
    CHECK(Accounts::csrf_token("a") != Accounts::csrf_token("b"));
    CHECK(Accounts::csrf_token("secret").find("secret") == std::string::npos);
}

}  // namespace commonweal::identity::testing
