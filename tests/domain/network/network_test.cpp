// Networks, their themes, and clusters.

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::network;

namespace {

const std::vector<Theme> two_themes{{"equity", "Equity"}, {"links", "Links"}};
const Founded founded{severn, "Severn", two_themes};

void refused_as_malformed(const std::vector<Theme>& themes, const std::string& about) {
    given<Network>()
        .when(Found{severn, "Severn", themes})
        .then_refused(Rule::theme_malformed, about);
    given<Network>(founded)
        .when(SetThemes{severn, themes})
        .then_refused(Rule::theme_malformed, about);
}

std::vector<Theme> themes(std::size_t count) {
    std::vector<Theme> many;
    for (std::size_t i = 0; i < count; ++i) many.push_back({"t" + std::to_string(i), "Theme"});
    return many;
}

}  // namespace

TEST_CASE("a network is founded with its themes") {
    given<Network>().when(Found{severn, "Severn", two_themes}).then(founded);
}

TEST_CASE("a network without themes of its own starts with the default list") {
    const auto network = given<Network>()
                             .when(Found{severn, "Severn", {}})
                             .then(Founded{severn, "Severn", default_themes()})
                             .state();
    CHECK(network.has_theme("self-help"));
    CHECK(network.has_theme("transition"));
    CHECK_FALSE(network.has_theme("Self-help"));
}

TEST_CASE("a network is founded once") {
    given<Network>(founded)
        .when(Found{severn, "Severn again", {}})
        .then_refused(Rule::already_exists, "Severn");
}

TEST_CASE("a network and a cluster have a name, and not too long a one") {
    given<Network>()
        .when(Found{severn, "", {}})
        .then_refused(Rule::text_missing, "name")
        .when(Found{severn, std::string(name_length_max + 1, 'x'), {}})
        .then_refused(Rule::text_too_long, "name")
        .when(Found{severn, std::string(name_length_max, 'x'), two_themes})
        .then(Founded{severn, std::string(name_length_max, 'x'), two_themes});
    given<Cluster>()
        .when(FormCluster{avon, severn, ""})
        .then_refused(Rule::text_missing, "name")
        .when(FormCluster{avon, severn, std::string(name_length_max + 1, 'x')})
        .then_refused(Rule::text_too_long, "name");
}

TEST_CASE("a theme's code is small letters, digits and hyphens, and its name is said") {
    refused_as_malformed({{"", "Equity"}}, "");
    refused_as_malformed({{"Equity", "Equity"}}, "Equity");
    refused_as_malformed({{"self help", "Self-help"}}, "self help");
    refused_as_malformed({{"caf\xC3\xA9", "Café"}}, "caf\xC3\xA9");
    refused_as_malformed({{"equity", ""}}, "equity");
    refused_as_malformed({{"equity", std::string(name_length_max + 1, 'x')}}, "equity");
    refused_as_malformed({{std::string(41, 'x'), "Long"}}, std::string(41, 'x'));
    given<Network>(founded)
        .when(SetThemes{severn, {{std::string(40, 'x'), "Long"}, {"key-stage-2", "Key stage 2"}}})
        .then(ThemesSet{severn, {{std::string(40, 'x'), "Long"}, {"key-stage-2", "Key stage 2"}}});
}

TEST_CASE("a theme is listed once, and the list is bounded") {
    refused_as_malformed({{"equity", "Equity"}, {"links", "Links"}, {"equity", "Fairness"}},
                         "equity (twice)");
    refused_as_malformed(themes(themes_max + 1), "more than 100 themes");
    given<Network>(founded)
        .when(SetThemes{severn, themes(themes_max)})
        .then(ThemesSet{severn, themes(themes_max)});
}

TEST_CASE("a network sets other themes") {
    const std::vector<Theme> others{{"coaching", "Coaching"}};
    const auto network = given<Network>(founded)
                             .when(SetThemes{severn, others})
                             .then(ThemesSet{severn, others})
                             .when(SetThemes{severn, others})
                             .then_refused(Rule::same_again, "themes")
                             .when(SetThemes{severn, {}})
                             .then_refused(Rule::text_missing, "themes")
                             .state();
    CHECK(network.has_theme("coaching"));
    CHECK_FALSE(network.has_theme("equity"));
}

TEST_CASE("a network that nobody founded has no themes to set") {
    given<Network>()
        .when(SetThemes{severn, two_themes})
        .then_refused(Rule::network_unknown, to_text(severn));
}

TEST_CASE("schools of a network form a cluster, once") {
    given<Cluster>()
        .when(FormCluster{avon, severn, "Avon"})
        .then(ClusterFormed{avon, severn, "Avon"})
        .when(FormCluster{avon, severn, "Avon again"})
        .then_refused(Rule::already_exists, "Avon");
}

TEST_CASE("a cluster stands in a network that is there") {
    const auto other = numbered<NetworkId>(9);
    given<Cluster>()
        .when(FormCluster{avon, other, "Avon"})
        .then_refused(Rule::network_unknown, to_text(other));
}
