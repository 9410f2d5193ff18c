// Replay equals incremental, on random lawful histories: a view folded whole, folded step by step,
// and kept by a client from changes (single, gathered or merged in any grouping) is the same view.

#include "server/codec/json_write.hpp"
#include "tests/projections/client.hpp"
#include "tests/projections/history.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

template <class T>
std::string text(const T& value) {
    return boost::json::serialize(
        codec::to_json(value, codec::For{access::Sees::everything(), nullptr}));
}
template <class Change>
std::string in_order(Change change) {
    put_in_order(change);
    return text(change);
}

/// The changes of a view, one an event, and what the view showed after each; `shown` starts with
/// what it showed after the first event, when somebody may begin to watch.
template <class Subject>
struct Steps {
    Alone<Subject> subject;
    std::vector<Happening> events;
    std::vector<typename Subject::Change> changes;
    std::vector<typename Subject::View> shown;

    template <class Key>
    Steps(const Ring& ring, Key key) : subject(key) {
        for (const auto& happening : ring.all()) {
            if (!happening.concerns(key)) {
                subject.pass(happening.event, happening.recorded);
                continue;
            }
            events.push_back(happening);
            typename Subject::Change change;
            subject.apply(happening.event, happening.recorded, &change);
            changes.push_back(std::move(change));
            shown.push_back(subject.view());
        }
    }
};

template <class Subject, class Key>
void folds_alike(const Ring& ring, Key key, Chance& chance) {
    const Steps<Subject> steps(ring, key);
    const std::size_t count = steps.events.size();
    if (count == 0) return;
    CHECK(text(folded<Subject>(ring, key).view()) == text(steps.shown.back()));

    // A client that watched from the first event on, and one that gets gathered changes.
    auto watched = steps.shown.front();
    for (std::size_t i = 1; i < count; ++i) {
        change_view(watched, steps.changes[i], steps.events[i].event.position);
        REQUIRE(text(watched) == text(steps.shown[i]));
    }
    auto merged = steps.shown.front();
    auto gathered = steps.shown.front();
    Alone<Subject> again(key);
    Position seen = 0;
    const auto see = [&](const Happening& next, typename Subject::Change* change) {
        for (; seen + 1 < next.event.position; ++seen)
            again.pass(ring.all()[seen].event, ring.all()[seen].recorded);
        again.apply(next.event, next.recorded, change);
        seen = next.event.position;
    };
    see(steps.events[0], nullptr);
    for (std::size_t i = 1; i < count;) {
        const std::size_t end = std::min(count, i + 1 + chance.below(80));
        typename Subject::Change by_merge;
        typename Subject::Change by_apply;
        for (; i < end; ++i) {
            by_merge.merge(steps.changes[i]);
            see(steps.events[i], &by_apply);
        }
        REQUIRE(in_order(by_merge) == in_order(by_apply));
        change_view(merged, by_merge, steps.events[i - 1].event.position);
        change_view(gathered, by_apply, steps.events[i - 1].event.position);
        REQUIRE(text(merged) == text(steps.shown[i - 1]));
        REQUIRE(text(gathered) == text(steps.shown[i - 1]));
    }
}

/// Merges changes[from, to) in a random tree.
template <class Change>
Change in_a_random_tree(const std::vector<Change>& changes, std::size_t from, std::size_t to,
                        Chance& chance) {
    if (to - from == 1) return changes[from];
    const std::size_t middle = from + 1 + chance.below(to - from - 1);
    auto both = in_a_random_tree(changes, from, middle, chance);
    both.merge(in_a_random_tree(changes, middle, to, chance));
    return both;
}

template <class Subject, class Key>
void merges_associatively(const Ring& ring, Key key, Chance& chance) {
    const Steps<Subject> steps(ring, key);
    const auto& changes = steps.changes;
    if (changes.empty()) return;
    for (int i = 0; i < 20; ++i) {
        const auto from = chance.below(changes.size());
        const auto to = from + 1 + chance.below(std::min<std::size_t>(changes.size() - from, 100));
        const auto one = in_a_random_tree(changes, from, to, chance);
        const auto other = in_a_random_tree(changes, from, to, chance);
        REQUIRE(in_order(one) == in_order(other));
    }
}

template <class Use>
void on_random_histories(std::uint64_t first_seed, Use&& use) {
    for (std::uint64_t seed = first_seed; seed < first_seed + 12; ++seed) {
        INFO("seed " << seed);
        const auto ring = random_history(seed, 500);
        REQUIRE(ring.all().size() > 150);
        Chance chance(seed);
        use(ring, chance);
    }
}

}  // namespace

TEST_CASE("a dashboard replayed, folded step by step and kept from changes is one and the same") {
    on_random_histories(20260301, [](const Ring& ring, Chance& chance) {
        for (std::uint32_t i = 1; i <= 3; ++i)
            folds_alike<view::Dashboard>(ring, numbered<ClusterId>(i), chance);
        for (std::uint32_t i = 1; i <= 2; ++i)
            folds_alike<view::Dashboard>(ring, numbered<NetworkId>(i), chance);
    });
}

TEST_CASE("a school's page replayed, folded step by step and kept from changes is the same") {
    on_random_histories(20260401, [](const Ring& ring, Chance& chance) {
        for (const std::uint32_t urn : {100001, 100002, 100003})
            folds_alike<view::SchoolPage>(ring, SchoolId{urn}, chance);
    });
}

TEST_CASE("changes merge in any grouping") {
    on_random_histories(20260501, [](const Ring& ring, Chance& chance) {
        merges_associatively<view::Dashboard>(ring, severn, chance);
        merges_associatively<view::Dashboard>(ring, avon, chance);
        merges_associatively<view::SchoolPage>(ring, SchoolId{100001}, chance);
    });
}

TEST_CASE("a seed makes the same history again, and one where every stage is reached") {
    std::set<visit::Stage> visits;
    std::set<review::Stage> reviews;
    std::set<partnership::Stage> partnerships;
    std::set<meeting::Stage> meetings;
    for (std::uint64_t seed = 20260301; seed < 20260313; ++seed) {
        const auto ring = random_history(seed, 700);
        for (const auto& [id, visit] : ring.visits()) visits.insert(visit.stage);
        for (const auto& [id, review] : ring.reviews()) reviews.insert(review.stage);
        for (const auto& [id, made] : ring.partnerships()) partnerships.insert(made.stage);
        for (const auto& [id, meeting] : ring.meetings()) meetings.insert(meeting.stage);
    }
    CHECK(visits.size() == 6);
    CHECK(reviews.size() == 9);
    CHECK(partnerships.size() == 6);
    CHECK(meetings.size() == 4);
    CHECK(text(folded<view::Dashboard>(random_history(7, 300), severn).view()) ==
          text(folded<view::Dashboard>(random_history(7, 300), severn).view()));
}
