// Backing up a network that is served, and serving what was restored: the same answers, and nobody
// back who was erased.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <random>

#include "server/app/decoded.hpp"
#include "server/backup/manifest.hpp"
#include "server/backup/restore.hpp"
#include "server/codec/stored.hpp"
#include "tests/api/fixture.hpp"
#include "tests/api/kill_process.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::object;
using boost::json::value;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

std::string contents_of(const fs::path& folder) {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

/// A folder for backups, what they are locked with, and directories to restore into.
struct Kept {
    Kept() { std::ofstream(key_file()) << std::string(40, 'k'); }
    fs::path key_file() const { return folder.path() / "key"; }
    fs::path to() const { return folder.path() / "backups"; }
    fs::path restored() const { return folder.path() / "restored"; }
    fs::path old_vault() const { return folder.path() / "old_vault"; }

    object order() const {
        const auto secret = backup::Secret::key_in(key_file());
        const auto lock = secret.new_lock();
        return {{"to", to().string()},
                {"lock", backup::to_text(lock)},
                {"key", backup::to_text(secret.key_for(lock))}};
    }
    value back_up(Served& served) const {
        return must(served.as_operator("POST", "/api/v1/backups", boost::json::serialize(order())))
            .json;
    }
    backup::RestoredData restore(std::optional<log::BackupId> id = {},
                                 const fs::path& vault = {}) const {
        const auto secret = backup::Secret::key_in(key_file());
        return backup::restore({to(), restored(), id, vault, &secret},
                               [](auto...) { return true; });
    }

    Folder folder;
};

/// A program on what was restored, asked as its operator.
class Restored {
  public:
    explicit Restored(const Kept& kept) {
        ProgramOptions options;
        options.data = kept.restored();
        options.clock = &clock_;
        program_ = std::make_unique<Program>(std::move(options));
    }
    value get(const std::string& target) { return ask({"GET", target, {}, {}, {}}, 200); }
    value ask(net::Request request, unsigned status) {
        const auto answer = program_->call(std::move(request));
        INFO(answer.body);
        CHECK(answer.status == status);
        return boost::json::parse(answer.body);
    }
    /// As somebody with a password does.
    void sign_in(const std::string& email, unsigned status) {
        const object body{{"email", email}, {"password", Served::password}};
        ask({"POST",
             "/api/v1/session",
             {{"Content-Type", "application/json"}},
             boost::json::serialize(body),
             {}},
            status);
    }

  private:
    app::SetClock clock_{*parse_instant("2026-03-09T10:00:00Z")};
    std::unique_ptr<Program> program_;
};

void erase(Served& served, const std::string& person) {
    must(served.as_operator("POST", "/api/v1/people/" + person + "/erase", R"({"why":"asked"})"));
}

std::string name_of(const value& people, const std::string& id) {
    for (const auto& person : people.at("items").as_array())
        if (person.at("id") == value(id)) return boost::json::serialize(person.at("name"));
    return "nobody";
}

/// Every key that a person's name and address are sealed under, as bytes.
std::vector<std::string> keys_of(Served& served, const std::string& person) {
    std::vector<std::string> keys;
    auto& app = served.program().app();
    app.log().engine().read_stream(
        app::stream_of(*parse_id<PersonTag>(person)), 1, log::Direction::forward,
        [&](const log::Record& record) {
            codec::each_sealed(app::decode(record).fact, [&](auto, const Sealed& sealed, auto) {
                if (const auto key = app.seals().vault().find(sealed.key))
                    keys.emplace_back(key->begin(), key->end());
            });
            return true;
        });
    REQUIRE(keys.size() >= 2);
    return keys;
}

const std::string of_barton = "/api/v1/people?school=100002";

}  // namespace

TEST_CASE("What was restored answers as the server did that was backed up, and goes on") {
    Served served;
    const auto visit = "/api/v1/visits/" + served.requested("How you teach reading");
    served.folded();
    const Kept kept;
    const auto made = kept.back_up(served);
    const std::vector<std::string> targets{"/api/v1/schools", visit, visit + "/history", of_barton,
                                           "/api/v1/log/key"};
    std::vector<value> answers;
    for (const auto& target : targets)
        answers.push_back(must(served.as_operator("GET", target)).json);
    const auto head = must(served.as_operator("GET", "/api/v1/log/head")).json;
    CHECK(made.at("position") == head.at("size"));
    CHECK(made.at("root") == head.at("root"));
    CHECK(made.at("head") == head.at("note"));

    const auto restored = kept.restore();
    CHECK(restored.head.size == head.at("size").to_number<Position>());
    Restored again(kept);
    CHECK(again.get("/api/v1/log/head") == head);
    for (std::size_t at = 0; at < targets.size(); ++at) {
        INFO(targets[at]);
        CHECK(again.get(targets[at]) == answers[at]);
    }
    again.sign_in("Ada@school.example", 200);
    again.sign_in("Ben@school.example", 200);
}

TEST_CASE("A backup from before an erasure does not bring the person back") {
    Served served;
    const Kept kept;
    const auto before = kept.back_up(served).at("backup").to_number<log::BackupId>();
    const auto keys = keys_of(served, served.ben);
    fs::copy(kept.to() / "vault.sealed", kept.old_vault());
    CHECK(name_of(must(served.as_operator("GET", of_barton)).json, served.ben) ==
          "\"Ben Example\"");
    erase(served, served.ben);
    const auto after = kept.back_up(served).at("backup").to_number<log::BackupId>();

    SECTION("the older log with the newest vault: they have no name, and do not sign in") {
        kept.restore(before);
        Restored again(kept);
        CHECK(name_of(again.get(of_barton), served.ben) == R"({"erased":true})");
        again.sign_in("Ben@school.example", 401);
        again.sign_in("Ada@school.example", 200);
    }
    SECTION("the older log with the older vault: refused") {
        CHECK_THROWS_WITH(kept.restore(before, kept.old_vault()),
                          Contains("may bring back who was erased since"));
        CHECK_FALSE(fs::exists(kept.restored()));
        return;
    }
    SECTION("the newest log with the older vault: erased again before anybody is served") {
        kept.restore(after, kept.old_vault());
        const auto waiting = contents_of(kept.restored());
        REQUIRE(waiting.find(keys.front()) != std::string::npos);
        Restored again(kept);
        CHECK(name_of(again.get(of_barton), served.ben) == "nobody");
        again.sign_in("Ben@school.example", 401);
    }
    const auto bytes = contents_of(kept.restored());
    for (const auto& key : keys) CHECK(bytes.find(key) == std::string::npos);
}

TEST_CASE("Backups are asked for on the server's own machine alone") {
    Served served;
    const Kept kept;
    const auto administrator = served.as(served.administrator);
    CHECK(administrator.post("/api/v1/backups", kept.order()).status == 403);
    CHECK(administrator.get("/api/v1/backups/progress").status == 403);
    CHECK(served.nobody().post("/api/v1/backups", kept.order()).status == 401);
    CHECK_FALSE(fs::exists(kept.to()));
    CHECK(must(served.as_operator("GET", "/api/v1/backups/progress")).json.at("running") == false);
}

TEST_CASE("A backup that cannot be made says why, and the server goes on") {
    Served served;
    const Kept kept;
    const auto refused = [&](const char* field, const std::string& text) {
        auto order = kept.order();
        order[field] = text;
        const auto answer =
            served.as_operator("POST", "/api/v1/backups", boost::json::serialize(order));
        CHECK(answer.status >= 400);
        return std::string(answer.json.at("detail").as_string());
    };
    CHECK_THAT(refused("to", (served.data() / "backups").string()), Contains("would be lost"));
    CHECK_THAT(refused("to", kept.key_file().string()), Contains("key"));
    CHECK_THAT(refused("key", "short"), Contains("what commonweal backup makes"));
    CHECK_THAT(refused("lock", "short"), Contains("what commonweal backup makes"));
    auto none = kept.order();
    none["keep"] = 0;
    const auto answer = served.as_operator("POST", "/api/v1/backups", boost::json::serialize(none));
    CHECK(answer.status == 400);
    CHECK_THAT(std::string(answer.json.at("detail").as_string()), Contains("keep has to be 1"));
    CHECK(kept.back_up(served).at("backup") == 1);
    CHECK(served.nobody().get("/readyz").status == 200);
}

TEST_CASE("The command line backs up a server that runs and one that does not, and restores") {
    const Kept kept;
    const auto data = (kept.folder.path() / "data").string();
    const auto errors = kept.folder.path() / "errors";
    std::ofstream(kept.folder.path() / "words") << "correct horse battery\n";
    const std::vector<std::string> locked{"--passphrase-file",
                                          (kept.folder.path() / "words").string(), "--json"};
    const auto run = [&](std::vector<std::string> words) {
        words.insert(words.end(), locked.begin(), locked.end());
        return run_to_end(std::move(words), errors);
    };
    const auto backed_up = [&](const std::string& from) {
        const auto ended = run({"backup", "--data", from, "--to", kept.to().string()});
        REQUIRE(ended.code == 0);
        return boost::json::parse(ended.out);
    };
    const auto told = [&] {
        std::ifstream file(errors);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    value first;
    {
        KilledServer server(data, kept.folder.path() / "server");
        server.port();
        first = backed_up(data);
        CHECK(first.at("backup") == 1);
    }
    const auto second = backed_up(data);
    CHECK(second.at("backup") == 2);
    CHECK(second.at("root") == first.at("root"));

    const auto restored = run({"restore", "--from", kept.to().string(), "--data",
                               kept.restored().string(), "--backup", "1"});
    REQUIRE(restored.code == 0);
    CHECK(boost::json::parse(restored.out).at("root") == first.at("root"));
    CHECK(run_to_end({"verify", "--data", kept.restored().string()}, errors).code == 0);
    KilledServer again(kept.restored(), kept.folder.path() / "server");
    CHECK(call(again.port(), "GET", "/readyz").status == 200);

    CHECK(run({"restore", "--from", kept.to().string(), "--data", kept.restored().string()}).code ==
          1);
    CHECK_THAT(told(), Contains("is not empty: restore into one that is empty or not there"));
    CHECK(run({"backup", "--data", kept.to().string(), "--to", data}).code == 1);
    CHECK_THAT(told(), Contains("There is no log in " + kept.to().string()));
    CHECK_FALSE(fs::exists(kept.to() / "records"));
    CHECK(run_to_end({"serve", "--data", kept.to().string(), "--listen", "127.0.0.1:0"}, errors)
              .code == 1);
    CHECK_THAT(told(), Contains("Choose a data directory that is empty or not there"));
    CHECK(run({"backup", "--data", (kept.folder.path() / "none").string(), "--to", data}).code ==
          1);
    CHECK_THAT(told(), Contains("There is no log in"));
    CHECK_FALSE(fs::exists(kept.folder.path() / "none"));
    auto third = run({"backup", "--data", data, "--to", kept.to().string(), "--keep", "1"});
    INFO(told());
    REQUIRE(third.code == 0);
    CHECK(boost::json::parse(third.out).at("removed") == 2);
    CHECK(backup::read_manifest(kept.to())->logs.size() == 1);
    for (const auto* wrong : {"0", "-1", "all"}) {
        CHECK(run({"backup", "--data", data, "--to", kept.to().string(), "--keep", wrong}).code >
              1);
        CHECK_THAT(told(),
                   Contains("--keep: has to be a number from 1 on, and is " + std::string(wrong)));
    }
    const auto unlocked =
        run_to_end({"backup", "--data", data, "--to", kept.to().string()}, errors);
    CHECK(unlocked.code > 1);
    CHECK_THAT(told(), Contains("--passphrase-file"));
}

TEST_CASE(
    "A backup that is killed at any moment leaves what was there, and the next one is whole") {
    const Kept kept;
    const auto data = (kept.folder.path() / "data").string();
    const auto errors = kept.folder.path() / "errors";
    KilledServer(data, errors).port();
    const std::vector<std::string> words{"backup",
                                         "--data",
                                         data,
                                         "--to",
                                         kept.to().string(),
                                         "--key-file",
                                         kept.key_file().string()};
    REQUIRE(run_to_end(words, errors).code == 0);
    const auto seed = commonweal::testing::seed();
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 6; ++round) {
        const std::chrono::milliseconds at(random() % 400);
        CAPTURE(round, at.count());
        {
            KilledProcess killed(words, errors);
            std::this_thread::sleep_for(at);
        }
        CHECK_NOTHROW(kept.restore());
        fs::remove_all(kept.restored());
    }
    REQUIRE(run_to_end(words, errors).code == 0);
    kept.restore();
    CHECK(run_to_end({"verify", "--data", kept.restored().string()}, errors).code == 0);
}

}  // namespace commonweal::api::testing
