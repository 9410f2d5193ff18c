#pragma once
// What administrators see of the views themselves.

#include <optional>
#include <string>

#include "server/app/rebuild.hpp"
#include "server/app/snapshots.hpp"

namespace commonweal::api {

struct RebuildStatus {
    app::Rebuild::State state = app::Rebuild::State::never;
    Position folded = 0;
    Position of = 0;
    std::optional<std::string> failed_because;
    std::optional<bool> differed;  ///< what had served from what was folded anew
};
BOOST_DESCRIBE_STRUCT(RebuildStatus, (), (state, folded, of, failed_because, differed))

struct ViewsStatus {
    int version = app::Snapshots::folding_now;
    bool current = true;  ///< false: an earlier version serves until the rebuild is done
    Position position = 0;
    Position head = 0;
    std::uint64_t instances = 0;
    RebuildStatus rebuild;
};
BOOST_DESCRIBE_STRUCT(ViewsStatus, (), (version, current, position, head, instances, rebuild))

}  // namespace commonweal::api
