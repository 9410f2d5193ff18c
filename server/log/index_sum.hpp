#pragma once
// A sum over a set of index entries, in whatever order they come: two sets with the same sum are
// the same set, but for a chance of 1 in 2^64. So an index of any size is held against the records
// with a few bytes of memory, each read once.
//
// The hash is no cryptographic one: the sum finds damage, the Merkle tree finds intent.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string_view>

namespace commonweal::log {

class IndexSum {
  public:
    static std::uint64_t hash_of(std::string_view name) {
        return std::hash<std::string_view>{}(name);
    }
    void add(std::uint64_t name_hash, std::initializer_list<std::uint64_t> numbers) {
        auto hash = mixed(name_hash);
        for (const auto number : numbers) hash = mixed(hash ^ mixed(number));
        sum_ += hash;
        ++count_;
    }
    void operator+=(const IndexSum& more) {
        sum_ += more.sum_;
        count_ += more.count_;
    }
    bool operator==(const IndexSum&) const = default;

  private:
    /// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
    static std::uint64_t mixed(std::uint64_t number) {
        number += 0x9E37'79B9'7F4A'7C15;
        number = (number ^ (number >> 30U)) * 0xBF58'476D'1CE4'E5B9;
        number = (number ^ (number >> 27U)) * 0x94D0'49BB'1331'11EB;
        return number ^ (number >> 31U);
    }

    std::uint64_t sum_ = 0;
    std::uint64_t count_ = 0;
};

}  // namespace commonweal::log
