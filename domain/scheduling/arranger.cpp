#include "domain/scheduling/arranger.hpp"

#include "domain/scheduling/rotation.hpp"

namespace commonweal::scheduling {

std::unique_ptr<Arranger> make_arranger(const Arranging& arranging) {
    return std::make_unique<Rotation>(arranging);
}

}  // namespace commonweal::scheduling
