#include "tools/demo/cast.hpp"

#include <algorithm>
#include <set>

#include "tools/demo/demo.hpp"
#include "tools/demo/lineage_scenes.hpp"

namespace commonweal::demo {
namespace {

using person::RoleKind;

const access::Actor the_operator{PersonId{}, {{RoleKind::administrator, ""}}};

/// A cluster of the sample: the schools that must be in it, and where more are taken from.
struct Plan {
    std::string name;
    std::vector<std::uint32_t> schools;
    std::string authority_code;  ///< empty: no more
    std::size_t members = 8;
};

const std::vector<Plan>& co_operative_clusters() {
    static const std::vector<Plan> plans{
        {"Bristol South", {145398, 145321, 145320, 145399}, "801", 9},
        {"Bristol North and Centre", {}, "801", 8},
        {"Plymouth Sound", {136668}, "879", 9},
        {"Bicester and Cherwell", {141069, 141051}, "931", 8},
        {"Thames Estuary", {137456}, "883", 7},
        {"Across the Counties", {145398, 137456, 136668, 141069}, "", 4},
    };
    return plans;
}

const std::vector<Plan>& flagship_clusters() {
    static const std::vector<Plan> plans{
        {"Flagship North", {149380, 145780, 140415, 146455}, "", 4},
        {"Flagship South", {136450, 119055, 141069}, "931", 6},
    };
    return plans;
}

/// What Flagship schools look at with each other, of what a network may begin with.
std::vector<network::Theme> themes_of_inclusion() {
    const std::set<std::string> theirs{"inclusion-values",      "leadership", "curriculum",
                                       "teaching-and-learning", "assessment", "behaviour",
                                       "parents-and-carers",    "links",      "transition"};
    std::vector<network::Theme> themes;
    std::ranges::copy_if(network::default_themes(), std::back_inserter(themes),
                         [&](const auto& theme) { return theirs.contains(theme.code); });
    return themes;
}

class Casting {
  public:
    explicit Casting(Stage& stage) : stage_(&stage) {}

    Cast engage() {
        const auto co_operative = found("Co-operative Schools Network", {});
        const auto flagship = found("Inclusion Flagship Network", themes_of_inclusion());
        join_by_place(co_operative);
        for (const auto& plan : co_operative_clusters()) form(co_operative, plan);
        for (const auto& plan : flagship_clusters()) form(flagship, plan);
        cast_.coordinator = add("Coordinator, Co-operative Schools Network", accounts()[2].email,
                                {{RoleKind::coordinator, to_text(co_operative)},
                                 {RoleKind::coordinator, to_text(flagship)}});
        add("Administrator", accounts()[3].email, {{RoleKind::administrator, ""}});
        add("Researcher", accounts()[4].email, {{RoleKind::researcher, ""}});
        add("Assessor, Inclusion Quality Mark", accounts()[5].email, {{RoleKind::assessor, "iqm"}});
        for (const auto& account : accounts()) set_password(account);
        return std::move(cast_);
    }

  private:
    NetworkId found(const std::string& name, const std::vector<network::Theme>& themes) {
        const auto id = stage_->app().ids().next<NetworkId>(stage_->now());
        stage_->act(the_operator, app::found_network({id, name, themes}));
        return id;
    }

    /// Schools of the sample's own counties belong to the network of co-operative schools.
    void join_by_place(NetworkId network) {
        const std::set<std::string> authorities{"801", "879", "931", "883", "802"};
        for (const auto& school : all_schools())
            if (authorities.contains(school->details.authority_code) && !follows(school->id))
                join(network, school->id);
    }

    std::vector<app::Loaded<School>> all_schools() {
        stage_->program().projector().catch_up();
        const auto page = stage_->program().projector().views().read(
            [](const app::Views& v) { return v.directory().search({}, "", 1000); });
        std::vector<app::Loaded<School>> all;
        for (const auto& found : page.schools)
            all.push_back(stage_->app().load<School>(found.school));
        return all;
    }

    void join(NetworkId network, SchoolId school) {
        if (stage_->app().load<School>(school)->in(network)) return;
        stage_->act(the_operator, app::join_network({school, network}));
    }

    void form(NetworkId network, const Plan& plan) {
        const auto id = stage_->app().ids().next<ClusterId>(stage_->now());
        stage_->act(the_operator, app::form_cluster({id, network, plan.name}));
        Group group{network, id, {}};
        for (const auto urn : plan.schools) take(group, SchoolId{urn});
        for (const auto& school : all_schools()) {
            if (group.members.size() >= plan.members || plan.authority_code.empty()) break;
            const bool suits = school->details.authority_code == plan.authority_code &&
                               school->clusters.empty() && !changes(school->id) &&
                               stage_->happens(30);
            if (suits) take(group, school->id);
        }
        cast_.groups.push_back(std::move(group));
    }

    void take(Group& group, SchoolId school) {
        join(group.network, school);
        stage_->act(the_operator, app::join_cluster({school, group.cluster}));
        group.members.push_back(staff_of(school));
    }

    Member staff_of(SchoolId school) {
        for (const auto& group : cast_.groups)
            for (const auto& member : group.members)
                if (member.school == school) return member;
        const auto name = stage_->app().load<School>(school)->details.name;
        const auto place = to_text(school);
        const bool shown = school == SchoolId{145398};
        return {
            school,
            add("Lead, " + name, shown ? accounts()[0].email : "lead." + place + "@schools.example",
                {{RoleKind::lead, place}}),
            add("Head, " + name, shown ? accounts()[1].email : "head." + place + "@schools.example",
                {{RoleKind::head, place}})};
    }

    PersonId add(const std::string& name, const std::string& email,
                 const std::vector<person::Role>& roles) {
        const auto id = stage_->app().ids().next<PersonId>(stage_->now());
        stage_->act(the_operator, app::add_person(id, stage_->app().hash_of(email),
                                                  {Personal<PersonName>::plain(name),
                                                   Personal<EmailAddress>::plain(email)}));
        for (const auto& role : roles) stage_->act(the_operator, app::give_role(id, {role, {}}));
        return id;
    }

    void set_password(const Account& account) {
        auto& accounts = stage_->program().accounts();
        accounts.passwords().set(*accounts.person_of(account.email), account.password);
    }

    Stage* stage_;
    Cast cast_;
};

}  // namespace

Cast engage(Stage& stage) {
    return Casting(stage).engage();
}

}  // namespace commonweal::demo
