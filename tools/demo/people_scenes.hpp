#pragma once
// People who come and go in the sample's story: somebody who acts for a head, and a lead who left.

#include "tools/demo/cast.hpp"

namespace commonweal::demo {

/// The business manager of a school acts for its head in visits and meetings for the next months.
void name_deputy(Stage& stage, const Cast& cast, SchoolId school);
/// A school outside of all clusters, whose lead left some weeks ago: nobody holds its posts.
void leave_a_post(Stage& stage, const Cast& cast);

}  // namespace commonweal::demo
