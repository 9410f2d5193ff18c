// Personal values: sealed before they are stored, opened only for whoever may see them.
#include <catch2/catch.hpp>

#include "server/codec/json_write.hpp"
#include "server/codec/stored.hpp"
#include "tests/codec/samples.hpp"

namespace commonweal::codec::testing {
namespace {

using access::Relation;
using access::Sees;

const IdBytes commit{1, 2, 3};

boost::json::object json_of(const auto& fact, const For& reader) {
    return to_json(fact, reader).as_object();
}

visit::Requested requested_with(const char* note) {
    auto fact = sample_of<visit::Requested>(Sample::full);
    fact.note = Personal<FreeText>::plain(note);
    return fact;
}

}  // namespace

TEST_CASE("A personal value that was not sealed cannot be stored") {
    each_event(Sample::full, [&]<class Fact>(Fact fact) {
        bool personal = false;
        each_member(fact, [&]<class Member>(auto, Member& member, auto) {
            if constexpr (is_personal<Member>) {
                member = Member::plain("typed");
                personal = true;
            }
        });
        INFO(Fact::kind);
        if (personal) CHECK_THROWS_AS(encode({}, AnyFact{fact}), std::logic_error);
        AnyFact any = fact;
        seal(any, TurningSeals{}, commit, 0);
        CHECK_NOTHROW(encode({}, any));
    });
}

TEST_CASE("Sealing seals every personal value, each for its own place") {
    AnyFact fact = person::Added{{bytes_of("someone")},
                                 Personal<PersonName>::plain("Ada"),
                                 Personal<EmailAddress>::plain("ada@school.example")};
    seal(fact, TurningSeals{}, commit, 7);
    const auto& added = std::get<person::Added>(fact);
    const auto* name = PersonalAccess::sealed(added.name);
    const auto* email = PersonalAccess::sealed(added.email);
    REQUIRE(name != nullptr);
    REQUIRE(email != nullptr);
    CHECK(name->at == SealedAt{commit, 7, 1});
    CHECK(email->at == SealedAt{commit, 7, 2});
    CHECK(name->key == bytes_of("someone"));  // the subject's
    CHECK(name->length == 3);
    CHECK(encode({}, fact).body.find("Ada") == std::string::npos);
}

TEST_CASE("A decoded sealed value knows the place where it was sealed") {
    AnyFact fact = requested_with("How you teach reading");
    seal(fact, TurningSeals{}, commit, 3);
    const auto stored = encode({}, fact);
    Attribution attribution;
    AnyFact decoded;
    decode(stored.kind, stored.schema_version, stored.body, commit, 3, attribution, decoded);
    const auto* before = PersonalAccess::sealed(std::get<visit::Requested>(fact).note);
    const auto* after = PersonalAccess::sealed(std::get<visit::Requested>(decoded).note);
    REQUIRE(after != nullptr);
    CHECK(*before == *after);
}

TEST_CASE("What binds a sealed value to its place differs for every place") {
    const auto here = bound_to({commit, 1, 2});
    CHECK(here != bound_to({commit, 2, 1}));
    CHECK(here != bound_to({commit, 0x101, 2}));
    CHECK(here != bound_to({IdBytes{9}, 1, 2}));
    CHECK(here == bound_to({commit, 1, 2}));
}

TEST_CASE("A label hides its field from those who may not see it") {
    const TurningSeals seals;
    const auto fact = requested_with("How you teach reading");
    const auto party = json_of(fact, {Sees(Relation::staff_of_host), &seals});
    CHECK_FALSE(party.contains("theme"));  // parties are also signed in, or they see nothing else
    CHECK(party.at("note") == "How you teach reading");
    const auto stranger = json_of(fact, {Sees(Relation::signed_in), &seals});
    CHECK(stranger.contains("theme"));
    CHECK_FALSE(stranger.contains("note"));
    const auto nobody = json_of(fact, {Sees::nothing(), &seals});
    CHECK(nobody.empty());
}

TEST_CASE("Every event hides its personal values from those who are only signed in") {
    const TurningSeals seals;
    each_event(Sample::full, [&]<class Fact>(const Fact& fact) {
        const auto json = json_of(fact, {Sees(Relation::signed_in), &seals});
        each_member(fact, [&](const char* name, const auto& member, auto) {
            if constexpr (is_personal<std::remove_cvref_t<decltype(member)>>) {
                INFO(Fact::kind << " " << name);
                CHECK_FALSE(json.contains(name));
            }
        });
    });
}

TEST_CASE("A sealed value is opened for whoever may see it, and only with the keys") {
    const TurningSeals seals;
    AnyFact fact = requested_with("How you teach reading");
    seal(fact, seals, commit, 0);
    const auto& requested = std::get<visit::Requested>(fact);
    CHECK(json_of(requested, {Sees::everything(), &seals}).at("note") == "How you teach reading");
    CHECK_FALSE(json_of(requested, {Sees::everything(), nullptr}).contains("note"));
}

TEST_CASE("A value whose key was forgotten is shown as erased") {
    const TurningSeals seals;
    person::Added added = sample_of<person::Added>(Sample::full);
    Sealed sealed{{0xFF}, "adA", 3, {}};
    added.name = PersonalAccess::from_sealed<PersonName>(sealed);
    const auto json = json_of(added, {Sees::everything(), &seals});
    CHECK(json.at("name") == boost::json::value{{"erased", true}});
}

TEST_CASE("What is missing or empty is not written") {
    const auto json =
        json_of(sample_of<school::Closed>(Sample::bare), {Sees::everything(), nullptr});
    CHECK_FALSE(json.contains("closed_on"));
    CHECK_FALSE(json_of(sample_of<visit::Agreed>(Sample::bare), {Sees::everything(), nullptr})
                    .contains("note"));
}

}  // namespace commonweal::codec::testing
