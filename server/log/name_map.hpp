#pragma once
// A hash map by name that can be asked with a string_view.

#include <string>
#include <string_view>
#include <unordered_map>

namespace commonweal::log {

struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
        return std::hash<std::string_view>{}(name);
    }
};
template <class Value>
using NameMap = std::unordered_map<std::string, Value, NameHash, std::equal_to<>>;

}  // namespace commonweal::log
