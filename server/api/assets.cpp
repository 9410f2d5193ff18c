#include "server/api/assets.hpp"

#include <unordered_map>

namespace commonweal::api {
namespace {

struct Served {
    std::shared_ptr<const std::string> body;
    std::string_view type;
};

std::unordered_map<std::string_view, Served>& served() {
    static std::unordered_map<std::string_view, Served> all;
    return all;
}

std::string_view type_of(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".webmanifest", "application/manifest+json"},
        {".json", "application/json"},
    }};
    for (const auto& [ending, type] : types)
        if (path.ends_with(ending)) return type;
    return "application/octet-stream";
}

constexpr std::string_view content_security_policy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' "
    "blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

net::Response response_of(const Served& file, bool for_ever) {
    net::Response response;
    response.shared_body = file.body;
    response.headers = {
        {"Content-Type", std::string(file.type)},
        {"Cache-Control", for_ever ? "public, max-age=31536000, immutable" : "no-cache"},
        {"Content-Security-Policy", std::string(content_security_policy)},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "same-origin"}};
    return response;
}

}  // namespace

void use_assets(std::vector<Asset> assets) {
    for (const auto& asset : assets)
        served()[asset.path] = {std::make_shared<const std::string>(asset.bytes),
                                type_of(asset.path)};
}

std::optional<net::Response> asset_response(const net::Request& request, std::string_view path) {
    if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
    const auto& files = served();
    // Names of built files hold a digest of their bytes: they never change.
    if (const auto found = files.find(path); found != files.end())
        return response_of(found->second, path.starts_with("/assets/"));
    if (path.starts_with("/api/") || path.starts_with("/assets/")) return std::nullopt;
    const auto index = files.find("/index.html");
    if (index == files.end()) return std::nullopt;
    return response_of(index->second, false);
}

}  // namespace commonweal::api
