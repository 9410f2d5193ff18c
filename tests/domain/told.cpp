// Over all event types, and so compiled once.

#include "server/codec/json_write.hpp"
#include "tests/domain/given.hpp"

namespace commonweal::testing {

std::string told(const AnyFact& fact) {
    return std::visit(
        []<class F>(const F& f) -> std::string {
            if constexpr (std::is_same_v<F, Unknown>)
                return "unknown";
            else
                return std::string(F::kind) + " " +
                       boost::json::serialize(
                           codec::to_json(f, codec::For{access::Sees::everything(), nullptr}));
        },
        fact);
}

}  // namespace commonweal::testing
