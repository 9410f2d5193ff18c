#include "server/codec/schema.hpp"

namespace commonweal::codec {

std::string type_name(std::string_view qualified) {
    std::string name;
    while (!qualified.empty()) {
        const auto end = qualified.find("::");
        const auto part = qualified.substr(0, end);
        qualified.remove_prefix(end == std::string_view::npos ? qualified.size() : end + 2);
        if (part == "commonweal" || part == "view" || part == "codec" || part == "api") continue;
        name += static_cast<char>(part[0] >= 'a' ? part[0] - 'a' + 'A' : part[0]);
        name += part.substr(1);
    }
    return name;
}

std::string Shapes::typescript() const {
    std::string text =
        "// Made by `commonweal schema typescript` from the server's described types.\n\n"
        "/** A value about a person that was forgotten. */\n"
        "export interface Erased {\n  erased: true;\n}\n";
    for (const auto& [name, shape] : shapes_) text += "\n" + shape.typescript;
    return text;
}

boost::json::object Shapes::schemas() const {
    boost::json::object all;
    all["Erased"] = {{"type", "object"},
                     {"description", "A value about a person that was forgotten."},
                     {"properties", {{"erased", {{"const", true}}}}},
                     {"required", boost::json::array{"erased"}}};
    for (const auto& [name, shape] : shapes_) all[name] = shape.schema;
    return all;
}

}  // namespace commonweal::codec
