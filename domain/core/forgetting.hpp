#pragma once
// Why something personal is forgotten.

#include <cstdint>

#include "domain/core/describe.hpp"

namespace commonweal {

enum class ForgetReason : std::uint8_t {
    asked = 1,        ///< whom it is about asked for it
    kept_enough = 2,  ///< the time for which it is kept is over
    mistake = 3,      ///< it should not have been written down
};
BOOST_DESCRIBE_ENUM(ForgetReason, asked, kept_enough, mistake)

}  // namespace commonweal
