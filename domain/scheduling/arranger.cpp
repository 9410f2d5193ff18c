#include "domain/scheduling/arranger.hpp"

#include "domain/scheduling/pairs_of_schools.hpp"
#include "domain/scheduling/rotation.hpp"
#include "domain/scheduling/triads.hpp"

namespace commonweal::scheduling {

std::unique_ptr<Arranger> make_arranger(const Arranging& arranging) {
    if (arranging.instance.mode() == Mode::pairs)
        return std::make_unique<PairsOfSchools>(arranging);
    if (arranging.instance.mode() == Mode::triads) return std::make_unique<Triads>(arranging);
    return std::make_unique<Rotation>(arranging);
}

}  // namespace commonweal::scheduling
