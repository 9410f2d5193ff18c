#pragma once
// The bytes of a stored record (FORMAT.md): a header with length and CRC-32C, the leaf's hash, the
// leaf. These bytes are final: what was ever written must decode for ever.
//
// Threads: all of this is free of state. Failure: hostile bytes give a named Damage; nothing is
// believed before the length and the checksum are, and the end must be the end.

#include <expected>
#include <iterator>
#include <span>
#include <string_view>

#include "server/log/commit.hpp"
#include "server/log/leaf_hash.hpp"

namespace commonweal::log {

enum class Damage : std::uint8_t {
    too_short,       ///< less than a header and the fixed part of a leaf
    not_a_record,    ///< the magic bytes are others
    newer_format,    ///< a record or leaf format that this program does not know
    wrong_length,    ///< the length in the header is not the length that is there
    wrong_checksum,  ///< the CRC-32C differs
    out_of_bounds,   ///< a number or a length breaks a bound of the log
    not_canonical,   ///< tags unsorted or doubled
    wrong_end,       ///< the fields end before or after the leaf does
};
/// What is wrong, for an error message.
std::string_view sentence(Damage damage);

/// A record's tags, read in place.
class TagsView {
  public:
    class Iterator {
      public:
        using value_type = std::string_view;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        explicit Iterator(const char* at) : at_(at) {}
        std::string_view operator*() const { return {at_ + 1, static_cast<unsigned char>(*at_)}; }
        Iterator& operator++() {
            at_ += 1 + static_cast<unsigned char>(*at_);
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator&) const = default;

      private:
        const char* at_ = nullptr;
    };

    TagsView() = default;
    /// `bytes` are `count` tags, each a length byte and that many bytes; already checked.
    TagsView(std::string_view bytes, std::size_t count) : bytes_(bytes), count_(count) {}
    Iterator begin() const { return Iterator(bytes_.data()); }
    Iterator end() const { return Iterator(bytes_.data() + bytes_.size()); }
    std::size_t size() const { return count_; }

  private:
    std::string_view bytes_;
    std::size_t count_ = 0;
};

/// A record that points into the stored bytes and lives no longer than they do.
struct RecordView {
    Position position = 0;
    CommitId commit_id{};
    std::uint16_t index = 0;
    std::uint16_t count = 1;
    InstantUs recorded_at = 0;
    std::string_view stream;
    Version version = 0;
    TagsView tags;
    std::string_view kind;
    std::uint16_t schema_version = 1;
    std::string_view body;
    LeafHash leaf_hash{};
};

/// The checksum is checked, the leaf's hash is not: that is for verifying, and costs a SHA-256.
std::expected<RecordView, Damage> view_record(std::string_view stored);
std::expected<Record, Damage> decode_record(std::string_view stored);
/// The same with everything copied out of the bytes.
Record to_record(const RecordView& view);
/// The leaf within the bytes of a record that has decoded.
std::string_view leaf_of(std::string_view stored);

/// What goes into a leaf; the tags are sorted and unique.
struct Leaf {
    Position position = 0;
    CommitId commit_id{};
    std::uint16_t index = 0;
    std::uint16_t count = 1;
    InstantUs recorded_at = 0;
    std::string_view stream;
    Version version = 0;
    std::span<const std::string_view> tags;
    std::string_view kind;
    std::uint16_t schema_version = 1;
    std::string_view body;
};
std::size_t leaf_bytes(const Leaf& leaf);
/// Adds the stored record to `out`. The bounds of commit.hpp have been checked.
void encode_record(const Leaf& leaf, LeafHasher& hasher, std::string& out);

}  // namespace commonweal::log
