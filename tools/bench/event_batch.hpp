#pragma once
// Events written straight into the log, in commits of some hundred: for histories that are measured
// while they are read.

#include "server/codec/stored.hpp"
#include "tools/bench/network.hpp"

namespace commonweal::bench {

class EventBatch {
  public:
    EventBatch(app::App& app, PersonId entered_by) : app_(&app), entered_by_(entered_by) {}

    template <class Fact>
    void add(const std::string& stream, std::vector<std::string> tags, const Fact& fact) {
        Attribution attribution;
        attribution.entered_by = entered_by_;
        auto stored = codec::encode(attribution, AnyFact{fact});
        tags.push_back(app::tag::kind(Fact::kind));
        commit_.events.push_back({stream, std::move(tags), std::move(stored.kind),
                                  stored.schema_version, std::move(stored.body)});
        ++written_;
        if (commit_.events.size() == events_a_commit) flush();
    }
    void flush() {
        if (commit_.events.empty()) return;
        commit_.id = app_->ids().random();
        commit_.recorded_at = app_->clock().now().time_since_epoch().count();
        const auto result = app_->log().append_and_wait(std::exchange(commit_, {}));
        if (!std::holds_alternative<log::Appended>(result))
            throw std::runtime_error("the history to measure on could not be written");
    }
    std::uint64_t written() const { return written_; }

  private:
    static constexpr std::size_t events_a_commit = 600;

    app::App* app_;
    PersonId entered_by_;
    log::Commit commit_;
    std::uint64_t written_ = 0;
};

}  // namespace commonweal::bench
