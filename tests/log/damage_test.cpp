// Damage of any file of a log that was closed cleanly: a bit that flips, a page of zeros, an end
// that is missing, a file that is gone. The log is refused with words, or the reading that comes
// upon the damage fails with words, or every answer is the one from before. Nothing below the
// anchored head is ever silently missing or other.

#include <tuple>

#include "server/log/tree_heads.hpp"
#include "tests/log/answers.hpp"
#include "tests/log/contract.hpp"
#include "tests/log/kept_on_disk.hpp"
#include "tests/log/rounds.hpp"
#include "tests/log/test_env.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;
using Path = std::filesystem::path;

namespace {

constexpr const char* kinds_of_damage[] = {"bit", "bit", "bit", "zeros", "end", "end", "gone"};

/// What a file is for, by its name: "sst", "log", "MANIFEST", "HEADS", …
std::string kind_of(const Path& file) {
    if (file.has_extension() && !file.filename().string().starts_with("LOG"))
        return file.extension().string().substr(1);
    const auto name = file.filename().string();
    return name.substr(0, name.find_first_of("-."));
}

/// A log of a thousand events in many small files: tables of records and of the index, a
/// write-ahead log, and two anchored heads.
class Whole {
  public:
    explicit Whole(std::mt19937& random) {
        options_.env = &env_;
        options_.recent_events_max = 100;
        env_.skip_syncs();
        for (const std::uint64_t until : {130, 230}) write_until(until, random);
        answers_ = answers_now();
        for (const auto& entry : std::filesystem::directory_iterator(log())) {
            if (entry.is_regular_file()) files_[kind_of(entry.path())].push_back(entry.path());
        }
        for (auto& [kind, files] : files_) std::ranges::sort(files);
    }

    /// By what they are for.
    const std::map<std::string, std::vector<Path>>& files() const { return files_; }
    const Answers& answers() const { return answers_; }

    /// In a copy of the folder, of which one file is damaged.
    Path damaged(const Path& file, const std::string& how, std::mt19937& random) const {
        const auto copy = folder_.path() / "copy";
        std::filesystem::remove_all(copy);
        std::filesystem::create_directory(copy);
        for (const auto& entry : std::filesystem::directory_iterator(log())) {
            const auto to = copy / entry.path().filename();
            if (entry.path() == file)
                damage(file, to, how, random);
            else if (entry.path().extension() == ".sst")  // never written again
                std::filesystem::create_hard_link(entry.path(), to);
            else if (entry.is_regular_file())
                std::filesystem::copy_file(entry.path(), to);
        }
        return copy;
    }
    /// As the server opens a log.
    std::unique_ptr<Engine> open(const Path& folder) const {
        auto engine = open_rocks_engine(folder, options_);
        must_go_on_from(*engine, AnchoredHeads(folder / "HEADS", key_.public_key()));
        return engine;
    }

  private:
    Path log() const { return folder_.path() / "log"; }

    void write_until(std::uint64_t until, std::mt19937& random) {
        Log log(open_rocks_engine(this->log(), options_), {});
        TreeHeads heads(log, this->log() / "HEADS", key_, std::chrono::hours{1});
        while (commits_ < until) {
            Commit made = commit(++commits_, {});
            made.fingerprint[0] = static_cast<std::uint8_t>(commits_ % 5);
            for (auto events = 1 + random_below(random, 8); events > 0; --events) {
                made.events.push_back(event("s" + std::to_string(random_below(random, 9)),
                                            {"all", "t" + std::to_string(random_below(random, 9))},
                                            std::string(random_below(random, 200), 'b')));
            }
            REQUIRE(std::holds_alternative<Appended>(log.append_and_wait(made)));
        }
    }
    /// Read once without damage: opening alone must not change what is to be damaged.
    Answers answers_now() {
        std::mt19937 unused;
        const auto copy = damaged("", "", unused);
        return answers_of(*open(copy));
    }
    static void damage(const Path& file, const Path& to, const std::string& how,
                       std::mt19937& random) {
        auto bytes = bytes_of_file(file);
        if (how == "gone" || bytes.empty()) return;
        const auto at = random_below(random, bytes.size());
        if (how == "bit") bytes[at] = static_cast<char>(bytes[at] ^ (1 << random_below(random, 8)));
        if (how == "zeros")
            bytes.replace(at, 512, std::min<std::size_t>(512, bytes.size() - at), '\0');
        if (how == "end") bytes.resize(at);
        write_bytes(to, bytes);
    }

    Folder folder_;
    mutable TestEnv env_;
    RocksOptions options_;
    SigningKey key_ = SigningKey::open_or_make(folder_.path() / "key.pem");
    std::uint64_t commits_ = 0;
    Answers answers_;
    std::map<std::string, std::vector<Path>> files_;
};

enum class Outcome : std::uint8_t {
    refused,
    found_while_reading,
    harmless,
    fingerprints_lost,
    silently_other
};

constexpr const char* words_of[] = {"refused", "found while reading", "harmless",
                                    "fingerprints lost", "silently other"};

Outcome outcome_of(const Whole& whole, const Path& folder, std::string& words) {
    auto outcome = Outcome::refused;
    try {
        const auto engine = whole.open(folder);
        outcome = Outcome::found_while_reading;
        words = difference(answers_of(*engine), whole.answers());
        if (words.empty()) return Outcome::harmless;
        return words == "the fingerprints" ? Outcome::fingerprints_lost : Outcome::silently_other;
    } catch (const std::runtime_error& error) {
        words = error.what();
        return outcome;
    }
}

}  // namespace

TEST_CASE("damage of any file is told, or does no harm") {
    const unsigned seed = commonweal::testing::seed();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Whole whole(random);
    // Half of the cases are of the tables and the write-ahead log, which hold the records.
    std::vector<std::string> kinds;
    for (const auto& [kind, files] : whole.files()) {
        const auto weight = kind == "sst" ? 5 : kind == "log" ? 4 : kind == "MANIFEST" ? 2 : 1;
        kinds.insert(kinds.end(), weight, kind);
    }
    std::map<std::string, std::map<Outcome, int>> counts;
    for (std::size_t number = 0; number < rounds(160); ++number) {
        const auto& kind = kinds[number % kinds.size()];
        const auto& files = whole.files().at(kind);
        const auto& file = files[random_below(random, files.size())];
        const std::string how = kinds_of_damage[random_below(random, std::size(kinds_of_damage))];
        const auto folder = whole.damaged(file, how, random);
        std::string words;
        const auto outcome = outcome_of(whole, folder, words);
        CAPTURE(number, file.filename(), how, words);
        CHECK(outcome != Outcome::silently_other);
        // They are not in the tree, so no head vouches for them: where the MANIFEST ends (or goes
        // on with zeros, which is the same to RocksDB) before the table that has them, and after
        // the one that has their records, they are as if not given.
        CHECK((outcome != Outcome::fingerprints_lost || (kind == "MANIFEST" && how != "bit")));
        const bool is_told = outcome == Outcome::refused || outcome == Outcome::found_while_reading;
        CHECK((!is_told || words.size() > 20));
        ++counts[kind][outcome];
    }
    for (const auto& [kind, of_kind] : counts) {
        for (const auto& [outcome, count] : of_kind)
            UNSCOPED_INFO(kind << ": " << words_of[static_cast<int>(outcome)] << " " << count);
    }
    CHECK(counts["sst"][Outcome::found_while_reading] + counts["sst"][Outcome::refused] > 0);
    CHECK(counts["log"][Outcome::refused] > 0);
}
