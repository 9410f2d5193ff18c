// Personal values, labels beside fields, and the small sorted set.

#include "domain/core/personal.hpp"

#include "domain/catalogue.hpp"
#include "domain/core/sorted.hpp"
#include "server/codec/personal.hpp"
#include "tests/domain/words.hpp"

using namespace commonweal;
using namespace commonweal::testing;

TEST_CASE("a personal value tells whether it is empty and how long it is") {
    CHECK(words("").empty());
    CHECK(Personal<FreeText>{}.empty());
    CHECK(Personal<FreeText>{}.length() == 0);
    CHECK_FALSE(words("kind").empty());
    CHECK(words("kind").length() == 4);
    CHECK(words("caf\xC3\xA9").length() == 5);
}

TEST_CASE("a sealed value is as long as its plain text was") {
    Sealed sealed;
    sealed.bytes = "something much longer than what was said";
    sealed.length = FreeText::length_max + 1;
    const auto value = PersonalAccess::from_sealed<FreeText>(sealed);
    CHECK_FALSE(value.empty());
    CHECK(value.too_long());
}

TEST_CASE("each kind of personal value has its own bound") {
    CHECK_FALSE(words(std::string(4000, 'x')).too_long());
    CHECK(too_many_words().too_long());
    CHECK_FALSE(Personal<PersonName>::plain(std::string(200, 'x')).too_long());
    CHECK(Personal<PersonName>::plain(std::string(201, 'x')).too_long());
    CHECK_FALSE(Personal<EmailAddress>::plain(std::string(254, 'x')).too_long());
    CHECK(Personal<EmailAddress>::plain(std::string(255, 'x')).too_long());
}

TEST_CASE("names and addresses lie under the person's key, each text under its own") {
    CHECK(PersonName::scope == KeyScope::subject);
    CHECK(EmailAddress::scope == KeyScope::subject);
    CHECK(FreeText::scope == KeyScope::own);
}

namespace {

struct Whole {
    int a = 0, b = 0;
    static constexpr std::array fields{Field{"a"}, Field{"b"}};
};
BOOST_DESCRIBE_STRUCT(Whole, (), (a, b))
struct Forgotten {
    int a = 0, b = 0;
    static constexpr std::array fields{Field{"a"}};
};
BOOST_DESCRIBE_STRUCT(Forgotten, (), (a, b))
struct Swapped {
    int a = 0, b = 0;
    static constexpr std::array fields{Field{"b"}, Field{"a"}};
};
BOOST_DESCRIBE_STRUCT(Swapped, (), (a, b))

}  // namespace

TEST_CASE("labels name every field, in order") {
    CHECK(fields_are_labelled<Whole>());
    CHECK_FALSE(fields_are_labelled<Forgotten>());
    CHECK_FALSE(fields_are_labelled<Swapped>());
}

TEST_CASE("every event has a name of its own, and a sentence that says what it means") {
    std::vector<std::string_view> kinds;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>(
        [&](auto type) {
            using E = typename decltype(type)::type;
            INFO(E::kind);
            CHECK_FALSE(contains(kinds, E::kind));
            insert(kinds, E::kind);
            CHECK(E::meaning.ends_with('.'));
            CHECK(E::schema_version >= 1);
        });
    CHECK(kinds.size() == boost::mp11::mp_size<EventTypes>::value);
}

TEST_CASE("a sorted vector is a set") {
    std::vector<int> set;
    for (const int value : {3, 1, 2, 3, 1}) insert(set, value);
    CHECK(set == std::vector{1, 2, 3});
    CHECK(contains(set, 2));
    CHECK_FALSE(contains(set, 4));
    erase(set, 4);
    erase(set, 2);
    CHECK(set == std::vector{1, 3});
    CHECK(merged(set, {2, 3, 4}) == std::vector{1, 2, 3, 4});
}
