#pragma once
// Takes the register into the network: reads it row by row and lets the domain decide what is new.
//
// Owner: main. Threads: one import runs at a time; progress may be asked from any thread.
// Failure: a bad row is told and stops no other; a file that is no register is a Refusal in words.

#include <atomic>
#include <expected>
#include <mutex>

#include "server/app/app.hpp"
#include "server/exchange/batches.hpp"
#include "server/exchange/register.hpp"

namespace commonweal::exchange {

struct ImportProgress {
    bool running = false;
    std::uint64_t bytes_done = 0;
    std::uint64_t bytes_total = 0;
};
BOOST_DESCRIBE_STRUCT(ImportProgress, (), (running, bytes_done, bytes_total))

class RegisterImports {
  public:
    explicit RegisterImports(app::App& app) : app_(&app) {}

    /// Reads a register for the actor; a dry run appends nothing. Blocks until the end of the file.
    /// The error says in a sentence why nothing could be read at all.
    std::expected<ImportResult, std::string> run(std::istream& file, const access::Actor& actor,
                                                 bool dry_run);
    /// Which school came from which: the register's list of links. Ancestors that are not here
    /// themselves are named for those that are.
    std::expected<ImportResult, std::string> run_links(std::string_view file,
                                                       const access::Actor& actor, bool dry_run);
    /// Which school is in which trust or federation: the register's list of group links.
    std::expected<ImportResult, std::string> run_groups(std::string_view file,
                                                        const access::Actor& actor, bool dry_run);
    /// When there is school: a calendar (.ics) or a list of terms, holidays and INSET days, for the
    /// calendar that is meant. A row of the result is a school year.
    std::expected<ImportResult, std::string> run_terms(std::string_view file,
                                                       const calendar::WhoseDays& whose,
                                                       const access::Actor& actor, bool dry_run);
    ImportProgress progress() const;

  private:
    struct Run;
    template <class Read, class Commit>
    std::expected<ImportResult, std::string> run_file(Batches batches, Read read, Commit commit);
    template <class ReadRows, class Commit>
    std::expected<ImportResult, std::string> run_list(std::string_view file, Batches batches,
                                                      ReadRows read, Commit commit);
    app::App* app_;
    std::mutex one_at_a_time_;
    std::atomic<bool> running_{false};
    std::atomic<std::uint64_t> done_{0}, total_{0};
};

}  // namespace commonweal::exchange
