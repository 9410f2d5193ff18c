#pragma once
// The program as a process of its own that can be killed at any moment: its stdout is read with a
// deadline, its stderr goes to a file that a failing test shows.

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace commonweal::api::testing {

class KilledProcess {
  public:
    KilledProcess(std::vector<std::string> arguments, const std::filesystem::path& errors);
    ~KilledProcess();
    KilledProcess(const KilledProcess&) = delete;
    KilledProcess& operator=(const KilledProcess&) = delete;

    /// What stdout says up to the end of the line; none where it ended or took too long.
    std::optional<std::string> line(std::chrono::milliseconds at_most);
    /// The rest of stdout, to its end.
    std::string rest();
    /// SIGKILL; true if it lived until then, false if it had ended by itself.
    bool kill();
    /// The exit code; -1 where a signal ended it.
    int wait();

  private:
    bool read_more(std::chrono::milliseconds at_most);

    pid_t id_ = -1;
    int status_ = 0;
    int from_ = -1;
    std::string held_;
};

/// `commonweal serve` on a free port.
class KilledServer {
  public:
    KilledServer(const std::filesystem::path& data, const std::filesystem::path& errors);

    /// Throws where it does not serve within a minute.
    unsigned short port();
    KilledProcess& process() { return process_; }

  private:
    KilledProcess process_;
    std::filesystem::path errors_;
    unsigned short port_ = 0;
};

struct Ended {
    int code = 0;
    std::string out;
};
Ended run_to_end(std::vector<std::string> arguments, const std::filesystem::path& errors);

}  // namespace commonweal::api::testing
