#pragma once
// What follows from the rest of a state: it is not kept with the state in a snapshot, and made
// again by the state's complete() when the rest was read.

#include <utility>

namespace commonweal {

template <class T>
struct Derived {
    T value{};

    T* operator->() { return &value; }
    const T* operator->() const { return &value; }
};

}  // namespace commonweal
