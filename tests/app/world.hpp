#pragma once
// A small network for tests: three schools in one network, two of them in its cluster, a lead each
// and an administrator, on an engine of the test's choice. What tests say reads like commands.

#include "server/app/commands.hpp"
#include "tests/support/folder.hpp"

namespace commonweal::app::testing {

using commonweal::testing::Folder;

enum class On { memory, rocks };

class World {
  public:
    explicit World(On engine = On::memory, AppOptions options = {});
    /// The same folder opened again (after the world that had it is gone).
    World(const std::filesystem::path& folder, AppOptions options);
    ~World();

    App& app() { return *app_; }
    log::Log& log() { return *log_; }
    vault::Vault& vault() { return *vault_; }
    SetClock& clock() { return clock_; }
    const std::filesystem::path& folder() const { return folder_path_; }
    /// Closes everything, so that all that is kept is in the files.
    void close();

    Ask ask(PersonId who);
    /// The same under an idempotency key.
    Ask ask(PersonId who, std::string_view key, std::string_view request);
    Ask as_operator();
    Outcome run(const Ask& ask, const Decide& decide) {
        return app_->transact_and_wait(ask, decide);
    }
    /// Throws unless it is done.
    Done done(const Ask& ask, const Decide& decide);

    VisitId new_visit();
    /// A visit of Barton at Ashton, asked for by Barton's lead.
    VisitId requested(std::string note = {});
    std::size_t events_of(const std::string& stream);
    std::vector<Recorded> events_on(const std::string& stream);

    SchoolId ashton{100001}, barton{100002}, clifton{100003};
    NetworkId network;
    ClusterId cluster;
    PersonId lead_of_ashton, lead_of_barton, lead_of_clifton, administrator;

  private:
    void open(On engine, AppOptions options);
    void populate();
    PersonId person(const std::string& name, person::Role role);

    Folder own_folder_;
    std::filesystem::path folder_path_;
    SetClock clock_{*parse_instant("2026-03-09T09:00:00Z")};
    Ids ids_{7};
    std::unique_ptr<vault::Vault> vault_;
    std::unique_ptr<log::Log> log_;
    std::unique_ptr<App> app_;
};

/// The done one of an outcome; throws with words for any other.
Done expect_done(const Outcome& outcome);
Rule expect_refusal(const Outcome& outcome);

}  // namespace commonweal::app::testing
