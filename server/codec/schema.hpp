#pragma once
// What the described types say of themselves: JSON Schema and TypeScript, with no second list of
// fields. A Shapes collects the types that it is shown, and all that they are made of.

#include <boost/json.hpp>
#include <map>
#include <string>
#include <string_view>

#include "server/codec/traits.hpp"

namespace commonweal::codec {

/// "commonweal::visit::Requested" → "VisitRequested"; the namespaces view, codec and api add
/// nothing.
std::string type_name(std::string_view qualified);

template <class T>
std::string name_of() {
    // clang: "std::string commonweal::codec::name_of() [T = commonweal::visit::Requested]"
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find("T = ") + 4);
    return type_name(text.substr(0, text.size() - 1));
}

struct Shape {
    boost::json::object schema;
    std::string typescript;
};

class Shapes {
  public:
    /// Adds a described type and all that it is made of; answers its reference.
    template <class T>
    boost::json::object add() {
        if constexpr (DescribedStruct<T>)
            add_struct<T>();
        else if constexpr (DescribedEnum<T>)
            add_enum<T>();
        return schema_of<T>();
    }
    const std::map<std::string, Shape>& all() const { return shapes_; }
    /// One exported interface or union a type.
    std::string typescript() const;
    boost::json::object schemas() const;

  private:
    template <class T>
    boost::json::object schema_of();
    template <class T>
    std::string typescript_of();
    template <class T>
    void add_struct();
    template <class T>
    void add_enum();

    std::map<std::string, Shape> shapes_;
};

namespace inside {

template <class T>
constexpr bool is_text = std::is_same_v<T, std::string> || std::is_same_v<T, Day> ||
                         std::is_same_v<T, Instant> || std::is_same_v<T, SchoolId> || is_id<T>;

template <class T>
boost::json::object text_schema() {
    if constexpr (std::is_same_v<T, Day>) return {{"type", "string"}, {"format", "date"}};
    if constexpr (std::is_same_v<T, Instant>) return {{"type", "string"}, {"format", "date-time"}};
    if constexpr (std::is_same_v<T, SchoolId>)
        return {{"type", "string"}, {"pattern", "^[1-9][0-9]{0,7}$"}};
    return {{"type", "string"}};
}

template <class Tag>
boost::json::object id_schema(Id<Tag>) {
    return {{"type", "string"},
            {"pattern", "^" + std::string(Tag::prefix) + "_[0-9A-HJKMNP-TV-Z]{26}$"}};
}

}  // namespace inside

template <class T>
boost::json::object Shapes::schema_of() {
    if constexpr (std::is_same_v<T, bool>) {
        return {{"type", "boolean"}};
    } else if constexpr (std::is_integral_v<T>) {
        return {{"type", "integer"}};
    } else if constexpr (std::is_floating_point_v<T>) {
        return {{"type", "number"}};
    } else if constexpr (is_id<T>) {
        return inside::id_schema(T{});
    } else if constexpr (inside::is_text<T>) {
        return inside::text_schema<T>();
    } else if constexpr (is_optional<T>) {
        return add<typename T::value_type>();
    } else if constexpr (is_vector<T>) {
        return {{"type", "array"}, {"items", add<typename T::value_type>()}};
    } else if constexpr (is_personal<T>) {
        return {{"oneOf", boost::json::array{{{"type", "string"}},
                                             {{"$ref", "#/components/schemas/Erased"}}}}};
    } else {
        return {{"$ref", "#/components/schemas/" + name_of<T>()}};
    }
}

template <class T>
std::string Shapes::typescript_of() {
    if constexpr (std::is_same_v<T, bool>) {
        return "boolean";
    } else if constexpr (std::is_arithmetic_v<T>) {
        return "number";
    } else if constexpr (inside::is_text<T>) {
        return "string";
    } else if constexpr (is_optional<T>) {
        return typescript_of<typename T::value_type>();
    } else if constexpr (is_vector<T>) {
        return typescript_of<typename T::value_type>() + "[]";
    } else if constexpr (is_personal<T>) {
        return "string | Erased";
    } else {
        return name_of<T>();
    }
}

template <class T>
void Shapes::add_struct() {
    const auto name = name_of<T>();
    if (shapes_.contains(name)) return;
    shapes_[name] = {};  // a type may refer to itself
    boost::json::object properties;
    boost::json::array required;
    std::string body;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
        const bool may_be_missing = is_optional<Member> || is_personal<Member>;
        properties[member.name] = add<Member>();
        if (!may_be_missing) required.emplace_back(member.name);
        body += "  " + std::string(member.name) + (may_be_missing ? "?: " : ": ") +
                typescript_of<Member>() + ";\n";
    });
    boost::json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    if constexpr (requires { T::meaning; }) schema["description"] = T::meaning;
    shapes_[name] = {std::move(schema), "export interface " + name + " {\n" + body + "}\n"};
}

template <class T>
void Shapes::add_enum() {
    const auto name = name_of<T>();
    boost::json::array values;
    std::string choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
        values.emplace_back(enumerator.name);
        choices += (choices.empty() ? "\"" : " | \"") + std::string(enumerator.name) + "\"";
    });
    shapes_[name] = {{{"type", "string"}, {"enum", std::move(values)}},
                     "export type " + name + " = " + choices + ";\n"};
}

}  // namespace commonweal::codec
