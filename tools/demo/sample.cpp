#include "tools/demo/sample.hpp"

namespace commonweal::demo {
namespace {

constexpr unsigned char bytes[] = {
#embed "../sample/register.csv"
};

}  // namespace

std::string_view sample_register() {
    return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

}  // namespace commonweal::demo
