#pragma once
// From a stored record to the view instances that it concerns.

#include "server/app/decoded.hpp"
#include "server/app/views.hpp"

namespace commonweal::app {

Routed route(const log::Record& record);
Routed route(const log::RecordView& record);

}  // namespace commonweal::app
