#pragma once
// The judge of disasters: what was acknowledged, and what was asked and has no answer yet. It says
// of a log that was opened again whether it is the one that has to be there.

#include <random>

#include "tests/log/answers.hpp"
#include "tests/log/contract.hpp"
#include "tests/log/kept_on_disk.hpp"

namespace commonweal::log::testing {

class KnownLog {
  public:
    explicit KnownLog(std::mt19937& random) : random_(random) {}

    Position acknowledged() const { return records_.size(); }
    const std::vector<Record>& records() const { return records_; }
    bool has_unanswered() const { return !unanswered_.empty(); }

    /// One to four commits: mostly new ones, some asked before, some that cannot be taken.
    std::vector<Commit> some_group() {
        std::vector<Commit> group;
        for (auto commits = 1 + below(4); commits > 0; --commits) group.push_back(some_commit());
        return group;
    }

    /// Asks the engine; false where it says that the outcome is unknown, of the group as a whole.
    bool append(Engine& engine, const std::vector<Commit>& group) {
        const auto results = engine.append(group);
        REQUIRE(results.size() == group.size());
        const auto unknown = std::ranges::count_if(results, [&](const AppendResult& result) {
            const auto* const why = std::get_if<OutcomeUnknown>(&result);
            if (why != nullptr) reason_ = why->reason;
            return why != nullptr;
        });
        if (unknown > 0) {
            REQUIRE(static_cast<std::size_t>(unknown) == group.size());
            if (unanswered_.empty()) unanswered_ = group;
            return false;
        }
        for (std::size_t at = 0; at < group.size(); ++at) take(engine, group[at], results[at]);
        return true;
    }
    /// Why the last outcome was unknown.
    const std::string& reason() const { return reason_; }

    /// All that was acknowledged is there as it was, then the unanswered group or nothing of it,
    /// and nothing more; asked again, the group has an outcome. False: the power went again.
    bool check_opened(Engine& engine) {
        check_records(engine);
        if (unanswered_.empty()) return true;
        const auto again = unanswered_;
        const auto before = records_.size();
        if (!append(engine, again)) return false;
        unanswered_.clear();
        if (records_.size() > before) check_answers(engine);
        return true;
    }
    void check_answers(const Engine& engine) const {
        const auto differs = difference(answers_of(engine), answers_for(records_, fingerprints_));
        REQUIRE(differs == "");
        REQUIRE_FALSE(engine.find_commit(id_of(commits_ + 1)));
    }

  private:
    std::size_t below(std::size_t end) { return random_below(random_, end); }

    Commit some_commit() {
        if (!asked_.empty() && below(8) == 0) return asked_[below(asked_.size())];
        Commit made = commit(++commits_, {});
        made.fingerprint[0] = static_cast<std::uint8_t>(below(3));
        for (auto events = 1 + below(5); events > 0; --events) made.events.push_back(some_event());
        if (below(8) == 0) made.conditions.push_back({"s0", never_reached});
        return made;
    }
    NewEvent some_event() {
        std::vector<std::string> tags;
        for (auto count = below(4); count > 0; --count)
            tags.push_back("t" + std::to_string(below(5)));
        std::string body(below(20) == 0 ? 20'000 + below(30'000) : below(300), '\0');
        for (auto& byte : body) byte = static_cast<char>(random_());
        return event("s" + std::to_string(below(5)), tags, body);
    }

    void take(const Engine& engine, const Commit& asked, const AppendResult& result) {
        CAPTURE(result);
        if (!asked.conditions.empty()) {
            REQUIRE(std::holds_alternative<Conflict>(result));
            return;
        }
        const auto first_outcome = outcomes_.find(asked.id);
        if (first_outcome != outcomes_.end()) {
            REQUIRE(result == AppendResult{first_outcome->second});
            return;
        }
        REQUIRE(std::holds_alternative<Appended>(result));
        const auto& at = std::get<Appended>(result);
        REQUIRE_FALSE(at.repeated);
        take_records(engine, asked);
        REQUIRE(at.last == records_.size());
    }
    /// The next records are those of the commit, in order; they are known from now on.
    void take_records(const Engine& engine, const Commit& asked) {
        const auto first = records_.size() + 1;
        for (const auto& event : asked.events) {
            const auto record = record_at(engine, records_.size() + 1);
            REQUIRE(record.position == records_.size() + 1);
            REQUIRE(record.commit_id == asked.id);
            REQUIRE(record.index == records_.size() + 1 - first);
            REQUIRE(record.count == asked.events.size());
            REQUIRE(record.stream == event.stream);
            const bool same_body = record.body == event.body;
            REQUIRE(same_body);
            records_.push_back(record);
        }
        outcomes_[asked.id] = {first, records_.size(), records_.back().recorded_at, true};
        fingerprints_[asked.id] = asked.fingerprint;
        asked_.push_back(asked);
    }

    void check_records(const Engine& engine) {
        if (engine.head().position > records_.size()) {
            for (const auto& asked : unanswered_) {
                if (!asked.conditions.empty() || outcomes_.contains(asked.id)) continue;
                take_records(engine, asked);
            }
        }
        check_answers(engine);
    }

    static constexpr Version never_reached = 1'000'000;

    std::mt19937& random_;
    std::uint64_t commits_ = 0;
    std::vector<Commit> asked_;  ///< and appended
    std::vector<Commit> unanswered_;
    std::string reason_;
    std::vector<Record> records_;
    std::map<CommitId, Appended> outcomes_;  ///< as repeated
    std::map<CommitId, Fingerprint> fingerprints_;
};

}  // namespace commonweal::log::testing
