// Networks and clusters: listed, shown, founded; who belongs to them; their dashboards.

#include <algorithm>

#include "server/api/answer.hpp"
#include "server/api/route.hpp"
#include "server/api/tasks.hpp"

namespace commonweal::api {
namespace {

/// Founds a network under a new id.
struct FoundNetwork {
    std::string name;
    std::vector<network::Theme> themes;
};
BOOST_DESCRIBE_STRUCT(FoundNetwork, (), (name, themes))
struct FormCluster {
    NetworkId network;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(FormCluster, (), (network, name))
struct SetThemes {
    std::vector<network::Theme> themes;
};
BOOST_DESCRIBE_STRUCT(SetThemes, (), (themes))
struct SetDeadlines {
    std::vector<task::Deadline> deadlines;
};
BOOST_DESCRIBE_STRUCT(SetDeadlines, (), (deadlines))
struct OneSchool {
    SchoolId school;
};
BOOST_DESCRIBE_STRUCT(OneSchool, (), (school))

boost::asio::awaitable<net::Response> list(Call call) {
    const auto all = call.read(app::TheRegister{},
                               [](const app::Reading& v) { return v.directory().networks(); });
    co_return answer_list(call, all, {}, for_network());
}

boost::asio::awaitable<net::Response> show_network(Call call) {
    const auto id = call.id<NetworkTag>();
    const auto found = call.read(app::TheRegister{},
                                 [&](const app::Reading& v) { return v.directory().network(id); });
    if (!found) throw ProblemAnswer{problem_of({Rule::not_found, call.captured()})};
    co_return answer(call, *found, for_network());
}

boost::asio::awaitable<net::Response> show_cluster(Call call) {
    const auto id = call.id<ClusterTag>();
    const auto found = call.read(app::TheRegister{},
                                 [&](const app::Reading& v) { return v.directory().cluster(id); });
    if (!found) throw ProblemAnswer{problem_of({Rule::not_found, call.captured()})};
    co_return answer(call, *found, for_network());
}

template <class Tag>
boost::asio::awaitable<net::Response> dashboard(Call call) {
    const auto id = call.id<Tag>();
    const auto found = call.read(about(id), [&](const app::Reading& v) { return v.snapshot(id); });
    if (!found) throw ProblemAnswer{problem_of({Rule::not_found, call.captured()})};
    co_return answer(call, std::get<view::DashboardView>(found->view), for_network());
}

boost::asio::awaitable<net::Response> found(Call call) {
    const auto command = call.command<FoundNetwork>();
    auto& app = call.app();
    const auto id = app.ids().next<NetworkId>(app.clock().now());
    co_return co_await write(std::move(call),
                             app::found_network({id, command.name, command.themes}), 201);
}

boost::asio::awaitable<net::Response> form_cluster(Call call) {
    const auto command = call.command<FormCluster>();
    auto& app = call.app();
    const auto id = app.ids().next<ClusterId>(app.clock().now());
    co_return co_await write(std::move(call),
                             app::form_cluster({id, command.network, command.name}), 201);
}

boost::asio::awaitable<net::Response> set_themes(Call call) {
    const auto id = call.id<NetworkTag>();
    auto command = call.command<SetThemes>();
    co_return co_await write(std::move(call), app::set_themes({id, std::move(command.themes)}),
                             200);
}

/// Every duty once: the network's own number of days, or the default.
boost::asio::awaitable<net::Response> deadlines(Call call) {
    const auto network = call.load<Network>(call.id<NetworkTag>());
    if (!network->known()) throw ProblemAnswer{problem_of({Rule::not_found, call.captured()})};
    std::vector<DeadlineView> rows;
    for (const auto& [duty, usual] : task::default_deadlines()) {
        const auto& own = network->deadlines;
        rows.push_back({duty, task::working_days_for(duty, own),
                        std::ranges::find(own, duty, &task::Deadline::duty) != own.end()});
    }
    co_return answer_list(call, rows, {}, for_network());
}

boost::asio::awaitable<net::Response> set_deadlines(Call call) {
    const auto id = call.id<NetworkTag>();
    auto command = call.command<SetDeadlines>();
    co_return co_await write(std::move(call),
                             app::set_deadlines({id, std::move(command.deadlines)}), 200);
}

/// A school joins or leaves a network or cluster.
template <class Tag, class Command, app::Decide (*decide)(Command)>
boost::asio::awaitable<net::Response> membership(Call call) {
    const auto id = call.id<Tag>();
    const auto command = call.command<OneSchool>();
    co_return co_await write(std::move(call), decide({command.school, id}), 200);
}

constexpr std::array table{
    Route{"GET", "/api/v1/networks", list, Who::signed_in, "at",
          "All networks with their clusters."},
    Route{"POST", "/api/v1/networks", found, Who::signed_in, "", "Founds a network."},
    Route{"GET", "/api/v1/networks/{id}", show_network, Who::signed_in, "at", "A network."},
    Route{"GET", "/api/v1/networks/{id}/dashboard", dashboard<NetworkTag>, Who::signed_in, "at",
          "A network's dashboard."},
    Route{"POST", "/api/v1/networks/{id}/set-themes", set_themes, Who::signed_in, "",
          "Chooses the themes of visits and reviews."},
    Route{"GET", "/api/v1/networks/{id}/deadlines", deadlines, Who::signed_in, "at",
          "How many working days schools have for each step."},
    Route{"POST", "/api/v1/networks/{id}/set-deadlines", set_deadlines, Who::signed_in, "",
          "Says how many working days schools have for each step."},
    Route{"POST", "/api/v1/networks/{id}/join",
          membership<NetworkTag, school::JoinNetwork, app::join_network>, Who::signed_in, "",
          "A school joins a network."},
    Route{"POST", "/api/v1/networks/{id}/leave",
          membership<NetworkTag, school::LeaveNetwork, app::leave_network>, Who::signed_in, "",
          "A school leaves a network."},
    Route{"POST", "/api/v1/clusters", form_cluster, Who::signed_in, "", "Forms a cluster."},
    Route{"GET", "/api/v1/clusters/{id}", show_cluster, Who::signed_in, "at", "A cluster."},
    Route{"GET", "/api/v1/clusters/{id}/dashboard", dashboard<ClusterTag>, Who::signed_in, "at",
          "A cluster's dashboard."},
    Route{"POST", "/api/v1/clusters/{id}/join",
          membership<ClusterTag, school::JoinCluster, app::join_cluster>, Who::signed_in, "",
          "A school joins a cluster."},
    Route{"POST", "/api/v1/clusters/{id}/leave",
          membership<ClusterTag, school::LeaveCluster, app::leave_cluster>, Who::signed_in, "",
          "A school leaves a cluster."},
};

}  // namespace

std::span<const Route> network_routes() {
    return table;
}

}  // namespace commonweal::api
