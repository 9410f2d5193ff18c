// How long it takes to see a view as it was known at any position, and to start, on a log of many
// events; beside the same views as they are now.

#include <algorithm>

#include "tools/bench/writers.hpp"
#include "tools/bench/years.hpp"

namespace commonweal::bench {
namespace {

constexpr std::size_t reads = 400;

ProgramOptions options_of(const std::filesystem::path& data) {
    ProgramOptions options;
    options.data = data;
    options.log_requests = false;
    return options;
}

std::vector<Network> write_years(const std::filesystem::path& data, std::size_t networks,
                                 std::size_t schools, std::uint64_t events) {
    Program program(options_of(data));
    std::vector<Network> made;
    for (std::size_t i = 0; i < networks; ++i)
        made.push_back(make_network(program.app(), schools,
                                    static_cast<std::uint32_t>(100'000 + i * schools)));
    Years(program.app(), made).write(events);
    return made;
}

/// Addresses of views, in turn: dashboards of clusters and networks, schools, lists, the register.
std::string address_of(const Network& network, std::uint64_t number) {
    const auto school = to_text(network.schools[number % network.schools.size()]);
    switch (number % 6) {
        case 0:
            return "/api/v1/clusters/" + to_text(network.cluster) + "/dashboard?";
        case 1:
            return "/api/v1/networks/" + to_text(network.network) + "/dashboard?";
        case 2:
            return "/api/v1/schools/" + school + "?";
        case 3:
            return "/api/v1/visits?network=" + to_text(network.network) + "&";
        case 4:
            return "/api/v1/tasks?overdue=true&network=" + to_text(network.network) + "&";
        default:
            return "/api/v1/schools?network=" + to_text(network.network) + "&";
    }
}

void get(Program& program, const std::string& target) {
    net::Request request;
    request.method = "GET";
    request.target = target;
    const auto response = program.call(std::move(request));
    // A network that had not been founded by then is not there.
    if (response.status != 200 && response.status != 404)
        throw std::runtime_error(target + " was answered " + std::to_string(response.status));
}

/// Microseconds of each read; `at` gives its position, or none.
template <class At>
std::vector<double> read_views(Program& program, const std::vector<Network>& networks, At at) {
    std::mt19937_64 random{11};
    std::vector<double> took;
    for (std::size_t i = 0; i < reads; ++i) {
        const auto target = address_of(networks[random() % networks.size()], i) + at(random);
        const auto start = Time::now();
        get(program, target);
        took.push_back(microseconds_since(start));
    }
    return took;
}

double per_second(const std::vector<double>& took) {
    double all = 0;
    for (const auto one : took) all += one;
    return static_cast<double>(took.size()) * 1e6 / all;
}

Figure replay_of(const Options& options, const std::string& name, std::size_t networks,
                 std::size_t schools) {
    const Scratch scratch(options.folder, name);
    options.progress("writing " + std::to_string(options.events) + " events of " +
                     std::to_string(networks) + " networks");
    const auto made = write_years(scratch.path(), networks, schools, options.events);
    options.progress("keeping snapshots");
    auto start = Time::now();
    std::optional<Program> program(std::in_place, options_of(scratch.path()));
    const double first_start = microseconds_since(start) / 1e6;
    start = Time::now();
    program->snapshots().keep_up();
    const double keeping = microseconds_since(start) / 1e6;
    program.reset();
    start = Time::now();
    program.emplace(options_of(scratch.path()));
    const double next_start = microseconds_since(start) / 1e6;
    options.progress("looking back");
    const auto head = program->app().log().head().position;
    auto past = read_views(
        *program, made, [&](auto& random) { return "at=" + std::to_string(1 + random() % head); });
    const auto live = read_views(*program, made, [](auto&) { return std::string("after=0"); });
    Figure figure;
    figure.name = name;
    figure.value = per_second(past);
    figure.unit = "views/s";
    figure.raw = per_second(live);
    figure.raw_name = "the same views as they are now";
    figure.ratio = figure.value / figure.raw;
    figure.p50_us = quantile(past, 0.5);
    figure.p99_us = quantile(past, 0.99);
    const auto megabytes = bytes_below(scratch.path() / "views") / 1'000'000;
    figure.detail = std::to_string(head) + " events, " + std::to_string(networks) +
                    " networks of " + std::to_string(schools) + " schools; start " +
                    std::to_string(first_start) + " s, with snapshots " +
                    std::to_string(next_start) + " s; snapshots " + std::to_string(megabytes) +
                    " MB, kept in " + std::to_string(keeping) + " s";
    return figure;
}

}  // namespace

std::vector<Figure> replay(const Options& options) {
    return {replay_of(options, "replay", 50, 100),
            replay_of(options, "replay-one-network", 1, 300)};
}

}  // namespace commonweal::bench
