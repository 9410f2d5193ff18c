// What is known of the past of the sample network is what was shown then: parts of the views,
// folded from the log by their tags alone, against all of the views folded up to the same position.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "server/app/reading.hpp"
#include "server/codec/json_write.hpp"
#include "tests/demo/sample_log.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::demo::testing {
namespace {

using namespace commonweal::app;
using commonweal::to_text;

const codec::For everybody{access::Sees::everything(), nullptr};

template <class T>
std::string text(const T& value) {
    return boost::json::serialize(codec::to_json(value, everybody));
}

/// Where two texts part, with what stands around it in each; empty: they are the same.
std::string difference(const std::string& one, const std::string& other) {
    if (one == other) return {};
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
    const auto from = at - std::min<std::size_t>(at, 150);
    return one.substr(from, 250) + "\n  instead of\n" + other.substr(from, 250);
}

std::string shown(const Reading& views, const TopicKey& topic) {
    const auto snapshot = views.snapshot(topic);
    if (!snapshot) return "nothing";
    return std::visit([](const auto& view) { return text(view); }, snapshot->view);
}

/// Every visit, review and partnership that a filter lets through, as lists show them.
std::string listed(const Reading& views, const view::DiaryFilter& filter) {
    std::string all;
    const auto& diary = views.diary();
    for (const auto kind : {view::Kind::visit, view::Kind::review, view::Kind::partnership})
        for (const auto& id : diary.list(kind, filter, 0, 100'000).ids) {
            const auto& about = *diary.find(id);
            const auto theme = diary.engagements().theme_of(about);
            all += kind == view::Kind::visit    ? text(visit_summary(id, about, theme))
                   : kind == view::Kind::review ? text(review_summary(id, about))
                                                : text(partnership_summary(id, about, theme));
        }
    return all;
}

std::string met(const Reading& views, const view::MeetingFilter& filter) {
    std::string all;
    for (const auto* meeting : views.diary().meetings().list(filter, 0, 100'000).meetings)
        all += text(meeting->summary) + '\n';
    return all;
}

std::string told(const std::vector<view::Task>& tasks) {
    std::string all;
    for (const auto& task : tasks)
        all += std::string(boost::describe::enum_to_string(task.duty, "")) + ' ' +
               to_text(task.school) + ' ' + to_text(task.other()) + ' ' + to_text(task.since) +
               ' ' + to_text(task.due) + '\n';
    return all;
}

/// What a network's own reads show: of it, of its clusters, and of what its schools owe there.
std::string of_network(const Reading& views, NetworkId network,
                       const std::vector<ClusterId>& clusters,
                       const std::vector<SchoolId>& schools) {
    auto all = shown(views, network) + listed(views, {{}, network, {}}) +
               listed(views, {{}, network, true}) + met(views, {{}, network, {}}) +
               told(views.tasks().overdue_in(network, views.diary()));
    for (const auto& cluster : clusters)
        all += shown(views, cluster) + met(views, {std::vector{cluster}, {}, {}}) +
               told(views.tasks().overdue_in(cluster, views.diary()));
    for (const auto school : schools) {
        auto tasks = views.tasks().of_school(school, views.diary());
        std::erase_if(tasks, [&](const auto& task) { return task.network() != network; });
        all += told(tasks);
        for (const auto& cluster : clusters)
            if (const auto day = views.diary().meetings().last_hosted(cluster, school))
                all += to_text(*day);
        const auto days = views.diary().calendars().days_of(school);
        for (Day day = *parse_day("2026-01-01"); day < *parse_day("2026-01-15");
             day += std::chrono::days{1})
            all += days.shut_on(day) ? 'x' : '.';
    }
    return all;
}

std::string of_school(const Reading& views, SchoolId school) {
    return shown(views, school) + listed(views, {school, {}, {}}) +
           listed(views, {school, {}, true});
}

std::string of_register(const Reading& views) {
    std::string all = text(views.directory().networks());
    all += text(views.directory().search({}, "", 100'000).schools);
    for (const auto& [school, successors] : views.directory().changing({}))
        all += text(school) + text(successors);
    for (const auto& place : views.people().places())
        for (const auto kind : {person::RoleKind::head, person::RoleKind::lead})
            for (const auto& post : views.people().ever_holding({kind, place}))
                all += to_text(post.person) + to_text(post.held.from) +
                       (post.held.ended_on ? to_text(*post.held.ended_on) : "");
    return all;
}

}  // namespace

TEST_CASE("What is known of each network, school and register at any time is what was shown then") {
    const auto seed = commonweal::testing::seed();
    INFO("COMMONWEAL_SEED=" << seed);
    std::mt19937 random(seed);
    const auto& sample = SampleLog::one();
    const PastViews past_views(sample.log());
    Views now;
    sample.fold(now, 1, sample.head());
    const auto networks = now.directory().networks();
    const auto schools = now.directory().all({});
    for (int i = 0; i < 4; ++i) {
        const auto at = past_views.end_of_commit(1 + random() % sample.head());
        INFO("position " << at);
        Views whole;
        sample.fold(whole, 1, at);
        const Reading then(whole);
        const auto past = [&](const About& about) { return Reading(past_views, at, about); };
        CHECK(difference(of_register(past(TheRegister{})), of_register(then)) == "");
        CHECK(difference(of_register(past(Everything{})), of_register(then)) == "");
        for (const auto& network : networks) {
            INFO(network.name);
            std::vector<ClusterId> clusters;
            for (const auto& cluster : network.clusters) clusters.push_back(cluster.id);
            CHECK(difference(of_network(past(std::set{network.id}), network.id, clusters, schools),
                             of_network(then, network.id, clusters, schools)) == "");
            if (!clusters.empty())
                CHECK(difference(shown(past(clusters.front()), clusters.front()),
                                 shown(then, clusters.front())) == "");
        }
        for (int j = 0; j < 20; ++j) {
            const auto school = schools[random() % schools.size()];
            INFO(to_text(school));
            CHECK(difference(of_school(past(school), school), of_school(then, school)) == "");
        }
        for (const auto& [school, successors] : now.directory().changing({}))
            for (const auto& successor : successors)
                CHECK(difference(of_school(past(successor.school), successor.school),
                                 of_school(then, successor.school)) == "");
    }
}

}  // namespace commonweal::demo::testing
