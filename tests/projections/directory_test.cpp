// The directory: searching, what is near, pages, networks and clusters.

#include "projections/directory/directory.hpp"

#include <limits>

#include "tests/projections/history.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::view;

namespace {

Directory directory_of(const Ring& ring) {
    Directory directory;
    for (const auto& happening : ring.all()) directory.apply(happening.event);
    return directory;
}

school::Details at(const std::string& name, std::optional<std::int32_t> easting,
                   std::optional<std::int32_t> northing) {
    auto details = called(name);
    details.easting = easting;
    details.northing = northing;
    return details;
}

std::vector<std::string> names(const std::vector<SchoolSummary>& schools) {
    std::vector<std::string> all;
    for (const auto& school : schools) all.push_back(school.name);
    return all;
}
std::vector<std::string> found(const Directory& directory, const SchoolFilter& filter) {
    return names(directory.search(filter, {}, 100).schools);
}
using Names = std::vector<std::string>;

/// Three schools with places, one with half a place, one with none.
Ring bristol() {
    Ring ring = small_ring(0);
    auto ashton = at("Ashton Park School", 356'000, 171'000);
    ashton.town = "Bristol";
    ashton.authority_code = "801";
    ashton.phase = "Secondary";
    ring.registered({145398}, ashton);
    ring.registered({100002}, at("Bedminster", 359'000, 175'000));
    ring.registered({100003}, at("Clevedon", 366'000, 171'000));
    ring.registered({100004}, at("Dundry", {}, 171'000));
    ring.registered({100005}, at("Easton", {}, {}));
    return ring;
}

}  // namespace

TEST_CASE("a school is found by its name, town or URN, whatever the case") {
    const auto directory = directory_of(bristol());
    for (const std::string text : {"ashton", "PARK SCH", "bristol", "145398", "4539"}) {
        SchoolFilter filter;
        filter.text = text;
        CHECK(found(directory, filter) == Names{"Ashton Park School"});
    }
    SchoolFilter nowhere;
    nowhere.text = "Cardiff";
    CHECK(found(directory, nowhere).empty());
    CHECK(found(directory, {}).size() == 5);
}

TEST_CASE("schools are found by authority, phase, network and cluster") {
    auto ring = bristol();
    ring.join(SchoolId{100002}, severn);
    ring.join(SchoolId{100003}, avon);
    const auto directory = directory_of(ring);
    SchoolFilter filter;
    filter.local_authority = "801";
    CHECK(found(directory, filter) == Names{"Ashton Park School"});
    filter = {};
    filter.phase = "secondary";
    CHECK(found(directory, filter) == Names{"Ashton Park School"});
    filter = {};
    filter.network = severn;
    CHECK(found(directory, filter) == Names{"Bedminster"});
    filter = {};
    filter.cluster = avon;
    CHECK(found(directory, filter) == Names{"Clevedon"});
    filter.network = severn;
    CHECK(found(directory, filter).empty());
}

TEST_CASE("near is a straight line, its end included, and a missing place is never near") {
    const auto directory = directory_of(bristol());
    SchoolFilter filter;
    filter.near = {356'000, 171'000};
    filter.within_km = 5;  // Bedminster is 3 km east and 4 km north
    CHECK(found(directory, filter) == Names{"Ashton Park School", "Bedminster"});
    filter.within_km = 4.999;
    CHECK(found(directory, filter) == Names{"Ashton Park School"});
    filter.within_km = 1'000'000;
    CHECK(found(directory, filter) == Names{"Ashton Park School", "Bedminster", "Clevedon"});
    filter.near = {0, 0};
    filter.within_km = 0;
    CHECK(found(directory, filter).empty());
}

// Differences of such numbers do not fit an int: the undefined-behaviour sanitizer watches.
TEST_CASE("from the far end of the numbers, everything is far") {
    const auto directory = directory_of(bristol());
    SchoolFilter filter;
    filter.near = {std::numeric_limits<std::int32_t>::min(),
                   std::numeric_limits<std::int32_t>::min()};
    filter.within_km = 2'000'000;  // the distance is about 3,000,000 km
    CHECK(found(directory, filter).empty());
}

TEST_CASE("pages of a search hold every school once, in the order of names") {
    for (std::uint64_t seed = 20260701; seed < 20260704; ++seed) {
        INFO("seed " << seed);
        Chance chance(seed);
        Ring ring;
        std::set<std::pair<std::string, std::uint32_t>> expected;
        for (std::uint32_t urn = 100001; urn <= 100060; ++urn) {
            const auto name = "school " + std::string(1, static_cast<char>('a' + chance.below(9)));
            ring.registered({urn}, called("First name"));
            ring.registered({urn}, called(name));  // found under its new name alone
            expected.emplace(name, urn);
        }
        const auto directory = directory_of(ring);
        for (const std::size_t limit : {1, 7, 60, 100}) {
            std::vector<std::pair<std::string, std::uint32_t>> seen;
            std::string after;
            do {
                const auto page = directory.search({}, after, limit);
                REQUIRE(page.schools.size() <= limit);
                for (const auto& school : page.schools)
                    seen.emplace_back(school.name, school.school.urn);
                after = page.next;
            } while (!after.empty());
            CHECK(seen == std::vector(expected.begin(), expected.end()));
        }
    }
}

TEST_CASE("a school's line follows it") {
    auto ring = bristol();
    ring.join(SchoolId{100005}, severn);
    ring.registered({100005}, called("Eastville"), false);
    const auto school = directory_of(ring).school({100005});
    REQUIRE(school);
    CHECK(school->name == "Eastville");
    CHECK_FALSE(school->open);
    CHECK(school->networks == std::vector{severn});
    CHECK_FALSE(directory_of(ring).school({999999}));
}

TEST_CASE("networks and clusters are listed with their members counted") {
    auto ring = small_ring(3);
    ring.join(SchoolId{100001}, avon);
    ring.join(SchoolId{100002}, avon);
    ring.leave(SchoolId{100002}, avon);
    ring.leave(SchoolId{100003}, severn);
    const auto directory = directory_of(ring);
    REQUIRE(directory.networks().size() == 2);
    const auto network = directory.network(severn);
    REQUIRE(network);
    CHECK(network->name == "Severn");
    CHECK(network->members == 2);
    CHECK(network->themes == network::default_themes());
    REQUIRE(network->clusters.size() == 2);
    CHECK(network->clusters[0].name == "Avon");
    CHECK(network->clusters[0].members == 1);
    CHECK(directory.cluster(avon)->members == 1);
    CHECK(directory.cluster(avon)->network == severn);
    CHECK_FALSE(directory.network(numbered<NetworkId>(9)));
    CHECK_FALSE(directory.cluster(numbered<ClusterId>(9)));
}
