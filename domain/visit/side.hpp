#pragma once

#include <boost/describe.hpp>
#include <cstdint>

namespace commonweal::visit {

/// Which side of a visit somebody speaks for.
enum class Side : std::uint8_t { guest = 1, host = 2 };
BOOST_DESCRIBE_ENUM(Side, guest, host)

}  // namespace commonweal::visit
