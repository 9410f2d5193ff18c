#include "server/log/rocks_keys.hpp"

namespace commonweal::log {
namespace {

constexpr unsigned bits_a_byte = 7;
constexpr unsigned char more_follows = 0x80;

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

}  // namespace commonweal::log
