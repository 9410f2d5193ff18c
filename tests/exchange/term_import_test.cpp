// Term dates on their way into a calendar.
#include "server/exchange/register_import.hpp"
#include "tests/app/world.hpp"
#include "tests/exchange/term_dates_checks.hpp"

namespace commonweal::exchange {
namespace {

using app::testing::World;
using calendar::WhoseDays;

const WhoseDays sheffield{Whose::authority, "373"};

class Importing {
  public:
    Importing() {
        world_.done(world_.as_operator(), app::set_bank_holidays({shipped_bank_holidays()}));
    }

    ImportResult take_in(const std::string& file, const WhoseDays& whose, bool dry_run = false) {
        const auto result = imports_.run_terms(file, whose, administrator(), dry_run);
        INFO((result ? std::string{} : result.error()));
        REQUIRE(result.has_value());
        CHECK_FALSE(imports_.progress().running);
        return *result;
    }
    std::string refused(const std::string& file, const WhoseDays& whose) {
        const auto result = imports_.run_terms(file, whose, administrator(), false);
        REQUIRE_FALSE(result.has_value());
        return result.error();
    }
    std::vector<calendar::SchoolYear> years(const WhoseDays& whose) {
        return world_.app().load<TermDates>(whose)->years;
    }
    Position head() { return world_.log().head().position; }
    World& world() { return world_; }

  private:
    access::Actor administrator() { return world_.app().actor(world_.administrator); }

    World world_;
    RegisterImports imports_{world_.app()};
};

std::string two_years(const std::string& also = {}) {
    return ics(event("20250901", "20260722", "Term 1") + event("20260901", "20270722", "Term 1") +
               also);
}

const std::string inset = event("20260112", "20260113", "INSET day");

}  // namespace

TEST_CASE("Given nothing, when term dates are taken in, then each year is created, and once") {
    Importing importing;
    CHECK(importing.take_in(two_years(), sheffield).created == 2);
    const auto years = importing.years(sheffield);
    REQUIRE(years.size() == 2);
    CHECK(spans(years[0].terms) == Words{"2025-09-01 2026-07-21 Term 1"});
    const auto head = importing.head();
    const auto again = importing.take_in(two_years(), sheffield);
    CHECK(again.unchanged == 2);
    CHECK(again.created + again.updated + again.rejected.size() == 0);
    CHECK(importing.head() == head);
}

TEST_CASE("Given a year that is there, when its days change, then it alone is updated") {
    Importing importing;
    importing.take_in(two_years(), sheffield);
    const auto changed = importing.take_in(two_years(inset), sheffield);
    CHECK(changed.updated == 1);
    CHECK(changed.unchanged == 1);
    CHECK(importing.years(sheffield)[0].closed.size() == 1);
}

TEST_CASE("Given a dry run, when term dates are taken in, then it says what would be, and is not") {
    Importing importing;
    const auto head = importing.head();
    CHECK(importing.take_in(two_years(), sheffield, true).created == 2);
    CHECK(importing.head() == head);
    CHECK(importing.years(sheffield).empty());
}

TEST_CASE("Given a year that breaks a rule, when taken in, then it is told and stops no other") {
    Importing importing;
    const auto result =
        importing.take_in(two_years(event("20260901", "20261220", "Autumn term")), sheffield);
    CHECK(result.created == 1);
    REQUIRE(result.rejected.size() == 1);
    CHECK(result.rejected[0].row == 8);
    CHECK(result.rejected[0].column == "the year 2026-27");
    CHECK(result.rejected[0].reason ==
          "cannot be used: 2026-12-19: the next term has begun by then");
    CHECK(importing.years(sheffield).size() == 1);
}

TEST_CASE("Given a calendar that cannot be, when taken in, then each year says why") {
    Importing importing;
    const auto coded = importing.take_in(two_years(), {Whose::trust, "37 3"});
    REQUIRE(coded.rejected.size() == 2);
    CHECK(coded.rejected[0].reason ==
          "cannot be stored: '37 3' is no code, letters and digits alone");
    for (const char* urn : {"999999", "Ashton"}) {
        const auto result = importing.take_in(ics(inset), {Whose::school, urn});
        REQUIRE(result.rejected.size() == 1);
        CHECK(result.rejected[0].reason ==
              "cannot be stored: there is no school " + std::string(urn) + " here");
    }
    CHECK(importing.refused(ics(inset), sheffield).starts_with("no school year can be made of it"));
}

TEST_CASE("Given a school's INSET days, when taken in, then they are found under the school") {
    Importing importing;
    const auto ashton = importing.world().ashton;
    const WhoseDays its{Whose::school, commonweal::to_text(ashton)};
    CHECK(importing.take_in(ics(inset), its).created == 1);
    REQUIRE(importing.years(its).size() == 1);
    CHECK(importing.years(its)[0].terms.empty());
}

}  // namespace commonweal::exchange
