#include "tools/commonweal/imported.hpp"

#include <iostream>

#include <boost/json.hpp>

#include "tools/commonweal/operator.hpp"

namespace commonweal::tools {
namespace {

void print(const boost::json::object& result, bool dry_run) {
    const auto number = [&](const char* name) {
        return std::to_string(result.at(name).to_number<std::uint64_t>());
    };
    for (const auto& row : result.at("rejected").as_array())
        std::cout << "line " << row.at("row") << ", " << row.at("column").as_string().c_str()
                  << ": " << row.at("reason").as_string().c_str() << '\n';
    const auto passed_over = number("passed_over");
    std::cout << (dry_run ? "Would be: " : "") << number("created") << " created, "
              << number("updated") << " updated, " << number("closed") << " closed, "
              << number("unchanged") << " unchanged, "
              << (passed_over == "0" ? "" : passed_over + " passed over, ")
              << result.at("rejected").as_array().size() << " rejected\n";
}

}  // namespace

int tell_imported(const net::Response& response, bool dry_run, bool json) {
    if (response.status != 200) throw std::runtime_error(words_of(response));
    if (json)
        std::cout << response.body << '\n';
    else
        print(boost::json::parse(response.body).as_object(), dry_run);
    return 0;
}

}  // namespace commonweal::tools
