// Bytes of every event's shape, as they were first stored. What was ever stored decodes for ever: a
// row of golden/events.txt is never changed. A new event type, or a new version of one, adds rows:
//   codec_tests "[write-golden]"     prints those that are missing
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "server/codec/json_write.hpp"
#include "server/codec/stored.hpp"
#include "tests/codec/samples.hpp"

namespace commonweal::codec::testing {
namespace {

struct Golden {
    std::string kind;
    std::uint16_t schema_version = 0;
    std::string sample;  ///< "full" or "bare"
    std::string body;    ///< the stored bytes
    std::string means;   ///< what they say, as JSON
};

std::string to_hex(std::string_view bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string from_hex(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string(text.substr(i, 2)), nullptr, 16));
    return bytes;
}

std::vector<Golden> golden() {
    std::ifstream file(COMMONWEAL_GOLDEN);
    std::vector<Golden> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        std::istringstream words(line);
        Golden row;
        std::string hex;
        words >> row.kind >> row.schema_version >> row.sample >> hex >> std::ws;
        std::getline(words, row.means);
        row.body = from_hex(hex);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string meaning_of(const Attribution& attribution, const AnyFact& fact) {
    const TurningSeals seals;
    const For all{access::Sees::everything(), &seals};
    boost::json::array both{to_json(attribution, all)};
    std::visit(
        [&](const auto& f) {
            if constexpr (DescribedStruct<std::remove_cvref_t<decltype(f)>>)
                both.push_back(to_json(f, all));
        },
        fact);
    return boost::json::serialize(both);
}

Attribution attribution_of(Sample how) {
    return sample_of<Attribution>(how, "attribution");
}

}  // namespace

TEST_CASE("Golden bytes say what they said, and are written again the same") {
    const auto rows = golden();
    REQUIRE(rows.size() >= 50);
    for (const auto& row : rows) {
        INFO(row.kind << " " << row.schema_version << " " << row.sample);
        Attribution attribution;
        AnyFact fact;
        decode(row.kind, row.schema_version, row.body, {}, 0, attribution, fact);
        REQUIRE_FALSE(std::holds_alternative<Unknown>(fact));
        CHECK(meaning_of(attribution, fact) == row.means);
        const auto again = encode(attribution, fact);
        CHECK(again.kind == row.kind);
        // An older version decodes for ever and is written as the newest.
        if (again.schema_version == row.schema_version)
            CHECK(to_hex(again.body) == to_hex(row.body));
    }
}

TEST_CASE("Every event type's present shape has its golden bytes") {
    std::map<std::pair<std::string, std::uint16_t>, int> rows;
    for (const auto& row : golden()) ++rows[{row.kind, row.schema_version}];
    each_event(Sample::full, [&]<class Fact>(const Fact&) {
        INFO(Fact::kind);
        const int both = rows[{std::string(Fact::kind), Fact::schema_version}];
        CHECK(both == 2);
    });
}

TEST_CASE("Enumerators have the stored values that they always had") {
    CHECK(static_cast<int>(How::live) == 1);
    CHECK(static_cast<int>(How::imported) == 2);
    CHECK(static_cast<int>(How::corrected) == 3);
    CHECK(static_cast<int>(How::by_policy) == 4);
    CHECK(static_cast<int>(ForgetReason::asked) == 1);
    CHECK(static_cast<int>(ForgetReason::kept_enough) == 2);
    CHECK(static_cast<int>(ForgetReason::mistake) == 3);
    CHECK(static_cast<int>(visit::Side::guest) == 1);
    CHECK(static_cast<int>(visit::Side::host) == 2);
    CHECK(static_cast<int>(review::TeamRole::lead) == 1);
    CHECK(static_cast<int>(review::TeamRole::reviewer) == 2);
    CHECK(static_cast<int>(review::TeamRole::training) == 3);
    CHECK(static_cast<int>(person::RoleKind::lead) == 1);
    CHECK(static_cast<int>(person::RoleKind::head) == 2);
    CHECK(static_cast<int>(person::RoleKind::coordinator) == 3);
    CHECK(static_cast<int>(person::RoleKind::assessor) == 4);
    CHECK(static_cast<int>(person::RoleKind::researcher) == 5);
    CHECK(static_cast<int>(person::RoleKind::administrator) == 6);
}

TEST_CASE("Golden rows that are missing", "[.][write-golden]") {
    std::map<std::string, bool> there;
    for (const auto& row : golden())
        there[row.kind + std::to_string(row.schema_version) + row.sample] = true;
    for (const auto how : {Sample::full, Sample::bare})
        each_event(how, [&]<class Fact>(const Fact& fact) {
            const std::string sample = how == Sample::full ? "full" : "bare";
            const auto stored = encode(attribution_of(how), fact);
            if (there[stored.kind + std::to_string(stored.schema_version) + sample]) return;
            std::cout << stored.kind << ' ' << stored.schema_version << ' ' << sample << ' '
                      << to_hex(stored.body) << ' ' << meaning_of(attribution_of(how), fact)
                      << '\n';
        });
}

}  // namespace commonweal::codec::testing
