#include "server/log/record.hpp"

#include <algorithm>
#include <cstring>

#include "server/log/crc32c.hpp"
#include "server/log/little_endian.hpp"
#include "server/log/record_layout.hpp"

namespace commonweal::log {
namespace {

using namespace layout;

/// The header is right and the checksum holds: nothing else has been looked at.
std::expected<void, Damage> check_frame(std::string_view stored) {
    const auto bad = [](Damage damage) { return std::unexpected(damage); };
    if (stored.size() < leaf_at + fixed_bytes) return bad(Damage::too_short);
    if (!stored.starts_with(magic)) return bad(Damage::not_a_record);
    if (stored[format_at] != record_format) return bad(Damage::newer_format);
    const auto length = read_little_endian<std::uint32_t>(stored.data() + length_at);
    if (length != stored.size() - header_bytes) return bad(Damage::wrong_length);
    if (length > hash_bytes + commit_bytes_max) return bad(Damage::out_of_bounds);
    const auto checksum = read_little_endian<std::uint32_t>(stored.data() + checksum_at);
    if (checksum != crc32c(stored.substr(header_bytes))) return bad(Damage::wrong_checksum);
    return {};
}

/// Takes the variable fields off the front of what follows the fixed part.
struct Rest {
    std::string_view bytes;

    /// False where there is less than that.
    bool take(std::size_t length, std::string_view& field) {
        if (bytes.size() < length) return false;
        field = bytes.substr(0, length);
        bytes.remove_prefix(length);
        return true;
    }
};

std::expected<TagsView, Damage> take_tags(Rest& rest, std::size_t count) {
    const char* const begin = rest.bytes.data();
    std::string_view before;
    for (std::size_t tag = 0; tag < count; ++tag) {
        std::string_view length;
        std::string_view name;
        if (!rest.take(1, length) || !rest.take(static_cast<unsigned char>(length[0]), name)) {
            return std::unexpected(Damage::wrong_end);
        }
        // An empty name is never greater than the one before it, so this refuses that too.
        if (name <= before) return std::unexpected(Damage::not_canonical);
        before = name;
    }
    return TagsView({begin, static_cast<std::size_t>(rest.bytes.data() - begin)}, count);
}

bool within_bounds(const RecordView& view) {
    return view.position != 0 && view.version != 0 && view.recorded_at >= 0 &&
           view.count <= commit_events_max && view.index < view.count && view.position > view.index;
}

}  // namespace

std::string_view sentence(Damage damage) {
    switch (damage) {
        case Damage::too_short:
            return "it is shorter than a record can be";
        case Damage::not_a_record:
            return "it does not begin as a record does";
        case Damage::newer_format:
            return "it has a format that this program does not know";
        case Damage::wrong_length:
            return "it is longer or shorter than it says";
        case Damage::wrong_checksum:
            return "its checksum is wrong";
        case Damage::out_of_bounds:
            return "a number in it is out of bounds";
        case Damage::not_canonical:
            return "its tags are not sorted and unique";
        case Damage::wrong_end:
            return "its fields do not end where it ends";
    }
    return "it is damaged";
}

std::expected<RecordView, Damage> view_record(std::string_view stored) {
    if (const auto frame = check_frame(stored); !frame) return std::unexpected(frame.error());
    const char* const leaf = stored.data() + leaf_at;
    if (leaf[0] != leaf_format) return std::unexpected(Damage::newer_format);

    RecordView view;
    std::memcpy(view.leaf_hash.data(), stored.data() + hash_at, view.leaf_hash.size());
    view.position = read_little_endian<Position>(leaf + position_at);
    std::memcpy(view.commit_id.data(), leaf + commit_id_at, view.commit_id.size());
    view.index = read_little_endian<std::uint16_t>(leaf + index_at);
    view.count = read_little_endian<std::uint16_t>(leaf + count_at);
    view.recorded_at = read_little_endian<InstantUs>(leaf + recorded_at_at);
    view.version = read_little_endian<Version>(leaf + version_at);
    view.schema_version = read_little_endian<std::uint16_t>(leaf + schema_version_at);
    const auto stream_bytes = static_cast<unsigned char>(leaf[stream_bytes_at]);
    const auto kind_bytes = static_cast<unsigned char>(leaf[kind_bytes_at]);
    const auto tag_count = static_cast<unsigned char>(leaf[tag_count_at]);
    const auto body_bytes = read_little_endian<std::uint32_t>(leaf + body_bytes_at);
    if (!within_bounds(view) || stream_bytes == 0 || kind_bytes == 0 || tag_count > tags_max) {
        return std::unexpected(Damage::out_of_bounds);
    }

    Rest rest{stored.substr(leaf_at + fixed_bytes)};
    if (!rest.take(stream_bytes, view.stream) || !rest.take(kind_bytes, view.kind)) {
        return std::unexpected(Damage::wrong_end);
    }
    const auto tags = take_tags(rest, tag_count);
    if (!tags) return std::unexpected(tags.error());
    view.tags = *tags;
    if (rest.bytes.size() != body_bytes) return std::unexpected(Damage::wrong_end);
    view.body = rest.bytes;
    return view;
}

Record to_record(const RecordView& view) {
    std::vector<std::string> tags;
    tags.reserve(view.tags.size());
    for (const auto tag : view.tags) tags.emplace_back(tag);
    return {.position = view.position,
            .commit_id = view.commit_id,
            .index = view.index,
            .count = view.count,
            .recorded_at = view.recorded_at,
            .stream = std::string(view.stream),
            .version = view.version,
            .tags = std::move(tags),
            .kind = std::string(view.kind),
            .schema_version = view.schema_version,
            .body = std::string(view.body),
            .leaf_hash = view.leaf_hash};
}

std::expected<Record, Damage> decode_record(std::string_view stored) {
    const auto view = view_record(stored);
    if (!view) return std::unexpected(view.error());
    return to_record(*view);
}

std::string_view leaf_of(std::string_view stored) {
    return stored.substr(leaf_at);
}

std::size_t leaf_bytes(const Leaf& leaf) {
    std::size_t bytes = fixed_bytes + leaf.stream.size() + leaf.kind.size() + leaf.body.size();
    for (const auto tag : leaf.tags) bytes += 1 + tag.size();
    return bytes;
}

void encode_record(const Leaf& leaf, LeafHasher& hasher, std::string& out) {
    const std::size_t begin = out.size();
    const std::size_t bytes = leaf_bytes(leaf);
    out.resize(begin + leaf_at + bytes);
    char* const record = out.data() + begin;

    char* to = record + leaf_at;
    *to++ = leaf_format;
    to = write_little_endian(to, leaf.position);
    to = std::copy(leaf.commit_id.begin(), leaf.commit_id.end(), to);
    to = write_little_endian(to, leaf.index);
    to = write_little_endian(to, leaf.count);
    to = write_little_endian(to, leaf.recorded_at);
    to = write_little_endian(to, leaf.version);
    to = write_little_endian(to, leaf.schema_version);
    *to++ = static_cast<char>(leaf.stream.size());
    *to++ = static_cast<char>(leaf.kind.size());
    *to++ = static_cast<char>(leaf.tags.size());
    to = write_little_endian(to, static_cast<std::uint32_t>(leaf.body.size()));
    to = std::copy(leaf.stream.begin(), leaf.stream.end(), to);
    to = std::copy(leaf.kind.begin(), leaf.kind.end(), to);
    for (const auto tag : leaf.tags) {
        *to++ = static_cast<char>(tag.size());
        to = std::copy(tag.begin(), tag.end(), to);
    }
    std::copy(leaf.body.begin(), leaf.body.end(), to);

    const LeafHash hash = hasher({record + leaf_at, bytes});
    std::copy(hash.begin(), hash.end(), record + hash_at);
    std::copy(magic.begin(), magic.end(), record);
    record[format_at] = record_format;
    write_little_endian(record + length_at, static_cast<std::uint32_t>(hash_bytes + bytes));
    write_little_endian(record + checksum_at, crc32c({record + hash_at, hash_bytes + bytes}));
}

}  // namespace commonweal::log
