#pragma once
// Everything that the described types say: OpenAPI, AsyncAPI, JSON Schema, TypeScript, the
// catalogue of events. Made from the types and the table of routes; there is no second list.

#include <boost/json.hpp>
#include <string>

namespace commonweal::api {

boost::json::object openapi();
boost::json::object asyncapi();
boost::json::object json_schemas();
boost::json::array event_catalogue();
std::string typescript();

}  // namespace commonweal::api
