// The whole list of visits against what was acknowledged: each is there, once, at the version that
// follows; what is there besides was asked for, and its answer was never seen.
#include "tests/api/kill_checks.hpp"

namespace commonweal::api::testing {

/// Every visit and its version. A page begins where the one before it ended.
std::map<std::string, Version> KillChecks::list(KeptConnection& connection) {
    std::map<std::string, Version> all;
    const auto after = "&limit=200&after=" + std::to_string(head_.at("size").to_number<Position>());
    const auto of_network = "/api/v1/visits?network=" + cast_->network + after;
    std::string cursor;
    do {
        const auto page = get(connection, of_network + (cursor.empty() ? "" : "&cursor=" + cursor));
        if (page.is_null()) break;
        for (const auto& visit : page.at("items").as_array()) {
            const std::string id(visit.at("id").as_string());
            if (!all.emplace(id, visit.at("version").to_number<Version>()).second)
                oracle_->complain(id + " is in the list twice");
        }
        const auto* next = page.as_object().if_contains("next");
        cursor = next != nullptr && next->is_string() ? std::string(next->as_string()) : "";
    } while (!cursor.empty());
    return all;
}

void KillChecks::check_list(KeptConnection& connection) {
    for (const auto& asked : oracle_->given_up()) {
        if (asked.step == Step::request || asked.step == Step::give_back) unseen_[asked.key] = 0;
        if (!asked.visit.empty()) touched_.insert(asked.visit);
    }
    const auto listed = list(connection);
    visits = listed.size();
    for (const auto& [visit, version] : oracle_->versions()) {
        const auto at = listed.find(visit);
        const auto now = at == listed.end() ? 0 : at->second;
        if (now != version && !(now == version + 1 && touched_.contains(visit)))
            oracle_->complain(visit + " is at version " + std::to_string(now) +
                              " in the list, not " + std::to_string(version));
    }
    for (const auto& [visit, version] : listed)
        if (!oracle_->versions().contains(visit)) explain(connection, visit, version);
}

/// A visit that nobody was told of: a command that was given up made it, and made no other.
void KillChecks::explain(KeptConnection& connection, const std::string& visit, Version version) {
    const auto shown = get(connection, "/api/v1/visits/" + visit);
    if (shown.is_null()) return;
    const auto* note = shown.as_object().if_contains("note");
    const std::string key(note != nullptr && note->is_string() ? note->as_string() : "");
    const auto at = unseen_.find(key);
    if (at == unseen_.end() || ++at->second > 1 || version != 2)
        oracle_->complain("nobody asked for this, or it is there twice: " + serialize(shown));
}

}  // namespace commonweal::api::testing
