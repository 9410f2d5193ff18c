#pragma once
// Is this text UTF-8? By the table of well-formed sequences in Unicode (3-7): no overlong form, no
// surrogate, nothing beyond U+10FFFF. Pure.

#include <string_view>

namespace commonweal::net {

bool is_utf8(std::string_view text);

}  // namespace commonweal::net
