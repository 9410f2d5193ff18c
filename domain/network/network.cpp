#include "domain/network/network.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"

namespace commonweal {

bool Network::has_theme(std::string_view code) const {
    return std::ranges::any_of(themes, [&](const auto& theme) { return theme.code == code; });
}

namespace network {
namespace {

bool well_formed(const Theme& theme) {
    constexpr std::size_t code_length_max = 40;
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !theme.code.empty() && theme.code.size() <= code_length_max && !theme.name.empty() &&
           theme.name.size() <= name_length_max && std::ranges::all_of(theme.code, allowed);
}

/// Every theme well formed, every code once, not too many.
Decision<std::monostate> check(const std::vector<Theme>& themes) {
    if (themes.size() > themes_max) return refuse(Rule::theme_malformed, "more than 100 themes");
    for (auto at = themes.begin(); at != themes.end(); ++at) {
        if (!well_formed(*at)) return refuse(Rule::theme_malformed, at->code);
        if (std::any_of(themes.begin(), at, [&](const auto& t) { return t.code == at->code; }))
            return refuse(Rule::theme_malformed, at->code + " (twice)");
    }
    return std::monostate{};
}

Decision<std::monostate> check_name(const std::string& name) {
    if (name.empty()) return refuse(Rule::text_missing, "name");
    if (name.size() > name_length_max) return refuse(Rule::text_too_long, "name");
    return std::monostate{};
}

}  // namespace

const std::vector<Theme>& default_themes() {
    static const std::vector<Theme> themes{
        {"self-help", "Self-help"},
        {"self-responsibility", "Self-responsibility"},
        {"democracy", "Democracy"},
        {"equality", "Equality"},
        {"equity", "Equity"},
        {"solidarity", "Solidarity"},
        {"inclusion-values", "Inclusion values"},
        {"leadership", "Leadership, management and accountability"},
        {"curriculum", "Curriculum"},
        {"teaching-and-learning", "Teaching and learning"},
        {"assessment", "Assessment"},
        {"behaviour", "Behaviour, attitudes and personal development"},
        {"parents-and-carers", "Parents, carers and guardians"},
        {"links", "Local, wider and global links"},
        {"coaching", "Coaching"},
        {"transition", "Transition between schools"},
    };
    return themes;
}

Decision<std::vector<Fact>> decide(const Network& network, const Found& command) {
    if (network.known()) return refuse(Rule::already_exists, network.name);
    if (auto ok = check_name(command.name); !ok) return std::unexpected(ok.error());
    if (auto ok = check(command.themes); !ok) return std::unexpected(ok.error());
    const auto& themes = command.themes.empty() ? default_themes() : command.themes;
    return std::vector<Fact>{Founded{command.network, command.name, themes}};
}

Decision<std::vector<Fact>> decide(const Network& network, const SetThemes& command) {
    if (!network.known()) return refuse(Rule::network_unknown, to_text(command.network));
    if (command.themes.empty()) return refuse(Rule::text_missing, "themes");
    if (auto ok = check(command.themes); !ok) return std::unexpected(ok.error());
    if (command.themes == network.themes) return refuse(Rule::same_again, "themes");
    return std::vector<Fact>{ThemesSet{command.network, command.themes}};
}

Decision<std::vector<Fact>> decide(const Network& network, const SetDeadlines& command) {
    const auto& deadlines = command.deadlines;
    if (!network.known()) return refuse(Rule::network_unknown, to_text(command.network));
    if (deadlines == network.deadlines) return refuse(Rule::same_again, "deadlines");
    for (auto at = deadlines.begin(); at != deadlines.end(); ++at) {
        const bool twice =
            std::any_of(deadlines.begin(), at, [&](const auto& d) { return d.duty == at->duty; });
        if (twice || at->working_days == 0 || at->working_days > task::working_days_max)
            return refuse(Rule::deadline_malformed,
                          boost::describe::enum_to_string(at->duty, "unknown"));
    }
    return std::vector<Fact>{DeadlinesSet{command.network, deadlines}};
}

Decision<std::vector<ClusterFact>> decide(const Cluster& cluster, const Network& network,
                                          const FormCluster& command) {
    if (cluster.known()) return refuse(Rule::already_exists, cluster.name);
    if (!network.known()) return refuse(Rule::network_unknown, to_text(command.network));
    if (auto ok = check_name(command.name); !ok) return std::unexpected(ok.error());
    return std::vector<ClusterFact>{ClusterFormed{command.cluster, command.network, command.name}};
}

void evolve(Network& network, const Fact& fact) {
    std::visit(Overloaded{
                   [&](const Founded& f) {
                       network.id = f.network;
                       network.name = f.name;
                       network.themes = f.themes;
                   },
                   [&](const ThemesSet& f) { network.themes = f.themes; },
                   [&](const DeadlinesSet& f) { network.deadlines = f.deadlines; },
               },
               fact);
}

void evolve(Cluster& cluster, const ClusterFact& fact) {
    const auto& formed = std::get<ClusterFormed>(fact);
    cluster = {formed.cluster, formed.network, formed.name};
}

}  // namespace network
}  // namespace commonweal
