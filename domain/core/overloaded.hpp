#pragma once
// One lambda for each alternative of a variant.

namespace commonweal {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

}  // namespace commonweal
