#include "tools/bench/years.hpp"

namespace commonweal::bench {

void Years::write(std::uint64_t events) {
    if (lives_.empty())
        for (const auto& network : *networks_)
            for (std::size_t i = 0; i < under_way; ++i) lives_.push_back({&network, {}, {}, {}});
    const auto end = batch_.written() + events;
    for (auto next_day = batch_.written(); batch_.written() < end;) {
        if (batch_.written() >= next_day) {
            batch_.add(app::stream_of(app::TheCalendar{}), {}, calendar::DayBegan{today_});
            today_ += std::chrono::days{1};
            next_day += events_a_day;
        }
        go_on(lives_[random_() % lives_.size()]);
    }
    batch_.flush();
}

std::vector<std::string> Years::tags_of(const Life& life) const {
    return {app::tag::school(life.guest), app::tag::school(life.host),
            app::tag::network(life.network->network), app::tag::cluster(life.network->cluster)};
}

void Years::begin(Life& life) {
    const auto& schools = life.network->schools;
    life.id = app_->ids().next<VisitId>(app_->clock().now());
    // A school works with a dozen others, not with all.
    const auto guest = random_() % schools.size();
    life.guest = schools[guest];
    life.host = schools[(guest + 1 + random_() % 12) % schools.size()];
    life.day = today_ + std::chrono::days{20};
    batch_.add(app::stream_of(life.id), tags_of(life),
               visit::Requested{life.id,
                                life.guest,
                                life.host,
                                life.network->network,
                                {life.network->cluster},
                                "equity",
                                {}});
}

/// From the request to both reflections; one in ten is declined.
void Years::go_on(Life& life) {
    const auto tell = [&](const auto& fact) {
        batch_.add(app::stream_of(life.id), tags_of(life), fact);
    };
    const bool declined = life.stage == 1 && random_() % 10 == 0;
    if (life.stage == 0) begin(life);
    if (life.stage == 1 && declined) tell(visit::Declined{life.id, {}});
    if (life.stage == 1 && !declined) tell(visit::Agreed{life.id, {}});
    if (life.stage == 2) tell(visit::Dated{life.id, life.day});
    if (life.stage == 3) tell(visit::Held{life.id, life.day});
    if (life.stage == 4) tell(visit::Reflected{life.id, visit::Side::guest, {}});
    if (life.stage == 5) tell(visit::Reflected{life.id, visit::Side::host, {}});
    life.stage = declined || life.stage == 5 ? 0 : life.stage + 1;
}

}  // namespace commonweal::bench
