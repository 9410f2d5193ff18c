#include "server/api/route.hpp"

namespace commonweal::api {

const std::vector<Route>& routes() {
    static const auto all = [] {
        std::vector<Route> table;
        for (const auto part : {session_routes(),     person_routes(),     invitation_routes(),
                                post_routes(),        school_routes(),     lineage_routes(),
                                network_routes(),     visit_routes(),      review_routes(),
                                partnership_routes(), meeting_routes(),    task_routes(),
                                calendar_routes(),    log_routes(),        register_routes(),
                                list_routes(),        term_date_routes(),  group_calendar_routes(),
                                ledger_routes(),      search_routes(),     history_routes(),
                                proof_routes(),       forgetting_routes(), held_routes(),
                                event_routes(),       backup_routes(),     description_routes(),
                                health_routes(),      view_routes()})
            table.insert(table.end(), part.begin(), part.end());
        return table;
    }();
    return all;
}

}  // namespace commonweal::api
