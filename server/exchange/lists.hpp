#pragma once
// Lists that people bring along: members, people, and what happened before. Each row is checked and
// becomes a commit of its own, or none; the same row again is the same commit, so that a list which
// was interrupted is simply sent once more.
//
// Owner: the API. Threads: one list runs at a time. Blocks until the end: not for a thread that
// serves connections.
// Failure: a bad row is told and stops no other; a list that cannot be read is a sentence.

#include <map>
#include <mutex>

#include "server/app/app.hpp"
#include "server/exchange/import_result.hpp"
#include "server/exchange/table.hpp"

namespace commonweal::exchange {

enum class ListKind : std::uint8_t { members, people, visits, reviews, partnerships };
BOOST_DESCRIBE_ENUM(ListKind, members, people, visits, reviews, partnerships)

enum class RowOutcome : std::uint8_t { created, unchanged, rejected };
BOOST_DESCRIBE_ENUM(RowOutcome, created, unchanged, rejected)

/// What became of a row, or would become of it.
struct ListRow {
    std::uint64_t row = 0;  ///< the line of the list, or the worksheet's row
    std::string says;       ///< the row in words
    RowOutcome outcome = RowOutcome::created;
    std::string column;              ///< where it is at fault; empty: the whole row
    std::string reason;              ///< in a sentence; empty where a rule says it
    std::optional<Refusal> refusal;  ///< the rule that it breaks
};

struct ListTaken {
    std::string source;         ///< for people: "the worksheet 'Members'"
    std::vector<ListRow> rows;  ///< in the order of the list
    std::vector<RejectedRow> notes;
};

/// Whose list it is, and what its words mean.
struct ListAsk {
    ListKind kind = ListKind::members;
    NetworkId network;
    access::Actor actor;
    bool dry_run = false;
    std::map<std::string, ClusterId> clusters;  ///< of the network, by their names in small letters
};

class Lists {
  public:
    static constexpr std::size_t rows_max = 2'000;

    explicit Lists(app::App& app) : app_(&app) {}

    std::expected<ListTaken, std::string> run(std::string_view file, const ListAsk& ask);

  private:
    app::App* app_;
    std::mutex one_at_a_time_;
};

}  // namespace commonweal::exchange
