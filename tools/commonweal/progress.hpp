#pragma once
// A bar on stderr where that is a terminal; nothing elsewhere.

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <string>

namespace commonweal::tools {

class ProgressBar {
  public:
    explicit ProgressBar(std::string what)
        : what_(std::move(what)), shown_(isatty(STDERR_FILENO) != 0) {}
    ~ProgressBar() {
        if (shown_ && percent_ >= 0) std::fprintf(stderr, "\r\033[K");
    }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::uint64_t done, std::uint64_t total) {
        const int percent = total == 0 ? 0 : static_cast<int>(done * 100 / total);
        if (!shown_ || percent == percent_) return;
        percent_ = percent;
        constexpr int width = 40;
        const std::string bar(static_cast<std::size_t>(percent * width / 100), '#');
        std::fprintf(stderr, "\r%s [%-*s] %d %%", what_.c_str(), width, bar.c_str(), percent);
    }

  private:
    std::string what_;
    bool shown_;
    int percent_ = -1;
};

}  // namespace commonweal::tools
