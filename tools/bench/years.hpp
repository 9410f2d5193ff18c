#pragma once
// Years of visits in many networks at once, day by day, as they would come in: for measuring how
// the past is read.

#include <random>

#include "tools/bench/event_batch.hpp"

namespace commonweal::bench {

class Years {
  public:
    Years(app::App& app, const std::vector<Network>& networks)
        : app_(&app), networks_(&networks), batch_(app, networks.front().leads.front()) {}

    /// So many events more, in the same order each time.
    void write(std::uint64_t events);

  private:
    struct Life {
        const Network* network = nullptr;
        VisitId id;
        SchoolId guest, host;
        int stage = 0;
        Day day{};
    };
    void begin(Life& life);
    void go_on(Life& life);
    std::vector<std::string> tags_of(const Life& life) const;

    static constexpr std::size_t under_way = 100;  ///< in each network at a time
    static constexpr std::uint64_t events_a_day = 800;

    app::App* app_;
    const std::vector<Network>* networks_;
    EventBatch batch_;
    std::mt19937 random_{7};
    Day today_{std::chrono::days{18'871}};  ///< 1 September 2021
    std::vector<Life> lives_;
};

}  // namespace commonweal::bench
