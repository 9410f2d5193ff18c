#pragma once
// Files that hold a part of the views as of a position, so that the past and the start need not be
// folded from the beginning. All of it follows from the log: any file may be deleted at any time,
// and one that is not what it should be is, and folded anew.
//
// Owner: main. Threads: every member from any thread. Failure: what the disk refuses while one is
// written throws std::runtime_error; what cannot be read counts as not there.

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "server/app/views.hpp"
#include "server/log/engine.hpp"

namespace commonweal::app {

/// A part of the views, and how far it is folded.
struct Folded {
    std::shared_ptr<Views> views;
    Position position = 0;
    std::uint64_t events = 0;  ///< that were folded into it
};

class Snapshots {
  public:
    /// To be raised whenever views fold the same events to something else than before.
    static constexpr int folding_now = 1;

    /// Files of views of another shape, which this program cannot read, are deleted.
    Snapshots(std::filesystem::path folder, const log::Engine& engine, int folding = folding_now);

    /// Those of the newest other version that folded otherwise, to serve while all is folded anew;
    /// none: there are none.
    std::unique_ptr<Snapshots> of_other_version() const;
    void drop_other_versions();

    /// The newest of a scope up to a position; nothing folded where there is none.
    Folded newest(const std::string& scope, Position up_to) const;
    /// The bytes of the views in one, and of how many events they are.
    struct Kept {
        std::uint64_t events = 0;
        std::string state;
    };
    /// None: it is damaged, or of another log.
    std::optional<Kept> read(const std::string& scope, Position position) const;
    /// Of all that there are, by scope.
    std::map<std::string, std::set<Position>> positions() const;
    /// The position of the newest of a scope; 0: there is none.
    Position newest_position(const std::string& scope) const;
    /// Keeps one, and says so, where enough has been folded since the last: `since` events.
    bool keep_where_due(const std::string& scope, const Folded& folded, std::uint64_t since);
    /// As far as the views are now.
    void keep(const std::string& scope, const Views& views, std::uint64_t events);

    /// So many events apart, of a scope that has so many: what is read again stays in proportion.
    static std::uint64_t interval(std::uint64_t events);

  private:
    std::filesystem::path file_of(const std::string& scope, Position position) const;
    std::optional<Folded> load(const std::string& scope, Position position) const;
    std::optional<Position> position_before(const std::string& scope, Position up_to) const;
    void drop(const std::string& scope, Position position) const;
    void list();

    std::vector<int> versions() const;

    std::filesystem::path root_;
    std::filesystem::path folder_;  ///< of this version
    int folding_;
    const log::Engine* engine_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::set<Position>> positions_;
};

}  // namespace commonweal::app
