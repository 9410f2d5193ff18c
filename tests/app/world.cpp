#include "tests/app/world.hpp"

#include "server/app/decoded.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"
#include "server/log/memory_engine.hpp"
#include "server/log/rocks_engine.hpp"

namespace commonweal::app::testing {

World::World(On engine, AppOptions options) : folder_path_(own_folder_.path()) {
    open(engine, options);
    populate();
}

World::World(const std::filesystem::path& folder, AppOptions options) : folder_path_(folder) {
    open(On::rocks, options);
}

World::~World() {
    close();
}

void World::open(On engine, AppOptions options) {
    const bool memory = engine == On::memory;
    vault_ = std::make_unique<vault::Vault>(memory ? std::filesystem::path() : folder() / "vault");
    log::LogOptions log_options;
    log_options.before_group = [vault = vault_.get()] { vault->sync(); };
    log_ = std::make_unique<log::Log>(
        memory ? log::make_memory_engine() : log::open_rocks_engine(folder() / "log"),
        std::move(log_options));
    app_ = std::make_unique<App>(*log_, *vault_, clock_, ids_, options);
}

void World::close() {
    app_.reset();
    log_.reset();
    vault_.reset();
}

void World::populate() {
    std::vector<school::Register> schools;
    for (const auto& [id, name] :
         {std::pair{ashton, "Ashton Park School"}, std::pair{barton, "Barton Hill Primary"},
          std::pair{clifton, "Clifton High School"}}) {
        school::Register command;
        command.school = id;
        command.details.name = name;
        command.details.phase = "Primary";
        schools.push_back(command);
    }
    done(as_operator(), register_schools(schools));
    network = ids_.next<NetworkId>(clock_.now());
    done(as_operator(), found_network({network, "West of England", {}}));
    cluster = ids_.next<ClusterId>(clock_.now());
    done(as_operator(), form_cluster({cluster, network, "Harbour cluster"}));
    for (const auto school : {ashton, barton, clifton})
        done(as_operator(), join_network({school, network}));
    for (const auto school : {ashton, barton}) done(as_operator(), join_cluster({school, cluster}));
    using person::RoleKind;
    lead_of_ashton = person("Ada Ashton", {RoleKind::lead, to_text(ashton)});
    lead_of_barton = person("Ben Barton", {RoleKind::lead, to_text(barton)});
    lead_of_clifton = person("Cleo Clifton", {RoleKind::lead, to_text(clifton)});
    administrator = person("Olga Operator", {RoleKind::administrator, ""});
}

PersonId World::person(const std::string& name, person::Role role) {
    const auto id = ids_.next<PersonId>(clock_.now());
    std::string email = name + "@school.example";
    std::ranges::replace(email, ' ', '.');
    done(as_operator(),
         add_person(id, app().hash_of(email),
                    {Personal<PersonName>::plain(name), Personal<EmailAddress>::plain(email)}));
    done(as_operator(), give_role(id, {role, {}}));
    return id;
}

Ask World::ask(PersonId who) {
    Ask ask;
    ask.actor = app().actor(who);
    ask.asked = app().asked_by(who);
    ask.commit = ids_.random();
    return ask;
}

Ask World::ask(PersonId who, std::string_view key, std::string_view request) {
    auto made = ask(who);
    made.repeatable = true;
    made.commit = app().commit_id(who, "POST /visits", key);
    made.fingerprint = app().fingerprint(request);
    return made;
}

Ask World::as_operator() {
    Ask ask;
    ask.actor = {PersonId{}, {{person::RoleKind::administrator, ""}}};
    ask.asked = app().asked_by({});
    ask.commit = ids_.random();
    return ask;
}

Done World::done(const Ask& ask, const Decide& decide) {
    return expect_done(run(ask, decide));
}

VisitId World::new_visit() {
    return ids_.next<VisitId>(clock_.now());
}

VisitId World::requested(std::string note) {
    const auto id = new_visit();
    done(ask(lead_of_barton),
         request_visit(id, {barton, ashton, {}, "equity", Personal<FreeText>::plain(note)}));
    return id;
}

std::size_t World::events_of(const std::string& stream) {
    return events_on(stream).size();
}

std::vector<Recorded> World::events_on(const std::string& stream) {
    std::vector<Recorded> events;
    log().engine().read_stream(stream, 1, log::Direction::forward, [&](const log::Record& record) {
        events.push_back(decode(record));
        return true;
    });
    return events;
}

Done expect_done(const Outcome& outcome) {
    return std::visit(
        Overloaded{
            [](const Done& done) { return done; },
            [](const Refusal& refusal) -> Done {
                throw std::runtime_error(std::string("refused: ") +
                                         boost::describe::enum_to_string(refusal.rule, "?") + " " +
                                         refusal.about);
            },
            [](const MovedOn&) -> Done { throw std::runtime_error("it moved on"); },
            [](const KeyReused&) -> Done { throw std::runtime_error("the key was used before"); },
            [](const Busy& busy) -> Done { throw std::runtime_error("busy: " + busy.reason); },
        },
        outcome);
}

Rule expect_refusal(const Outcome& outcome) {
    if (const auto* refusal = std::get_if<Refusal>(&outcome)) return refusal->rule;
    throw std::runtime_error("it was not refused");
}

}  // namespace commonweal::app::testing
