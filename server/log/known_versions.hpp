#pragma once
// The versions of the streams that commits depended on lately. Most commits read the same few
// schools and networks, which were written long ago: their versions are not looked up in the files
// each time.
//
// Owner: the RocksDB engine. Threads: append's alone. All that is appended passes through
// written(), so that nothing in here is ever old.

#include <optional>

#include "server/log/commit.hpp"
#include "server/log/name_map.hpp"

namespace commonweal::log {

class KnownVersions {
  public:
    static constexpr std::size_t streams_max = 65'536;

    std::optional<Version> find(std::string_view stream) const {
        const auto found = versions_.find(stream);
        return found == versions_.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(std::string_view stream, Version version) {
        if (versions_.size() >= streams_max) versions_.clear();
        versions_.emplace(stream, version);
    }
    void written(std::string_view stream, Version version) {
        const auto found = versions_.find(stream);
        if (found != versions_.end()) found->second = version;
    }

  private:
    NameMap<Version> versions_;
};

}  // namespace commonweal::log
