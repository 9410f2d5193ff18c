// The API's own description.

#include "server/api/answer.hpp"
#include "server/api/route.hpp"
#include "server/api/schemas.hpp"

namespace commonweal::api {
namespace {

boost::asio::awaitable<net::Response> show_openapi(Call) {
    co_return json_response(200, openapi());
}
boost::asio::awaitable<net::Response> show_asyncapi(Call) {
    co_return json_response(200, asyncapi());
}

constexpr std::array table{
    Route{"GET", "/api/openapi.json", show_openapi, Who::anybody, "", "This API, as OpenAPI."},
    Route{"GET", "/api/asyncapi.json", show_asyncapi, Who::anybody, "",
          "The live protocol, as AsyncAPI."},
};

}  // namespace

std::span<const Route> description_routes() {
    return table;
}

}  // namespace commonweal::api
