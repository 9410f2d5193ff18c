#include "server/net/http.hpp"

#include <algorithm>

namespace commonweal::net {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

bool is_same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& [its_name, value] : headers) {
        if (is_same_name(its_name, name)) return value;
    }
    return {};
}

}  // namespace commonweal::net
