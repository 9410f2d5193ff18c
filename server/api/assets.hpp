#pragma once
// The web client, which is inside the program.

#include <optional>
#include <string_view>

#include "server/net/http.hpp"

namespace commonweal::api {

/// One file of the built client.
struct Asset {
    std::string_view path;  ///< "/assets/index-4f2a.js"
    std::string_view bytes;
};
/// The files; set once by main, empty where the program was built without the client.
void use_assets(std::vector<Asset> assets);

/// A file of the client; for the addresses of its pages, its first page. None: not the client's.
std::optional<net::Response> asset_response(const net::Request& request, std::string_view path);

}  // namespace commonweal::api
