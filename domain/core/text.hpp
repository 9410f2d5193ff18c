#pragma once
// Small things about text that several slices and views need.

#include <string>
#include <string_view>

namespace commonweal {

/// ASCII capitals made small: enough to find a name, or to compare an address, in any case.
inline std::string small_letters(std::string_view text) {
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

}  // namespace commonweal
