// What is personal is sealed before it is written, and opens only at its place and with its key.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "server/codec/json_write.hpp"
#include "tests/app/world.hpp"

namespace commonweal::app::testing {
namespace {

const SealedAt here{{1, 2, 3}, 4, 5};

std::string contents_of(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        all += entry.path().filename().string() + '\n';
        if (!entry.is_regular_file()) continue;
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        all += bytes.str();
    }
    return all;
}

}  // namespace

TEST_CASE("A sealed value opens at its place with its key, and nowhere else") {
    vault::Vault vault{std::filesystem::path()};
    const VaultSeals seals(vault);
    const auto sealed = seals.seal(KeyScope::own, {}, "How you teach reading", here);
    CHECK(seals.open(sealed) == "How you teach reading");
    CHECK(sealed.length == 21);
    const auto changed = [&](auto change) {
        auto other = sealed;
        change(other);
        return other;
    };
    CHECK_THROWS(seals.open(changed([](Sealed& s) { s.at.commit[0] ^= 1; })));
    CHECK_THROWS(seals.open(changed([](Sealed& s) { s.at.event = 5; })));
    CHECK_THROWS(seals.open(changed([](Sealed& s) { s.at.field = 4; })));
    CHECK_THROWS(seals.open(changed([](Sealed& s) { s.length = 20; })));
    CHECK_THROWS(seals.open(changed([](Sealed& s) { s.length = 0xFFFFFFFF; })));
    CHECK_THROWS(seals.open(changed([](Sealed& s) { s.bytes.clear(); })));
    for (std::size_t i = 0; i < sealed.bytes.size(); ++i)
        CHECK_THROWS(seals.open(
            changed([&](Sealed& s) { s.bytes[i] = static_cast<char>(s.bytes[i] ^ 1); })));
    const auto another = seals.seal(KeyScope::own, {}, "Another text", here);
    CHECK_THROWS(seals.open(changed([&](Sealed& s) { s.key = another.key; })));
    CHECK(seals.open(changed([](Sealed& s) { s.key = {9, 9}; })) == std::nullopt);
}

TEST_CASE("Each text has a key of its own, each person one") {
    vault::Vault vault{std::filesystem::path()};
    const VaultSeals seals(vault);
    const PersonId ada{{1}}, ben{{2}};
    const auto key = [&](KeyScope scope, PersonId who) {
        return seals.seal(scope, who, "same words", here).key;
    };
    CHECK(key(KeyScope::own, ada) != key(KeyScope::own, ada));
    CHECK(key(KeyScope::subject, ada) == key(KeyScope::subject, ada));
    CHECK(key(KeyScope::subject, ada) != key(KeyScope::subject, ben));
    // The same words are never the same bytes.
    CHECK(seals.seal(KeyScope::subject, ada, "same words", here).bytes !=
          seals.seal(KeyScope::subject, ada, "same words", here).bytes);
}

TEST_CASE("Nothing personal is in any file of the data directory") {
    World world(On::rocks);
    const auto id = world.requested("How you teach reading to newcomers");
    world.done(world.ask(world.lead_of_ashton),
               visit_command(id, visit::Agree{Personal<FreeText>::plain("Ask for Mrs Quimby")}));
    world.close();
    const auto all = contents_of(world.folder());
    // The scan sees what is there: names of schools and of kinds are not secret.
    CHECK(all.find("Ashton Park School") != std::string::npos);
    CHECK(all.find("visit-agreed") != std::string::npos);
    for (const char* personal :
         {"How you teach", "newcomers", "Quimby", "Ada Ashton", "Ada.Ashton@school.example",
          "ada.ashton@school.example", "school.example"}) {
        INFO(personal);
        CHECK(all.find(personal) == std::string::npos);
    }
}

TEST_CASE("A note is opened for whoever has the keys of the installation") {
    World world;
    const auto id = world.requested("How you teach reading");
    const auto visit = world.app().load<Visit>(id);
    const codec::For all{access::Sees::everything(), &world.app().seals()};
    CHECK(codec::to_json(visit->note, all) == "How you teach reading");
}

TEST_CASE("A person's values are sealed under the key of that person") {
    World world;
    const auto person = world.app().load<Person>(world.lead_of_ashton);
    const auto* name = PersonalAccess::sealed(person->name);
    const auto* email = PersonalAccess::sealed(person->email);
    REQUIRE(name != nullptr);
    REQUIRE(email != nullptr);
    CHECK(name->key == email->key);
    const auto other = world.app().load<Person>(world.lead_of_barton);
    CHECK(PersonalAccess::sealed(other->name)->key != name->key);
}

}  // namespace commonweal::app::testing
