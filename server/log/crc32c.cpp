#include "server/log/crc32c.hpp"

#include <array>

#include "server/log/little_endian.hpp"

namespace commonweal::log {
namespace {

constexpr std::uint32_t castagnoli_reflected = 0x82F63B78U;

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables make_tables() {
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ castagnoli_reflected : crc >> 1U;
        }
        tables[0][byte] = crc;
    }
    for (std::size_t table = 1; table < tables.size(); ++table) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t before = tables[table - 1][byte];
            tables[table][byte] = (before >> 8U) ^ tables[0][before & 0xFFU];
        }
    }
    return tables;
}

constexpr Tables tables = make_tables();

}  // namespace

std::uint32_t crc32c_by_table(std::string_view bytes) {
    std::uint32_t crc = ~0U;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    for (; end - at >= 8; at += 8) {
        const std::uint64_t eight = read_little_endian<std::uint64_t>(at) ^ crc;
        crc = 0;
        for (std::size_t byte = 0; byte < 8; ++byte) {
            crc ^= tables[7 - byte][(eight >> (8 * byte)) & 0xFFU];
        }
    }
    for (; at != end; ++at) {
        crc = (crc >> 8U) ^ tables[0][(crc ^ static_cast<unsigned char>(*at)) & 0xFFU];
    }
    return ~crc;
}

#if defined(__x86_64__)

namespace {

__attribute__((target("sse4.2"))) std::uint32_t crc32c_by_instruction(std::string_view bytes) {
    std::uint64_t crc = ~0U;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    for (; end - at >= 8; at += 8) {
        crc = __builtin_ia32_crc32di(crc, read_little_endian<std::uint64_t>(at));
    }
    auto crc32 = static_cast<std::uint32_t>(crc);
    for (; at != end; ++at) {
        crc32 = __builtin_ia32_crc32qi(crc32, static_cast<unsigned char>(*at));
    }
    return ~crc32;
}

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
    static const bool has_instruction = __builtin_cpu_supports("sse4.2");
    return has_instruction ? crc32c_by_instruction(bytes) : crc32c_by_table(bytes);
}

#else

std::uint32_t crc32c(std::string_view bytes) {
    return crc32c_by_table(bytes);
}

#endif

}  // namespace commonweal::log
