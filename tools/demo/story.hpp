#pragma once
// Two school years of visits and reviews in the sample's clusters.

#include "tools/demo/cast.hpp"
#include "tools/demo/demo.hpp"

namespace commonweal::demo {

/// Plays from the first day to the evening before `today`.
void play(Stage& stage, const Cast& cast, Day first, Day today, const Progress& progress);

}  // namespace commonweal::demo
