#include "server/telemetry/log.hpp"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <memory>
#include <mutex>

#include "server/telemetry/line.hpp"

namespace commonweal::telemetry {
namespace {

constexpr std::size_t buffered_bytes_max = 32U << 10U;

/// Gathers lines and writes them together: a write for every request would cost more than it.
class BufferedSink final : public spdlog::sinks::base_sink<std::mutex> {
  public:
    explicit BufferedSink(int descriptor) : descriptor_(descriptor) {}
    ~BufferedSink() override { write_out(); }
    BufferedSink(const BufferedSink&) = delete;
    BufferedSink& operator=(const BufferedSink&) = delete;

  private:
    void sink_it_(const spdlog::details::log_msg& message) override {
        line_.clear();
        formatter_->format(message, line_);
        buffer_.append(line_.data(), line_.size());
        if (buffer_.size() >= buffered_bytes_max) write_out();
    }
    void flush_() override { write_out(); }

    void write_out() {
        std::string_view rest = buffer_;
        while (!rest.empty()) {
            const auto written = ::write(descriptor_, rest.data(), rest.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) break;
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
        buffer_.clear();
    }

    int descriptor_;
    spdlog::memory_buf_t line_;
    std::string buffer_;
};

struct Log {
    std::shared_ptr<spdlog::logger> logger;
    Format format;
};

spdlog::level::level_enum level_of(Level level) {
    switch (level) {
        case Level::debug:
            return spdlog::level::debug;
        case Level::info:
            return spdlog::level::info;
        case Level::warning:
            return spdlog::level::warn;
        case Level::error:
            return spdlog::level::err;
    }
    return spdlog::level::err;
}

std::shared_ptr<Log> make(const LogOptions& options) {
    auto logger = std::make_shared<spdlog::logger>(
        "commonweal", std::make_shared<BufferedSink>(options.descriptor));
    logger->set_level(level_of(options.level_min));
    logger->flush_on(spdlog::level::warn);
    logger->set_pattern(options.format == Format::json
                            ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})"
                            : "%Y-%m-%dT%H:%M:%S.%eZ level=%l %v",
                        spdlog::pattern_time_type::utc);
    return std::make_shared<Log>(Log{std::move(logger), options.format});
}

/// Kept alive to the process's end: a line may be written while other statics go.
std::shared_ptr<Log>& current() {
    static auto* log = new std::shared_ptr<Log>(make({}));
    return *log;
}

}  // namespace

void start_log(LogOptions options) {
    current() = make(options);
    spdlog::drop_all();
    spdlog::register_logger(current()->logger);
    spdlog::flush_every(std::chrono::seconds(1));
}

void log(Level level, std::string_view event, std::initializer_list<Field> fields) {
    const Log& log = *current();
    if (!log.logger->should_log(level_of(level))) return;
    thread_local std::string line;
    line.clear();
    append_fields(line, log.format, event, fields);
    log.logger->log(level_of(level), spdlog::string_view_t(line.data(), line.size()));
}

void flush_log() {
    current()->logger->flush();
}

void log_request(const RequestLine& line) {
    const auto level = line.status >= 500 ? Level::warning : Level::info;
    if (!current()->logger->should_log(level_of(level))) return;
    const std::string path =
        line.route.empty() ? without_query_values(line.target) : std::string(line.route);
    log(level, "request",
        {{"method", line.method},
         {"path", path},
         {"status", line.status},
         {"bytes", line.bytes},
         {"took_us", line.took.count()}});
}

std::string without_query_values(std::string_view target) {
    const auto question = target.find('?');
    std::string out(target.substr(0, question));
    if (question == std::string_view::npos) return out;
    bool in_value = false;
    for (const char c : target.substr(question)) {
        if (c == '&') in_value = false;
        if (c == '=') in_value = true;
        if (!in_value) out += c;
    }
    return out;
}

}  // namespace commonweal::telemetry
