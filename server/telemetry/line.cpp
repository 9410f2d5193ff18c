#include "server/telemetry/line.hpp"

#include <fmt/format.h>

#include <iterator>

namespace commonweal::telemetry {
namespace {

bool is_plain(char c) {
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

void append_quoted(std::string& line, std::string_view text) {
    line += '"';
    for (const char c : text) {
        if (is_plain(c)) {
            line += c;
        } else if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else {
            fmt::format_to(std::back_inserter(line), "\\u{:04x}", static_cast<unsigned char>(c));
        }
    }
    line += '"';
}

bool needs_quotes(std::string_view text) {
    if (text.empty()) return true;
    for (const char c : text) {
        if (!is_plain(c) || c == ' ' || c == '=') return true;
    }
    return false;
}

void append_value(std::string& line, Format format, const Value& value) {
    std::visit(
        [&](const auto& v) {
            if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::string_view>) {
                if (format == Format::json || needs_quotes(v)) return append_quoted(line, v);
                line += v;
            } else {
                fmt::format_to(std::back_inserter(line), "{}", v);
            }
        },
        value.variant());
}

}  // namespace

void append_fields(std::string& line, Format format, std::string_view event,
                   std::initializer_list<Field> fields) {
    const auto append = [&](std::string_view name, const Value& value) {
        if (format == Format::json) {
            append_quoted(line, name);
            line += ':';
        } else {
            line += name;
            line += '=';
        }
        append_value(line, format, value);
    };
    append("event", event);
    for (const auto& [name, value] : fields) {
        line += format == Format::json ? ',' : ' ';
        append(name, value);
    }
}

}  // namespace commonweal::telemetry
