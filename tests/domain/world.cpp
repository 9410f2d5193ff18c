#include "tests/domain/world.hpp"

namespace commonweal::testing {
namespace {

School open_member(SchoolId id, const std::string& name, const std::string& trust,
                   std::vector<ClusterId> clusters) {
    School school;
    school.id = id;
    school.details.name = name;
    school.details.trust_code = trust;
    school.details.trust_name = "Trust " + trust;
    school.open = true;
    school.networks = {severn};
    school.clusters = std::move(clusters);
    return school;
}

}  // namespace

Person working_at(PersonId person, person::RoleKind role, SchoolId school) {
    Person made;
    made.id = person;
    made.added = true;
    made.roles = {{{role, to_text(school)}, day("2025-09-01"), {}}};
    return made;
}

std::shared_ptr<const KnownDays> days_of(const TermDates& authority,
                                         std::vector<SchoolId> schools) {
    const auto terms = std::make_shared<const TermDates>(authority);
    KnownDays known{std::make_shared<const BankHolidays>(), {}};
    const auto world = ordinary_world();
    for (const auto school : schools)
        known.schools.push_back(
            {school, in(world.schools, school).details.name, nullptr, nullptr, terms});
    return std::make_shared<const KnownDays>(std::move(known));
}

std::shared_ptr<const KnownDays> bank_holidays(std::vector<calendar::Holiday> holidays) {
    return std::make_shared<const KnownDays>(
        KnownDays{std::make_shared<const BankHolidays>(BankHolidays{std::move(holidays)}), {}});
}

World ordinary_world() {
    World world;
    world.schools[ashton_park] = open_member(ashton_park, "Ashton Park School", "2001", {avon});
    world.schools[cooper] = open_member(cooper, "The Cooper School", "2002", {cherwell});
    world.networks[severn] = {severn, "Severn", {{"equity", "Equity"}, {"links", "Links"}}, {}};
    world.clusters[avon] = {avon, severn, "Avon"};
    world.people[ann] = working_at(ann, person::RoleKind::lead, cooper);
    world.people[ben] = working_at(ben, person::RoleKind::head, cooper);
    world.people[cat] = working_at(cat, person::RoleKind::lead, ashton_park);
    world.asked.today = today;
    world.asked.now = instant("2026-03-02T10:00:00Z");
    world.asked.by = ann;
    return world;
}

}  // namespace commonweal::testing
