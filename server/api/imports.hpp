#pragma once
// A file that is taken in: on a thread of its own, since an import reads and waits for the disk.

#include <functional>

#include "server/api/route.hpp"
#include "server/exchange/import_result.hpp"

namespace commonweal::api {

using Imported = std::expected<exchange::ImportResult, std::string>;

/// The problem that a file is of which nothing can be taken in.
struct UnusableFile {
    const char* type;
    const char* title;
};

/// Reads ?dry_run= and answers what became of the file. `import` runs on another thread and may
/// outlive the call: it takes along what it needs.
boost::asio::awaitable<net::Response> answer_import(Call call,
                                                    std::function<Imported(bool dry_run)> import,
                                                    UnusableFile unusable);

}  // namespace commonweal::api
