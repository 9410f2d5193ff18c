#pragma once
// The commands of the command line: each adds itself to the application and leaves what to run.

#include <CLI/CLI.hpp>
#include <functional>

namespace commonweal::tools {

/// Set by the command that was chosen; answers the exit code.
using Chosen = std::function<int()>;

void add_serve(CLI::App& application, Chosen& chosen);
void add_demo(CLI::App& application, Chosen& chosen);
void add_import(CLI::App& application, Chosen& chosen);
/// The lists that people bring along, below `import`.
void add_import_lists(CLI::App& import, Chosen& chosen);
/// When there is school, below `import`.
void add_import_terms(CLI::App& import, Chosen& chosen);
void add_clock(CLI::App& application, Chosen& chosen);
void add_backup(CLI::App& application, Chosen& chosen);
void add_restore(CLI::App& application, Chosen& chosen);
void add_verify(CLI::App& application, Chosen& chosen);
void add_replay(CLI::App& application, Chosen& chosen);
void add_user(CLI::App& application, Chosen& chosen);
void add_schedule(CLI::App& application, Chosen& chosen);
void add_bench(CLI::App& application, Chosen& chosen);
void add_schema(CLI::App& application, Chosen& chosen);

}  // namespace commonweal::tools
