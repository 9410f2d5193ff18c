#include "server/codec/personal.hpp"

namespace commonweal::codec {

std::string bound_to(const SealedAt& at) {
    std::string bytes(at.commit.begin(), at.commit.end());
    for (const std::uint16_t number : {at.event, at.field}) {
        bytes.push_back(static_cast<char>(number & 0xFFU));
        bytes.push_back(static_cast<char>(number >> 8U));
    }
    return bytes;
}

}  // namespace commonweal::codec
