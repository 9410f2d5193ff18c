#include "server/codec/json_read.hpp"

namespace commonweal::codec {

std::string in_pointer(std::string_view name) {
    std::string part;
    for (const char c : name) {
        if (c == '~')
            part += "~0";
        else if (c == '/')
            part += "~1";
        else
            part += c;
    }
    return part;
}

boost::json::object parse_body(std::string_view text, std::vector<BodyError>& errors) {
    if (text.empty()) return {};
    boost::json::parse_options options;
    options.max_depth = 16;
    boost::json::error_code ec;
    boost::json::stream_parser parser({}, options);
    const auto consumed = parser.write_some(text.data(), text.size(), ec);
    if (!ec && consumed < text.size()) {
        const auto rest = text.substr(consumed).find_first_not_of(" \t\r\n");
        if (rest != std::string_view::npos) ec = boost::json::error::extra_data;
    }
    if (!ec) parser.finish(ec);
    if (ec) {
        errors.push_back(
            {"", "is not JSON: " + ec.message() + " at byte " + std::to_string(consumed)});
        return {};
    }
    auto value = parser.release();
    if (auto* object = value.if_object()) return std::move(*object);
    errors.push_back({"", "must be an object: { … }"});
    return {};
}

void BodyReader::get_text(std::string& to, const boost::json::value& from, const std::string& at) {
    const auto* text = from.if_string();
    if (text == nullptr) return wrong(at, "must be text in quotes");
    if (text->size() > body_text_max) return wrong(at, "is too long");
    if (text->find('\0') != boost::json::string::npos)
        return wrong(at, "has a character that cannot be kept (NUL)");
    to.assign(text->data(), text->size());
}

void BodyReader::wrong(std::string at, std::string detail) {
    if (errors_->size() < body_errors_max) errors_->push_back({std::move(at), std::move(detail)});
}

}  // namespace commonweal::codec
