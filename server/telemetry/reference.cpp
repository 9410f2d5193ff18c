#include "server/telemetry/reference.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace commonweal::telemetry {

std::string new_reference() {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::array<unsigned char, 16> random{};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size())) {
        throw std::system_error(errno, std::generic_category(), "the kernel gave no randomness");
    }
    std::string reference = "ref_";
    for (const unsigned char byte : random) reference += alphabet[byte % alphabet.size()];
    return reference;
}

}  // namespace commonweal::telemetry
