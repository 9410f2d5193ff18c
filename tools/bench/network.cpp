#include "tools/bench/network.hpp"

#include "server/app/commands.hpp"

namespace commonweal::bench {
namespace {

void must(app::App& app, const app::Decide& decide) {
    app::Ask ask = ask_as(app, {});
    ask.actor.roles = {{person::RoleKind::administrator, ""}};
    const auto outcome = app.transact_and_wait(ask, decide);
    if (!std::holds_alternative<app::Done>(outcome))
        throw std::runtime_error("the network to measure on could not be made");
}

}  // namespace

app::Ask ask_as(app::App& app, PersonId person) {
    app::Ask ask;
    ask.actor = app.actor(person);
    ask.asked = app.asked_by(person);
    ask.commit = app.ids().random();
    return ask;
}

Network make_network(app::App& app, std::size_t schools, std::uint32_t first_number) {
    const auto now = app.clock().now();
    Network made{app.ids().next<NetworkId>(now), app.ids().next<ClusterId>(now), {}, {}};
    must(app, app::found_network({made.network, "Measured network", {}}));
    must(app, app::form_cluster({made.cluster, made.network, "Measured cluster"}));
    for (std::uint32_t i = 0; i < schools; ++i) {
        const SchoolId school{first_number + i};
        school::Details details;
        details.name = "School " + std::to_string(i);
        details.phase = "Primary";
        must(app, app::register_schools({{school, details, true, {}}}));
        must(app, app::join_network({school, made.network}));
        must(app, app::join_cluster({school, made.cluster}));
        const auto lead = app.ids().next<PersonId>(now);
        const auto email = "lead." + to_text(school) + "@schools.example";
        must(app, app::add_person(lead, app.hash_of(email),
                                  {Personal<PersonName>::plain("Lead, " + details.name),
                                   Personal<EmailAddress>::plain(email)}));
        must(app, app::give_role(lead, {{person::RoleKind::lead, to_text(school)}, {}}));
        made.schools.push_back(school);
        made.leads.push_back(lead);
    }
    return made;
}

app::Decide ask_for_visit(app::App& app, const Network& network, std::uint64_t number,
                          std::string note) {
    const auto guest = network.schools[number % network.schools.size()];
    const auto host = network.schools[(number + 1) % network.schools.size()];
    visit::Request request{guest, host, network.network, "equity",
                           Personal<FreeText>::plain(std::move(note))};
    return app::request_visit(app.ids().next<VisitId>(app.clock().now()), std::move(request));
}

}  // namespace commonweal::bench
