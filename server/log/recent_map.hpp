#pragma once
// A bounded memory of what was used lately: two generations of a hash map. When the young one has
// grown to half the bound it becomes the old one, and the old one is dropped.
//
// Threads: one at a time.

#include <string>
#include <string_view>
#include <unordered_map>

namespace commonweal::log {

struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
        return std::hash<std::string_view>{}(name);
    }
};
template <class Value>
using NameMap = std::unordered_map<std::string, Value, NameHash, std::equal_to<>>;

template <class Value>
class RecentMap {
  public:
    explicit RecentMap(std::size_t entries_max) : half_(entries_max / 2 + 1) {}

    /// None, or the value until the next call.
    Value* find(std::string_view name) {
        const auto young = young_.find(name);
        if (young != young_.end()) return &young->second;
        const auto old = old_.find(name);
        if (old == old_.end()) return nullptr;
        Value value = std::move(old->second);
        old_.erase(old);
        return &put(name, std::move(value));
    }

    Value& put(std::string_view name, Value value) {
        if (young_.size() >= half_) {
            old_ = std::move(young_);
            young_ = {};
        }
        return young_.insert_or_assign(std::string(name), std::move(value)).first->second;
    }

  private:
    std::size_t half_;
    NameMap<Value> young_;
    NameMap<Value> old_;
};

}  // namespace commonweal::log
