#include "server/log/index_rows.hpp"

#include <algorithm>

namespace commonweal::log {
namespace {

constexpr unsigned bits_a_byte = 7;
constexpr unsigned char more_follows = 0x80;

constexpr std::size_t count_at = 8;
constexpr std::size_t recorded_at_at = 10;
constexpr std::size_t fingerprint_at = 18;  ///< left out where the commit had none

void append_base128(std::string& to, std::uint64_t number) {
    for (; number >= more_follows; number >>= bits_a_byte) {
        to += static_cast<char>(number | more_follows);
    }
    to += static_cast<char>(number);
}

bool take_base128(std::string_view& bytes, std::uint64_t& number) {
    number = 0;
    for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += bits_a_byte) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        number |= static_cast<std::uint64_t>(byte & ~more_follows) << shift;
        if ((byte & more_follows) == 0) return true;
    }
    return false;
}

}  // namespace

std::string name_prefix(std::string_view name) {
    std::string key;
    key.reserve(1 + name.size() + 8);
    key += static_cast<char>(name.size());
    key += name;
    return key;
}

std::string name_key(std::string_view name, std::uint64_t number) {
    std::string key = name_prefix(name);
    append_sorting(key, number);
    return key;
}

void append_positions(std::string& to, std::span<const Position> positions) {
    Position before = 0;
    for (const Position position : positions) {
        append_base128(to, position - before);
        before = position;
    }
}

bool read_positions(std::string_view bytes, std::vector<Position>& positions) {
    positions.clear();
    Position before = 0;
    while (!bytes.empty()) {
        std::uint64_t step = 0;
        if (!take_base128(bytes, step) || step == 0) return false;
        positions.push_back(before += step);
    }
    return !positions.empty();
}

bool parse_position(std::string_view bytes, Position& position) {
    if (bytes.size() != sizeof position) return false;
    position = read_little_endian<Position>(bytes.data());
    return true;
}

std::string head_row(const StreamHead& head) {
    std::string row;
    append_little_endian(row, head.version);
    append_positions(row, head.newest);
    return row;
}

bool parse_head(std::string_view bytes, StreamHead& head) {
    if (bytes.size() <= sizeof head.version) return false;
    head.version = read_little_endian<Version>(bytes.data());
    return read_positions(bytes.substr(sizeof head.version), head.newest) &&
           head.newest.size() <= head.version;
}

std::string commit_row(const StoredCommit& commit) {
    std::string row;
    append_little_endian(row, commit.first);
    append_little_endian(row, commit.count);
    append_little_endian(row, commit.recorded_at);
    if (commit.fingerprint != Fingerprint{}) {
        row.append(reinterpret_cast<const char*>(commit.fingerprint.data()),
                   commit.fingerprint.size());
    }
    return row;
}

bool parse_commit(std::string_view bytes, StoredCommit& commit) {
    const bool has_fingerprint = bytes.size() == fingerprint_at + commit.fingerprint.size();
    if (bytes.size() != fingerprint_at && !has_fingerprint) return false;
    commit.first = read_little_endian<Position>(bytes.data());
    commit.count = read_little_endian<std::uint16_t>(bytes.data() + count_at);
    commit.recorded_at = read_little_endian<InstantUs>(bytes.data() + recorded_at_at);
    if (has_fingerprint) {
        std::ranges::copy(bytes.substr(fingerprint_at), commit.fingerprint.begin());
    }
    return true;
}

}  // namespace commonweal::log
