// The views themselves, for administrators: how far they are, and folding them anew.

#include "server/api/views.hpp"

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

void administrators_only(const Call& call) {
    if (!call.actor().has(person::RoleKind::administrator))
        throw ProblemAnswer{forbidden("Only an administrator sees to the views.")};
}

ViewsStatus shown(const Call& call) {
    const auto& projector = call.context().projector;
    const auto rebuild = projector.rebuilding();
    ViewsStatus view;
    view.current = projector.current();
    view.position = projector.views().position();
    view.head = call.app().log().head().position;
    view.instances = projector.views().instances();
    view.rebuild = {rebuild.state, rebuild.folded, rebuild.to, {}, rebuild.differed};
    if (!rebuild.failed_because.empty()) view.rebuild.failed_because = rebuild.failed_because;
    return view;
}

boost::asio::awaitable<net::Response> show(Call call) {
    administrators_only(call);
    co_return answer(call, shown(call), for_network());
}

boost::asio::awaitable<net::Response> rebuild(Call call) {
    administrators_only(call);
    if (!call.context().projector.rebuild(false))
        throw ProblemAnswer{conflict("They are being folded anew already, or have stopped.")};
    auto response = answer(call, shown(call), for_network());
    response.status = 202;
    co_return response;
}

constexpr std::array table{
    Route{"GET", "/api/v1/views", show, Who::signed_in, "",
          "How far the views are folded, and a rebuild beside them."},
    Route{"POST", "/api/v1/views/rebuild", rebuild, Who::signed_in, "",
          "Folds all views anew beside those that serve, compares, and swaps them."},
};

}  // namespace

std::span<const Route> view_routes() {
    return table;
}

}  // namespace commonweal::api
