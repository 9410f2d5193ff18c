#include "server/log/engine.hpp"

namespace commonweal::log {

DamagedRecord::DamagedRecord(Position where, const std::string& what_is_wrong)
    : std::runtime_error("the record at position " + std::to_string(where) +
                         " is damaged: " + what_is_wrong),
      position(where) {}

}  // namespace commonweal::log
