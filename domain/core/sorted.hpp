#pragma once
// A sorted vector as a small set.

#include <algorithm>
#include <vector>

namespace commonweal {

template <class T>
bool contains(const std::vector<T>& sorted, const T& value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

template <class T>
void insert(std::vector<T>& sorted, const T& value) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
    if (at == sorted.end() || *at != value) sorted.insert(at, value);
}

template <class T>
void erase(std::vector<T>& sorted, const T& value) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
    if (at != sorted.end() && *at == value) sorted.erase(at);
}

/// What stands in either.
template <class T>
std::vector<T> merged(const std::vector<T>& a, const std::vector<T>& b) {
    std::vector<T> both;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

}  // namespace commonweal
