#include <catch2/catch.hpp>
#include <fstream>
#include <map>

#include "server/exchange/register.hpp"

namespace commonweal::exchange {
namespace {

std::map<std::uint32_t, RegisterRow> read_sample(RegisterReading reading = {}) {
    std::ifstream input{COMMONWEAL_SAMPLE_REGISTER, std::ios::binary};
    REQUIRE(input.is_open());
    std::map<std::uint32_t, RegisterRow> schools;
    reading.take = [&](RegisterRow row) { schools.emplace(row.urn, std::move(row)); };
    const auto summary = read_register(input, reading);
    REQUIRE(summary.has_value());
    CHECK(summary->encoding == Encoding::utf8);
    CHECK(summary->rejected.empty());
    CHECK(summary->rows == schools.size());
    CHECK(summary->absent ==
          std::vector<std::string>{"CloseDate", "Federations (code)", "Federations (name)"});
    return schools;
}

}  // namespace

TEST_CASE("Given the sample register, when read, then all 301 schools are there") {
    const auto schools = read_sample();
    CHECK(schools.size() == 301);
    for (const auto& [urn, school] : schools) {
        CAPTURE(urn);
        CHECK_FALSE(school.name.empty());
        CHECK(school.status == "Open");
        CHECK(school.easting.has_value());
    }
}

TEST_CASE(
    "Given the sample register, when read, then the schools that the network is about are right") {
    const auto schools = read_sample();
    const auto& ashton_park = schools.at(145398);
    CHECK(ashton_park.name == "Ashton Park School");
    CHECK(ashton_park.authority_code == "801");
    CHECK(ashton_park.authority == "Bristol, City of");
    CHECK(ashton_park.phase == "Secondary");
    CHECK(ashton_park.opened == parse_day("2018-07-01"));
    CHECK(ashton_park.low_age == 11);
    CHECK(ashton_park.high_age == 18);
    CHECK(ashton_park.easting == 356194U);
    for (const std::uint32_t urn : {145321U, 145320U, 145399U})
        CHECK(schools.at(urn).trust == ashton_park.trust);
    CHECK(schools.at(136668).authority == "Plymouth");
    CHECK(schools.at(137456).authority == "Thurrock");
    CHECK(schools.at(141069).easting == schools.at(141051).easting);  // one point for two schools
    for (const std::uint32_t urn : {136450U, 149380U, 145780U, 140415U, 119055U, 146455U})
        CHECK(schools.contains(urn));
}

TEST_CASE(
    "Given the sample register, when read, then some schools lack authority and phase as in the "
    "whole list") {
    int bare = 0;
    for (const auto& [urn, school] : read_sample())
        bare += school.authority.empty() && school.phase.empty() ? 1 : 0;
    CHECK(bare == 9);
}

TEST_CASE("Given a listener, when a file is read, then it hears how far it is, up to the end") {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> told;
    read_sample({.begin = {}, .take = {}, .progress = [&](std::uint64_t done, std::uint64_t total) {
                     told.emplace_back(done, total);
                 }});
    REQUIRE_FALSE(told.empty());
    CHECK(told.back().first == told.back().second);
    CHECK(told.back().second > 10'000);
}

}  // namespace commonweal::exchange
