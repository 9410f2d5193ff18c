#pragma once
// Log lines for whoever runs the server: an event's name and its fields, as key=value or JSON, on
// stderr. Nothing personal belongs in them: no name, no address, no text, no query value.
//
// Owner: the process; main calls start_log once before other threads run (until then lines go out
// as key=value). Threads: log, log_request and flush_log from any. Failure: a line that cannot be
// written is dropped; nothing throws, nothing waits for more than the write itself.

#include <chrono>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace commonweal::telemetry {

enum class Level { debug, info, warning, error };
enum class Format { key_value, json };

struct LogOptions {
    Format format = Format::key_value;
    Level level_min = Level::info;
    int descriptor = 2;  ///< stderr; not closed
};

/// A field's value: text, a whole number, a fraction or a truth.
class Value {
  public:
    Value(const char* text) : value_(std::string_view(text)) {}
    Value(std::string_view text) : value_(text) {}
    Value(const std::string& text) : value_(std::string_view(text)) {}
    Value(bool truth) : value_(truth) {}
    Value(double fraction) : value_(fraction) {}
    Value(std::signed_integral auto number) : value_(static_cast<std::int64_t>(number)) {}
    Value(std::unsigned_integral auto number) : value_(static_cast<std::uint64_t>(number)) {}

    const auto& variant() const { return value_; }

  private:
    std::variant<std::string_view, bool, double, std::int64_t, std::uint64_t> value_;
};
using Field = std::pair<std::string_view, Value>;

void start_log(LogOptions options);

/// One line: when, how grave, what happened ("handler-failed") and its fields.
void log(Level level, std::string_view event, std::initializer_list<Field> fields = {});

/// Writes out what is buffered. Lines below a warning wait for up to half a second or 32 KiB.
void flush_log();

/// One request, answered. `route` is the route's pattern ("/schools/{urn}"), which is logged
/// instead of the target where it is known: a path may hold a secret.
struct RequestLine {
    std::string_view method, target, route;
    unsigned status = 0;
    std::size_t bytes = 0;
    std::chrono::microseconds took{0};
};
void log_request(const RequestLine& line);

/// "/visits?school=100000&limit" → "/visits?school&limit": names of parameters, never values.
std::string without_query_values(std::string_view target);

}  // namespace commonweal::telemetry
