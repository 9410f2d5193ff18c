#include "server/codec/state_members.hpp"
#include "server/codec/binary.hpp"

#include <unordered_map>

namespace commonweal::codec {
namespace {

std::unordered_map<std::string_view, std::string_view> kinds_by_name() {
    std::unordered_map<std::string_view, std::string_view> kinds;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>(
        [&](auto type) {
            constexpr std::string_view kind = decltype(type)::type::kind;
            kinds.emplace(kind, kind);
        });
    return kinds;
}

}  // namespace

std::string_view stored_kind(std::string_view name) {
    static const auto kinds = kinds_by_name();
    const auto found = kinds.find(name);
    if (found == kinds.end()) throw BadBytes("a kind of event is not known");
    return found->second;
}

}  // namespace commonweal::codec
