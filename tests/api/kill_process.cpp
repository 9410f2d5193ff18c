#include "tests/api/kill_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace commonweal::api::testing {
namespace {

constexpr std::chrono::minutes patience{1};

/// Between fork and exec: only what a signal handler may call, too.
[[noreturn]] void become(char* const* words, int out, int errors) {
    ::dup2(out, STDOUT_FILENO);
    ::dup2(errors, STDERR_FILENO);
    ::execv(words[0], words);
    ::_exit(127);
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

KilledProcess::KilledProcess(std::vector<std::string> arguments,
                             const std::filesystem::path& errors) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    const int log = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    arguments.insert(arguments.begin(), COMMONWEAL_PROGRAM);
    std::vector<char*> words;
    for (auto& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    id_ = ::fork();
    if (id_ == 0) become(words.data(), ends[1], log);
    ::close(ends[1]);
    ::close(log);
    from_ = ends[0];
    if (id_ < 0) throw std::runtime_error("fork");
}

KilledProcess::~KilledProcess() {
    kill();
    ::close(from_);
}

/// False at the end of stdout, or where nothing came in time.
bool KilledProcess::read_more(std::chrono::milliseconds at_most) {
    pollfd ready{from_, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(at_most.count())) != 1) return false;
    char bytes[4096];
    const auto got = ::read(from_, bytes, sizeof bytes);
    if (got <= 0) return false;
    held_.append(bytes, static_cast<std::size_t>(got));
    return true;
}

std::optional<std::string> KilledProcess::line(std::chrono::milliseconds at_most) {
    const auto until = std::chrono::steady_clock::now() + at_most;
    for (auto end = held_.find('\n'); end == std::string::npos; end = held_.find('\n')) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !read_more(left)) return std::nullopt;
    }
    const auto end = held_.find('\n');
    auto text = held_.substr(0, end);
    held_.erase(0, end + 1);
    return text;
}

std::string KilledProcess::rest() {
    while (read_more(patience)) {
    }
    return std::exchange(held_, {});
}

bool KilledProcess::kill() {
    if (id_ <= 0) return false;
    ::kill(id_, SIGKILL);
    wait();
    return WIFSIGNALED(status_) && WTERMSIG(status_) == SIGKILL;
}

int KilledProcess::wait() {
    if (id_ > 0) ::waitpid(std::exchange(id_, -1), &status_, 0);
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : -1;
}

KilledServer::KilledServer(const std::filesystem::path& data, const std::filesystem::path& errors)
    : process_({"serve", "--data", data.string(), "--listen", "127.0.0.1:0"}, errors),
      errors_(errors) {}

unsigned short KilledServer::port() {
    if (port_ != 0) return port_;
    const auto address = process_.line(patience);
    if (!address) throw std::runtime_error("The server does not start:\n" + text_of(errors_));
    return port_ = static_cast<unsigned short>(std::stoi(address->substr(address->rfind(':') + 1)));
}

Ended run_to_end(std::vector<std::string> arguments, const std::filesystem::path& errors) {
    KilledProcess process(std::move(arguments), errors);
    auto out = process.rest();
    return {process.wait(), std::move(out)};
}

}  // namespace commonweal::api::testing
