// Words that find schools, visits, reviews, partnerships and meetings.

#include "projections/search/search.hpp"

#include "tests/projections/ring.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

const SchoolId park{100001};
const SchoolId vale{100002};

struct Fed {
    view::Directory directory;
    view::Diary diary;

    explicit Fed(const Ring& ring) {
        for (const auto& happening : ring.all()) {
            directory.apply(happening.event);
            diary.apply(happening.event, happening.recorded);
        }
    }
    view::FoundThings find(const std::string& text, std::size_t limit = 10) const {
        return view::find(view::Sought(text, directory), limit, directory, diary);
    }
};

Ring ring() {
    auto told = small_ring(4);
    told.begin_day();
    told.registered(park, called("Ashton Park School"));
    told.registered(vale, called("Ashton Vale Primary School"));
    return told;
}

}  // namespace

TEST_CASE("schools are found by every word of what is sought, in any order and case") {
    const Fed fed(ring());
    CHECK(fed.find("ashton").schools.size() == 2);
    REQUIRE(fed.find("PARK ashton").schools.size() == 1);
    CHECK(fed.find("PARK ashton").schools[0].school == park);
    CHECK(fed.find("100002").schools.size() == 1);
    CHECK(fed.find("ashton nowhere").schools.empty());
}

TEST_CASE("nothing is found where nothing is sought") {
    const Fed fed(ring());
    for (const auto* text : {"", "   ", ",;", "a"}) {
        CHECK(fed.find(text).schools.empty());
        CHECK(fed.find(text).visits.empty());
    }
}

TEST_CASE("visits and reviews are found by kind, stage, theme, day and either school") {
    auto told = ring();
    told.visit(park, vale);
    const auto id = *told.past_visit(vale, park, day("2026-02-03"));
    told.review(park, vale);
    told.partnership(vale, SchoolId{100003});
    const Fed fed(told);
    CHECK(fed.find("visit vale").visits.size() == 2);
    CHECK(fed.find("visit vale").reviews.empty());
    REQUIRE(fed.find("park held").visits.size() == 1);
    CHECK(fed.find("park held").visits[0].id == id);
    CHECK(fed.find("2026-02").visits.size() == 1);
    CHECK(fed.find("review park").reviews.size() == 1);
    CHECK(fed.find("equity partnership").partnerships.size() == 1);
    CHECK(fed.find("review park vale 2026").reviews.empty());
}

TEST_CASE("meetings are found by their cluster, host and stage") {
    auto told = ring();
    told.join(park, avon);
    told.meeting(avon, park, {day("2026-03-20")});
    const Fed fed(told);
    CHECK(fed.find("meeting ashton proposed").meetings.size() == 1);
    CHECK(fed.find("avon meeting").meetings.size() == 1);
    CHECK(fed.find("meeting vale").meetings.empty());
}

TEST_CASE("no more than the limit of each kind is given, and it is said where there is more") {
    auto told = ring();
    for (int i = 0; i < 3; ++i) told.past_visit(vale, park, day("2026-02-03"));
    const Fed fed(told);
    const auto two = fed.find("ashton", 2);
    CHECK(two.visits.size() == 2);
    CHECK(two.more == std::vector<std::string>{"visits"});
    CHECK(fed.find("ashton", 3).more.empty());
    CHECK(fed.find("ashton", 1).more == std::vector<std::string>{"schools", "visits"});
}
