#pragma once
// Records of the log as the domain's events.

#include <memory>
#include <span>

#include "domain/catalogue.hpp"
#include "server/log/commit.hpp"
#include "server/log/record.hpp"

namespace commonweal::app {

inline Instant instant_of(log::InstantUs us) {
    return Instant{std::chrono::microseconds{us}};
}

/// Throws codec::BadBytes with the position where a body is not what its kind says.
Recorded decode(const log::Record& record);
Recorded decode(const log::RecordView& record);

}  // namespace commonweal::app
