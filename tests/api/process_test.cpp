// The program as it is run: a process of its own, its command line beside it, its signals.
#include <fcntl.h>
#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <fstream>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

/// A process of the program under test, its stdout read line by line.
class Process {
  public:
    explicit Process(std::vector<std::string> arguments) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
        arguments.insert(arguments.begin(), COMMONWEAL_PROGRAM);
        std::vector<char*> words;
        for (auto& argument : arguments) words.push_back(argument.data());
        words.push_back(nullptr);
        id_ = ::fork();
        if (id_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::execv(words[0], words.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        from_ = ::fdopen(ends[0], "r");
    }
    ~Process() {
        if (id_ > 0) ::kill(id_, SIGKILL);
        wait();
        ::fclose(from_);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Empty at the end.
    std::string line() {
        std::string text;
        for (int c = ::fgetc(from_); c != EOF && c != '\n'; c = ::fgetc(from_))
            text += static_cast<char>(c);
        return text;
    }
    std::string rest() {
        std::string text;
        for (int c = ::fgetc(from_); c != EOF; c = ::fgetc(from_)) text += static_cast<char>(c);
        return text;
    }
    void signal(int number) { ::kill(id_, number); }
    /// The exit code; -1 where a signal ended it.
    int wait() {
        if (id_ <= 0) return code_;
        int status = 0;
        ::waitpid(std::exchange(id_, -1), &status, 0);
        return code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    pid_t id_ = -1;
    int code_ = -1;
    FILE* from_ = nullptr;
};

struct Ran {
    int code = 0;
    std::string out;
};
Ran run(std::vector<std::string> arguments) {
    Process process(std::move(arguments));
    auto out = process.rest();
    return {process.wait(), std::move(out)};
}

unsigned short port_in(const std::string& address) {
    return static_cast<unsigned short>(std::stoi(address.substr(address.rfind(':') + 1)));
}

/// A server process on a free port, its address printed.
struct Serving {
    explicit Serving(const std::filesystem::path& data)
        : process({"serve", "--data", data.string(), "--listen", "127.0.0.1:0"}),
          port(port_in(process.line())) {}
    Process process;
    unsigned short port;
};

std::string write_register(const std::filesystem::path& folder, const char* second) {
    const auto path = (folder / "register.csv").string();
    std::ofstream(path) << "URN,EstablishmentName\n100001,Ashton Park School\n100002," << second
                        << "\n";
    return path;
}

}  // namespace

TEST_CASE("A real network starts empty: import, the first administrator, sign in") {
    const Folder data, files;
    Serving serving(data.path());
    const auto here = data.path().string();
    const auto file = write_register(files.path(), "Barton Hill Primary");
    SECTION("through the running server") {
        CHECK(run({"import", "register", file, "--data", here, "--dry-run"}).out ==
              "Would be: 2 created, 0 updated, 0 closed, 0 unchanged, 0 rejected\n");
        const auto first = run({"import", "register", file, "--data", here, "--json"});
        CHECK(first.code == 0);
        CHECK(boost::json::parse(first.out).at("created") == 2);
        CHECK(run({"import", "register", file, "--data", here}).out ==
              "0 created, 0 updated, 0 closed, 2 unchanged, 0 rejected\n");
        write_register(files.path(), "Barton Hill Academy");
        CHECK(run({"import", "register", file, "--data", here}).out ==
              "0 created, 1 updated, 0 closed, 1 unchanged, 0 rejected\n");
        const auto user = run({"user", "add", "olga@school.example", "--data", here, "--name",
                               "Olga", "--role", "administrator", "--password", "correct horse"});
        REQUIRE(user.code == 0);
        const auto id = user.out.substr(0, user.out.find('\n'));
        CHECK(id.starts_with("per_"));
        const Caller nobody{serving.port, {}};
        CHECK(nobody
                  .post("/api/v1/session",
                        {{"email", "olga@school.example"}, {"password", "correct horse"}})
                  .status == 200);
        const auto token = run({"token", "create", id, "--data", here});
        REQUIRE(token.code == 0);
        const Caller program{
            serving.port,
            {{"Authorization", "Bearer " + token.out.substr(0, token.out.find('\n'))}}};
        CHECK(program.get("/api/v1/schools").json.at("items").as_array().size() == 2);
        CHECK(program.post("/api/v1/networks", {{"name", "Ours"}}).status == 201);
    }
    SECTION("what is wrong has an exit code") {
        CHECK(run({"import", "register", "/nowhere.csv", "--data", here}).code != 0);
        CHECK(run({"user", "add", "x", "--data", here, "--name", "X", "--role", "administrator"})
                  .code != 0);
        CHECK(run({"user", "add", "x@y", "--data", here, "--name", "X", "--role", "lead@999999"})
                  .code != 0);
        CHECK(run({"nonsense"}).code != 0);
    }
}

TEST_CASE("SIGTERM drains: the process ends with 0, and what was acknowledged is there again") {
    const Folder data;
    const auto here = data.path().string();
    std::string person;
    {
        Serving serving(data.path());
        person = run({"user", "add", "olga@school.example", "--data", here, "--name", "Olga",
                      "--role", "administrator", "--password", "correct horse"})
                     .out;
        Client idle(serving.port);
        serving.process.signal(SIGTERM);
        CHECK(serving.process.wait() == 0);
    }
    Serving again(data.path());
    const auto answer = Caller{again.port, {}}.post(
        "/api/v1/session", {{"email", "olga@school.example"}, {"password", "correct horse"}});
    REQUIRE(answer.status == 200);
    CHECK(answer.json.at("person").at("id") == person.substr(0, person.find('\n')).c_str());
}

TEST_CASE("A process that is killed loses nothing that it acknowledged") {
    const Folder data;
    const auto here = data.path().string();
    {
        Serving serving(data.path());
        CHECK(run({"user", "add", "olga@school.example", "--data", here, "--name", "Olga", "--role",
                   "administrator", "--password", "correct horse"})
                  .code == 0);
        serving.process.signal(SIGKILL);
        CHECK(serving.process.wait() == -1);
    }
    Serving again(data.path());  // the stale control socket is no hindrance
    CHECK(Caller{again.port, {}}
              .post("/api/v1/session",
                    {{"email", "olga@school.example"}, {"password", "correct horse"}})
              .status == 200);
}

TEST_CASE("A second process finds the directory in use, and says so") {
    const Folder data;
    Serving serving(data.path());
    CHECK(run({"serve", "--data", data.path().string(), "--listen", "127.0.0.1:0"}).code == 1);
    CHECK(Caller{serving.port, {}}.get("/healthz").status == 200);
}

TEST_CASE("The command line prints what the types say") {
    const auto events = run({"schema", "events"});
    CHECK(events.code == 0);
    CHECK(boost::json::parse(events.out).as_array().size() > 25);
    CHECK(run({"schema", "typescript"}).out.find("export interface DashboardView") !=
          std::string::npos);
}

}  // namespace commonweal::api::testing
