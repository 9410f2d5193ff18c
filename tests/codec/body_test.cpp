// The body of a request, read strictly: every mistake is told with its place.
#include <catch2/catch.hpp>

#include "domain/review/review.hpp"
#include "domain/school/school.hpp"
#include "domain/visit/visit.hpp"
#include "server/codec/json_read.hpp"

namespace commonweal::codec::testing {

enum class Colour : std::uint8_t { red = 1, blue };
BOOST_DESCRIBE_ENUM(Colour, red, blue)

struct Inner {
    std::uint8_t small = 0;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (small, words))

/// A field of every kind that a body may have.
struct Everything {
    bool flag = false;
    std::int32_t number = 0;
    std::uint64_t large = 0;
    Colour colour = Colour::red;
    std::string text;
    Personal<FreeText> note;
    Day day{};
    Instant instant{};
    SchoolId school;
    VisitId visit;
    std::optional<Day> maybe;
    std::vector<Inner> list;
    Inner inner;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (flag, number, large, colour, text, note, day, instant, school, visit, maybe,
                       list, inner))

namespace {

constexpr const char* good = R"({
    "flag": true, "number": -5, "large": 18446744073709551615, "colour": "blue", "text": "hé",
    "note": "typed", "day": "2026-03-09", "instant": "2026-03-09T14:05:00Z", "school": "145398",
    "visit": "vis_01ARZ3NDEKTSV4RRFFQ69G5FAV", "maybe": "2024-02-29",
    "list": [{"small": 255, "words": ""}], "inner": {"small": 0, "words": "w"}})";

struct Read {
    Everything value;
    std::vector<BodyError> errors;
};

Read read(std::string_view text) {
    Read result;
    const auto object = parse_body(text, result.errors);
    if (result.errors.empty()) result.value = BodyReader(result.errors).read<Everything>(object);
    return result;
}

/// The good body with one member put in another's place.
Read read_with(const char* name, std::string_view json) {
    auto object = boost::json::parse(good).as_object();
    object[name] = boost::json::parse(json);
    Read result;
    result.value = BodyReader(result.errors).read<Everything>(object);
    return result;
}

/// The one mistake of a body whose member `name` is `json`.
BodyError mistake(const char* name, std::string_view json) {
    const auto result = read_with(name, json);
    INFO(name << ": " << json);
    REQUIRE(result.errors.size() == 1);
    return result.errors.front();
}

}  // namespace

TEST_CASE("A good body is read, every kind of field") {
    const auto [value, errors] = read(good);
    REQUIRE(errors.empty());
    CHECK(value.flag);
    CHECK(value.number == -5);
    CHECK(value.large == 18446744073709551615U);
    CHECK(value.colour == Colour::blue);
    CHECK(value.text == "hé");
    CHECK(value.note.length() == 5);
    CHECK(to_text(value.day) == "2026-03-09");
    CHECK(to_text(value.instant) == "2026-03-09T14:05:00Z");
    CHECK(value.school.urn == 145398);
    CHECK(to_text(value.visit) == "vis_01ARZ3NDEKTSV4RRFFQ69G5FAV");
    CHECK(value.maybe == parse_day("2024-02-29"));
    REQUIRE(value.list.size() == 1);
    CHECK(value.list[0].small == 255);
    CHECK(value.inner.words == "w");
}

TEST_CASE("Each kind of field tells what it should be, and where it stands") {
    CHECK(mistake("flag", "1") == BodyError{"/flag", "must be true or false"});
    for (const char* wrong : {"\"5\"", "1.5", "1e300", "2147483648", "5.0", "true", "[]"})
        CHECK(mistake("number", wrong) == BodyError{"/number", "must be a whole number in range"});
    for (const char* wrong : {"-1", "18446744073709551616", "1e400"})
        CHECK(mistake("large", wrong).pointer == "/large");
    for (const char* wrong : {"\"green\"", "\"\"", "1", "\"Red\"", "\"blue \"", R"("blue\u0000x")"})
        CHECK(mistake("colour", wrong) == BodyError{"/colour", "must be one of red, blue"});
    for (const char* wrong : {"1", "[]", "{}", "true"}) {
        CHECK(mistake("text", wrong) == BodyError{"/text", "must be text in quotes"});
        CHECK(mistake("note", wrong) == BodyError{"/note", "must be text in quotes"});
    }
    for (const char* wrong : {"\"2026-02-29\"", "\"9/3/2026\"", "\"2026-03-09T00:00:00Z\"",
                              "20260309", R"("2026-03-09\u0000")"})
        CHECK(mistake("day", wrong).detail == "must be a day such as 2026-03-09");
    for (const char* wrong : {"\"2026-03-09\"", "\"2026-03-09T25:00:00Z\"", "0"})
        CHECK(mistake("instant", wrong).pointer == "/instant");
    for (const char* wrong : {"145398", "\"0145398\"", "\"14539a\"", "\"\"", "\"999999999\""})
        CHECK(mistake("school", wrong) == BodyError{"/school", "must be a school's URN in quotes"});
    for (const char* wrong : {"\"rev_01ARZ3NDEKTSV4RRFFQ69G5FAV\"", "\"vis_01ARZ\"", "7"})
        CHECK(mistake("visit", wrong) ==
              BodyError{"/visit", "must be an id that begins with vis_"});
    CHECK(mistake("maybe", "\"never\"").pointer == "/maybe");
    CHECK(mistake("list", "{}") == BodyError{"/list", "must be a list"});
    CHECK(mistake("inner", "[]") == BodyError{"/inner", "must be an object"});
}

TEST_CASE("A mistake inside a list or an object has its whole pointer") {
    CHECK(mistake("list", R"([{"small":1,"words":""},{"small":256,"words":""}])").pointer ==
          "/list/1/small");
    CHECK(mistake("list", R"([{"words":""}])") == BodyError{"/list/0/small", "is missing"});
    CHECK(mistake("inner", R"({"small":1,"words":"","more":1})") ==
          BodyError{"/inner/more", "is not a field of this request"});
    CHECK(mistake("list", "[null]").pointer == "/list/0");
}

TEST_CASE("What must be there is missed; what may be missing is not") {
    for (const char* needed : {"flag", "number", "large", "colour", "text", "day", "instant",
                               "school", "visit", "inner"}) {
        CHECK(mistake(needed, "null") == BodyError{std::string("/") + needed, "is missing"});
        auto object = boost::json::parse(good).as_object();
        object.erase(needed);
        std::vector<BodyError> errors;
        BodyReader(errors).read<Everything>(object);
        CHECK(errors == std::vector{BodyError{std::string("/") + needed, "is missing"}});
    }
    for (const char* may : {"note", "maybe", "list"}) CHECK(read_with(may, "null").errors.empty());
}

TEST_CASE("A field that the request does not have is told") {
    CHECK(mistake("surprise", "null") == BodyError{"/surprise", "is not a field of this request"});
    // RFC 6901: "~" and "/" of a name are written ~0 and ~1.
    CHECK(mistake("a/b~c", "1").pointer == "/a~1b~0c");
}

TEST_CASE("At most twenty mistakes of one body are told") {
    std::string body = "{";
    for (int i = 0; i < 100; ++i) body += (i > 0 ? ",\"x" : "\"x") + std::to_string(i) + "\":1";
    CHECK(read(body + "}").errors.size() == body_errors_max);
}

TEST_CASE("Text that cannot be kept is refused") {
    CHECK(mistake("text", R"("a\u0000b")").detail.find("NUL") != std::string::npos);
    CHECK(mistake("note", R"("a\u0000b")").detail.find("NUL") != std::string::npos);
    const auto most = '"' + std::string(body_text_max, 'x') + '"';
    CHECK(read_with("text", most).errors.empty());
    CHECK(mistake("text", '"' + std::string(body_text_max + 1, 'x') + '"').detail == "is too long");
    std::string list = "[";
    for (std::size_t i = 0; i <= body_list_max; ++i)
        list += std::string(i == 0 ? "" : ",") + R"({"small":1,"words":""})";
    CHECK(mistake("list", list + "]").detail == "is longer than 1000 entries");
}

TEST_CASE("What is not JSON is told with the byte where it breaks") {
    const auto broken = [](std::string_view text) {
        const auto errors = read(text).errors;
        INFO(text);
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].pointer.empty());
        return errors[0].detail;
    };
    CHECK(broken(R"({"flag": tru})").find("is not JSON") == 0);
    CHECK(broken(R"({"flag": true)").find("is not JSON") == 0);
    CHECK(broken(R"({"flag": true} x)").find("is not JSON") == 0);
    CHECK(broken(R"({'flag': true})").find("is not JSON") == 0);
    CHECK(broken("{\"text\": \"\xFF\xFE\"}").find("is not JSON") == 0);
    CHECK(broken("{\"text\": \"\xC0\x80\"}").find("is not JSON") == 0);
    CHECK(broken("{\"text\": \"\xED\xA0\x80\"}").find("is not JSON") == 0);
    CHECK(broken(R"({"text": "\ud800"})").find("is not JSON") == 0);
    CHECK(broken(std::string_view("{\"text\": \"a\0b\"}", 15)).find("is not JSON") == 0);
    CHECK(broken("[1]").find("must be an object") == 0);
    CHECK(broken("null").find("must be an object") == 0);
    CHECK(broken("  ").find("is not JSON") == 0);
    CHECK(broken(R"({"flag": tru})").find("at byte 9") != std::string::npos);
}

TEST_CASE("Depth has a bound, and space around is taken") {
    std::string deep;
    for (int i = 0; i < 17; ++i) deep += "{\"a\":";
    std::vector<BodyError> errors;
    parse_body(deep + "1" + std::string(17, '}'), errors);
    REQUIRE(errors.size() == 1);
    errors.clear();
    parse_body(std::string(100'000, '['), errors);
    REQUIRE(errors.size() == 1);
    errors.clear();
    CHECK(parse_body(" \r\n\t{\"a\": 1} \n", errors).size() == 1);
    CHECK(parse_body("", errors).empty());
    CHECK(errors.empty());
}

TEST_CASE("Of a name that stands twice in one object the last counts") {
    std::vector<BodyError> errors;
    const auto object = parse_body(R"({"guest": "1", "guest": "2"})", errors);
    CHECK(errors.empty());
    CHECK(object.size() == 1);
    CHECK(object.at("guest") == "2");
}

TEST_CASE("Real commands are read") {
    std::vector<BodyError> errors;
    const auto object = parse_body(
        R"({"team":[{"reviewer":"per_01ARZ3NDEKTSV4RRFFQ69G5FAV","role":"lead"}]})", errors);
    const auto command = BodyReader(errors).read<review::NameTeam>(object);
    REQUIRE(errors.empty());
    REQUIRE(command.team.size() == 1);
    CHECK(command.team[0].role == review::TeamRole::lead);
    BodyReader(errors).read<review::Close>({});
    CHECK(errors.empty());
    BodyReader(errors).read<review::Close>({{"sure", true}});
    CHECK(errors.size() == 1);
}

}  // namespace commonweal::codec::testing
