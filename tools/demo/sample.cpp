#include "tools/demo/sample.hpp"

namespace commonweal::demo {
namespace {

constexpr unsigned char bytes[] = {
#embed "../sample/register.csv"
};

constexpr unsigned char link_bytes[] = {
#embed "../sample/links.csv"
};

}  // namespace

std::string_view sample_links() {
    return {reinterpret_cast<const char*>(link_bytes), sizeof link_bytes};
}

std::string_view sample_register() {
    return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

}  // namespace commonweal::demo
