#pragma once
// An engine that keeps everything in memory, for tests and for trying things out. It passes the
// same contract suite as the others; "durable" here means: as long as the engine lives.
//
// Threads and failure: as engine.hpp says.

#include <memory>

#include "server/log/engine.hpp"

namespace commonweal::log {

std::unique_ptr<Engine> make_memory_engine();

}  // namespace commonweal::log
