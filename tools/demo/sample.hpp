#pragma once
// The cut of the register that ships with the program (tools/sample: Open Government Licence v3.0).

#include <string_view>

namespace commonweal::demo {

std::string_view sample_register();
/// Which of its schools came from which.
std::string_view sample_links();

}  // namespace commonweal::demo
