#pragma once
// A command's body as a described struct: strict, and every mistake is told with its place (an
// RFC 6901 pointer) in words for the person who made it.

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "server/codec/personal.hpp"
#include "server/codec/traits.hpp"

namespace commonweal::codec {

struct BodyError {
    std::string pointer;  ///< "/team/0/role"
    std::string detail;   ///< "is missing"
    bool operator==(const BodyError&) const = default;
};
BOOST_DESCRIBE_STRUCT(BodyError, (), (pointer, detail))

/// At most so many mistakes of one body are told.
inline constexpr std::size_t body_errors_max = 20;
inline constexpr std::size_t body_list_max = 1000;
inline constexpr std::size_t body_text_max = 64U << 10U;

/// A member's name as a part of a pointer: RFC 6901 writes ~ as ~0 and / as ~1.
std::string in_pointer(std::string_view name);

/// Reads JSON text. An object, or an error that says where the text breaks.
boost::json::object parse_body(std::string_view text, std::vector<BodyError>& errors);

/// How strictly a document is read.
struct Reading {
    std::size_t list_max = body_list_max;
    /// Where members that the struct does not have are noted, instead of being mistakes.
    std::vector<BodyError>* unknown = nullptr;
};

class BodyReader {
  public:
    explicit BodyReader(std::vector<BodyError>& errors, Reading reading = {})
        : errors_(&errors), reading_(reading) {}

    /// Reads the described members of T. Members that T does not have are mistakes.
    template <class T>
    T read(const boost::json::object& object, const std::string& at = {}) {
        T made{};
        each_member(made, [&](const char* name, auto& member, auto) {
            using Member = std::remove_cvref_t<decltype(member)>;
            const auto* value = object.if_contains(name);
            if (value != nullptr && !value->is_null())
                get(member, *value, at + "/" + name);
            else if (!is_optional<Member> && !is_personal<Member> && !is_vector<Member>)
                wrong(at + "/" + name, "is missing");
        });
        refuse_others<T>(object, at);
        return made;
    }

  private:
    template <class T>
    void refuse_others(const boost::json::object& object, const std::string& at) {
        for (const auto& [key, value] : object) {
            bool known = false;
            boost::mp11::mp_for_each<Members<T>>(
                [&](auto member) { known = known || key == member.name; });
            if (known) continue;
            if (reading_.unknown == nullptr)
                wrong(at + "/" + in_pointer(key), "is not a field of this request");
            else if (reading_.unknown->size() < body_errors_max)
                reading_.unknown->push_back({at + "/" + in_pointer(key), "is not used"});
        }
    }

    template <class T>
    void get(T& to, const boost::json::value& from, const std::string& at) {
        if constexpr (std::is_same_v<T, bool>) {
            if (!from.is_bool()) return wrong(at, "must be true or false");
            to = from.get_bool();
        } else if constexpr (std::is_integral_v<T>) {
            get_number(to, from, at);
        } else if constexpr (std::is_same_v<T, double>) {
            if (!from.is_number()) return wrong(at, "must be a number");
            to = from.to_number<double>();
        } else if constexpr (DescribedEnum<T>) {
            get_enum(to, from, at);
        } else if constexpr (std::is_same_v<T, std::string>) {
            get_text(to, from, at);
        } else if constexpr (is_personal<T>) {
            std::string text;
            get_text(text, from, at);
            to = T::plain(std::move(text));
        } else if constexpr (std::is_same_v<T, Day>) {
            get_parsed(to, parse_day, from, at, "must be a day such as 2026-03-09");
        } else if constexpr (std::is_same_v<T, Instant>) {
            get_parsed(to, parse_instant, from, at,
                       "must be an instant such as 2026-03-09T14:05:00Z");
        } else if constexpr (std::is_same_v<T, SchoolId>) {
            get_parsed(to, parse_school, from, at, "must be a school's URN in quotes");
        } else if constexpr (is_id<T>) {
            get_id(to, from, at);
        } else if constexpr (is_optional<T>) {
            get(to.emplace(), from, at);
        } else if constexpr (is_vector<T>) {
            get_list(to, from, at);
        } else {
            static_assert(DescribedStruct<T>, "this type cannot be read from JSON");
            if (!from.is_object()) return wrong(at, "must be an object");
            to = read<T>(from.get_object(), at);
        }
    }

    template <class T>
    void get_number(T& to, const boost::json::value& from, const std::string& at) {
        boost::system::error_code ec;
        to = from.to_number<T>(ec);
        if (ec || from.is_double()) wrong(at, "must be a whole number in range");
    }
    template <class T>
    void get_enum(T& to, const boost::json::value& from, const std::string& at) {
        const auto* text = from.if_string();
        bool known = false;
        std::string choices;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
            choices += (choices.empty() ? "" : ", ") + std::string(enumerator.name);
            if (text == nullptr || *text != enumerator.name) return;
            to = enumerator.value;
            known = true;
        });
        if (!known) wrong(at, "must be one of " + choices);
    }
    template <class Tag>
    void get_id(Id<Tag>& to, const boost::json::value& from, const std::string& at) {
        get_parsed(to, parse_id<Tag>, from, at,
                   "must be an id that begins with " + std::string(Tag::prefix) + "_");
    }
    template <class T, class Parse>
    void get_parsed(T& to, Parse parse, const boost::json::value& from, const std::string& at,
                    const std::string& otherwise) {
        const auto* text = from.if_string();
        const auto parsed = text != nullptr ? parse(std::string_view(*text)) : std::optional<T>{};
        if (!parsed) return wrong(at, otherwise);
        to = *parsed;
    }
    template <class T>
    void get_list(std::vector<T>& to, const boost::json::value& from, const std::string& at) {
        const auto* array = from.if_array();
        if (array == nullptr) return wrong(at, "must be a list");
        if (array->size() > reading_.list_max)
            return wrong(at, "is longer than " + std::to_string(reading_.list_max) + " entries");
        to.reserve(array->size());
        for (std::size_t i = 0; i < array->size(); ++i)
            get(to.emplace_back(), (*array)[i], at + "/" + std::to_string(i));
    }
    void get_text(std::string& to, const boost::json::value& from, const std::string& at);
    void wrong(std::string at, std::string detail);

    std::vector<BodyError>* errors_;
    Reading reading_;
};

}  // namespace commonweal::codec
