#pragma once
// Whether something stands in a list, in any order (std::ranges::contains, which Debian 12's
// library does not have yet).

#include <algorithm>
#include <functional>

namespace commonweal {

template <class List, class T, class Projection = std::identity>
bool among(const List& list, const T& value, Projection projection = {}) {
    return std::ranges::find(list, value, projection) != std::ranges::end(list);
}

}  // namespace commonweal
