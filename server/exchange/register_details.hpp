#pragma once
// What the register says of a school, in the domain's words. A pure function.

#include <set>

#include "domain/school/school.hpp"
#include "server/exchange/register.hpp"

namespace commonweal::exchange {

/// The columns a file lacks say nothing: what was known before stays.
school::Details details_of(const RegisterRow& row, const std::set<std::string>& absent,
                           const school::Details& before);

}  // namespace commonweal::exchange
