#include "tests/live/client.hpp"

#include <algorithm>
#include <thread>

#include "server/codec/json_write.hpp"

namespace commonweal::live::testing {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// Rows of `changes` replace those of `rows` that have the same value in each of `keys`.
void upsert(array& rows, const array& changes, std::initializer_list<const char*> keys) {
    for (const auto& change : changes) {
        const auto found = std::ranges::find_if(rows, [&](const value& row) {
            return std::ranges::all_of(
                keys, [&](const char* key) { return row.at(key) == change.at(key); });
        });
        if (found == rows.end())
            rows.push_back(change);
        else
            *found = change;
    }
}

void remove_member(array& members, const value& school) {
    const auto found =
        std::ranges::find_if(members, [&](const value& row) { return row.at("school") == school; });
    if (found != members.end()) members.erase(found);
}

void add_activity(object& view, const array& entries) {
    auto& activity = view["activity"].as_array();
    for (const auto& entry : entries) activity.insert(activity.begin(), entry);
    while (activity.size() > view::activity_max) activity.pop_back();
}

void apply_changes(object& view, const object& changes) {
    for (const char* replaced : {"name", "counts", "details", "open", "networks", "clusters"})
        if (const auto* found = changes.if_contains(replaced)) view[replaced] = *found;
    const auto rows = [&](const char* name) { return changes.at(name).as_array(); };
    if (changes.contains("members")) {
        auto& members = view["members"].as_array();
        for (const auto& left : rows("members_left")) remove_member(members, left);
        upsert(members, rows("members"), {"school"});
        upsert(view["links"].as_array(), rows("links"), {"giver", "receiver", "kind"});
        upsert(view["balance"].as_array(), rows("balance"), {"school"});
    } else {
        if (const auto* balance = changes.if_contains("balance")) view["balance"] = *balance;
        upsert(view["visits"].as_array(), rows("visits"), {"id"});
        upsert(view["reviews"].as_array(), rows("reviews"), {"id"});
    }
    add_activity(view, rows("activity"));
}

}  // namespace

bool FakeSocket::send(std::shared_ptr<const std::string> text) {
    if (closed_with || outbox.size() >= room) {
        refused = true;
        return false;
    }
    outbox.push_back(std::move(text));
    return true;
}

void FakeSocket::close(std::uint16_t code, std::string) {
    closed_with = code;
}

WatchingClient::WatchingClient(Hub& hub, boost::asio::io_context& io, std::string session)
    : io_(&io), session_(std::move(session)) {
    connect(hub);
}

void WatchingClient::connect(Hub& hub) {
    socket_ = std::make_shared<FakeSocket>();
    events_ = hub.open(socket_, session_);
    settle();
}

void WatchingClient::settle() {
    io_->restart();
    io_->poll();
}

void WatchingClient::say(std::string text) {
    events_.received(std::move(text));
    settle();
}

void WatchingClient::subscribe(const app::TopicKey& topic, std::optional<Position> from) {
    object message{{"type", "subscribe"}, {"topic", app::to_text(topic)}};
    if (from) message["from"] = *from;
    say(boost::json::serialize(message));
}

void WatchingClient::unsubscribe(const app::TopicKey& topic) {
    say(boost::json::serialize(object{{"type", "unsubscribe"}, {"topic", app::to_text(topic)}}));
}

void WatchingClient::read() {
    while (!socket_->outbox.empty()) {
        const auto text = socket_->outbox.front();
        socket_->outbox.pop_front();
        messages_.push_back(boost::json::parse(*text).as_object());
        apply(messages_.back());
    }
    if (!std::exchange(socket_->refused, false)) return;
    events_.drained();
    settle();
}

void WatchingClient::apply(const object& message) {
    const auto& type = message.at("type").as_string();
    if (type != "snapshot" && type != "delta") return;
    const auto topic = *app::parse_topic(std::string_view(message.at("topic").as_string()));
    auto& known = shown[topic];
    const auto position = message.at("position").to_number<Position>();
    if (position < known.position) throw std::runtime_error("a message went back in time");
    known.position = position;
    if (type == "snapshot")
        known.view = message.at("view").as_object();
    else
        apply_changes(known.view, message.at("changes").as_object());
}

void WatchingClient::lose() {
    events_.closed();
    events_ = {};
    settle();
}

Stage::Stage() : hub(std::make_shared<Hub>(io, views)) {
    fold();
}

Stage::~Stage() {
    hub->stop();
    settle();
}

void Stage::fold(std::size_t batch) {
    while (true) {
        const auto records = world.log().read_commits(views.position() + 1, batch);
        if (records.empty()) break;
        std::vector<app::Routed> events;
        for (const auto& record : records) events.push_back(app::route(*record));
        auto changes = views.apply(events);
        if (!changes.empty()) hub->changed(std::move(changes));
    }
    settle();
}

void Stage::settle() {
    io.restart();
    io.poll();
}

void Stage::pass_time() {
    std::this_thread::sleep_for(Hub::gathered_for + std::chrono::milliseconds(5));
    settle();
}

object Stage::now(const app::TopicKey& topic) const {
    const auto snapshot = views.read([&](const app::Views& v) { return v.snapshot(topic); });
    const codec::For network{access::Sees(access::Relation::signed_in), nullptr};
    return std::visit([&](const auto& view) { return codec::to_json(view, network).as_object(); },
                      snapshot->view);
}

std::string canonical(const object& view) {
    auto sorted = view;
    sorted.erase("position");  // where the view was last changed; a message has its own
    for (auto& [name, member] : sorted) {
        auto* rows = member.if_array();
        if (rows == nullptr || name == "activity") continue;
        std::ranges::sort(*rows, {}, [](const value& row) { return boost::json::serialize(row); });
    }
    return boost::json::serialize(sorted);
}

}  // namespace commonweal::live::testing
