#pragma once
// Rows that replace those of the same key: what makes a change's merge associative.

#include <algorithm>
#include <functional>
#include <tuple>
#include <vector>

#include "projections/dashboard/dashboard.hpp"

namespace commonweal::view {

inline SchoolId key_of_member(const Member& member) {
    return member.school;
}
inline SchoolId key_of_balance(const Balance& balance) {
    return balance.school;
}
inline auto key_of_link(const Link& link) {
    return std::tuple{link.giver, link.receiver, link.kind};
}

template <class Row, class Key>
void upsert(std::vector<Row>& rows, const Row& row, Key key) {
    const auto same = [&](const Row& other) {
        return std::invoke(key, other) == std::invoke(key, row);
    };
    const auto found = std::ranges::find_if(rows, same);
    if (found == rows.end())
        rows.push_back(row);
    else
        *found = row;
}

template <class Row, class Key>
void merge_rows(std::vector<Row>& rows, std::vector<Row> later, Key key) {
    for (const auto& row : later) upsert(rows, row, key);
}

/// Adds later entries and keeps the newest `at_most`.
template <class Entry>
void append_newest(std::vector<Entry>& entries, std::vector<Entry> later, std::size_t at_most) {
    for (auto& entry : later) entries.push_back(std::move(entry));
    if (entries.size() > at_most)
        entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(at_most));
}

}  // namespace commonweal::view
