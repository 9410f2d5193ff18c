#pragma once
// The small mutable store for what is not an event: password hashes, sessions, one-time tokens,
// drafts. A table is a key prefix; a row is bytes. Durable when put returns. What was removed is
// found no more at once, and is in no file any more once it was purged.
//
// Owner: main. Threads: every member may be called from any thread; what is called for each row
// must not read or purge.
// Failure: what the disk refuses throws std::runtime_error with the path.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace commonweal::records {

class Records {
  public:
    /// Opens or makes the store in a folder (0700); an empty path keeps it in memory, for tests.
    explicit Records(const std::filesystem::path& folder);
    ~Records();
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;

    void put(std::string_view table, std::string_view key, std::string_view row);
    std::optional<std::string> find(std::string_view table, std::string_view key) const;
    void remove(std::string_view table, std::string_view key);
    /// Writes all files anew, so that what was removed or replaced up to now is in none of them
    /// when it returns. Where that is broken off, it is finished when the store is opened again.
    void purge();
    /// Every row of a table in the order of its keys; false ends the reading.
    void each(std::string_view table,
              const std::function<bool(std::string_view key, std::string_view row)>& visit) const;

    /// Every row of every table, for a backup; `key` holds the table's name too. False ends it.
    void each_row(
        const std::function<bool(std::string_view key, std::string_view row)>& visit) const;
    /// Such rows, taken into a store that is being restored: durable when it returns.
    void put_rows(std::span<const std::pair<std::string, std::string>> rows);

    /// A row that is there while files are written anew; no table's key is like it.
    static constexpr std::string_view purge_begun{"\0purge-begun", 12};

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace commonweal::records
