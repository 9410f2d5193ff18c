#pragma once
// A process of its own for what a killed or a second process is to show: this test program again,
// told by an environment variable which of its hidden test cases to be, and where.
//
//     TEST_CASE("appends until it is killed", "[.child]") {
//         if (const auto folder = child_folder()) …
//     }
//     Child child("appends until it is killed", folder.path());

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace commonweal::log::testing {

/// Within the child: the folder that it was given. Nothing where the case runs by itself.
inline std::optional<std::filesystem::path> child_folder() {
    const char* const folder = std::getenv("COMMONWEAL_CHILD_FOLDER");
    if (folder == nullptr) return std::nullopt;
    return folder;
}

class Child {
  public:
    Child(const std::string& test_case, const std::filesystem::path& folder) {
        const std::string set = "COMMONWEAL_CHILD_FOLDER=" + folder.string();
        std::vector<char*> variables{const_cast<char*>(set.c_str())};
        for (char** one = ::environ; *one != nullptr; ++one) variables.push_back(*one);
        variables.push_back(nullptr);
        std::string program = "/proc/self/exe";
        std::string name = test_case;
        char* const arguments[] = {program.data(), name.data(), nullptr};
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        const int error = ::posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments,
                                        variables.data());
        ::posix_spawn_file_actions_destroy(&actions);
        if (error != 0) throw std::runtime_error("cannot start a child process");
    }
    ~Child() {
        if (process_ == 0) return;
        kill();
        wait();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void kill() { ::kill(process_, SIGKILL); }
    /// As waitpid tells it.
    int wait() {
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
        process_ = 0;
        return status;
    }

  private:
    pid_t process_ = 0;
};

/// Ends the process as a power cut would: no destructor runs, nothing is flushed.
[[noreturn]] inline void end_at_once() {
    ::_exit(0);
}

}  // namespace commonweal::log::testing
