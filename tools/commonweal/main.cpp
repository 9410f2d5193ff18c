// commonweal: the program's one entry point.

#include <iostream>

#include "server/api/assets.hpp"
#include "tools/commonweal/commands.hpp"

namespace commonweal {
/// The built client (client-web/CMakeLists.txt makes its source).
std::vector<api::Asset> built_client();
}  // namespace commonweal

int main(int argc, char** argv) {
    using namespace commonweal;
    CLI::App application{
        "Commonweal: peer reviews and practice-sharing visits for networks of schools"};
    application.require_subcommand(1);
    application.set_version_flag("--version", "commonweal 0.1.0");
    tools::Chosen chosen;
    tools::add_serve(application, chosen);
    tools::add_demo(application, chosen);
    tools::add_import(application, chosen);
    tools::add_clock(application, chosen);
    tools::add_verify(application, chosen);
    tools::add_backup(application, chosen);
    tools::add_restore(application, chosen);
    tools::add_replay(application, chosen);
    tools::add_user(application, chosen);
    tools::add_schedule(application, chosen);
    tools::add_bench(application, chosen);
    tools::add_schema(application, chosen);
    CLI11_PARSE(application, argc, argv);
    try {
        api::use_assets(built_client());
        return chosen();
    } catch (const std::exception& e) {
        std::cerr << "commonweal: " << e.what() << '\n';
        return 1;
    }
}
