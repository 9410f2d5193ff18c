#include "domain/scheduling/teams_of_schools.hpp"

#include <algorithm>

namespace commonweal::scheduling {
namespace {

struct Team {
    std::vector<SchoolNumber> schools;
    WindowSet all;   ///< windows in which all can
    WindowSet lead;  ///< in which somebody may lead
};

class Teaming {
  public:
    Teaming(const PairingRules& rules, std::uint32_t size) : rules_(rules), size_(size) {}

    void begin(const Pairing& lead) {
        teams_.push_back({{lead.giver},
                          rules_.windows(lead.giver, lead.host),
                          rules_.lead_windows(lead.giver, lead.host)});
    }
    /// Into the team that keeps the most windows; false where there is none with a place.
    bool join(const Pairing& pairing) {
        const auto windows = rules_.windows(pairing.giver, pairing.host);
        Team* best = nullptr;
        for (auto& team : teams_)
            if (team.schools.size() < size_ && room(team, windows) > 0 &&
                (best == nullptr || room(team, windows) > room(*best, windows)))
                best = &team;
        if (best == nullptr) return false;
        best->schools.push_back(pairing.giver);
        best->all &= windows;
        best->lead |= rules_.lead_windows(pairing.giver, pairing.host);
        return true;
    }
    std::vector<std::vector<SchoolNumber>> whole() const {
        std::vector<std::vector<SchoolNumber>> whole;
        for (auto team : teams_) {
            if (team.schools.size() != size_) continue;
            std::ranges::sort(team.schools);
            whole.push_back(std::move(team.schools));
        }
        return whole;
    }

  private:
    static std::size_t room(const Team& team, const WindowSet& windows) {
        return (team.all & windows & team.lead).count();
    }

    const PairingRules& rules_;
    std::uint32_t size_;
    std::vector<Team> teams_;
};

}  // namespace

std::vector<std::vector<SchoolNumber>> teams_of_schools(const PairingRules& rules,
                                                        const std::vector<Pairing>& of_host,
                                                        std::uint32_t size) {
    Teaming teaming(rules, size);
    std::vector<Pairing> rest;
    std::size_t begun = 0;
    for (const auto& pairing : of_host)
        if (pairing.leads && begun < of_host.size() / size) {
            teaming.begin(pairing);
            ++begun;
        } else {
            rest.push_back(pairing);
        }
    for (const auto& pairing : rest) teaming.join(pairing);
    return teaming.whole();
}

}  // namespace commonweal::scheduling
