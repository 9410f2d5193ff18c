#include "server/live/messages.hpp"

#include "server/codec/json_write.hpp"

namespace commonweal::live {
namespace {

const codec::For network_audience{access::Sees(access::Relation::signed_in), nullptr};

Message text_of(const boost::json::object& object) {
    return std::make_shared<const std::string>(boost::json::serialize(object));
}

template <class AnyOf>
boost::json::value json_of(const AnyOf& any) {
    return std::visit([](const auto& value) { return codec::to_json(value, network_audience); },
                      any);
}

Received misunderstood(std::string why) {
    return {{}, {}, {}, std::move(why)};
}

}  // namespace

Received parse_message(std::string_view text) {
    boost::json::error_code ec;
    const auto value = boost::json::parse(text, ec);
    if (ec || !value.is_object()) return misunderstood("a message is a JSON object with a type");
    const auto& object = value.get_object();
    const auto text_in = [&](const char* name) {
        const auto* found = object.if_contains(name);
        const auto* string = found != nullptr ? found->if_string() : nullptr;
        return string != nullptr ? std::string(string->c_str(), string->size()) : std::string();
    };
    Received received{text_in("type"), text_in("topic"), {}, {}};
    if (received.type != "subscribe" && received.type != "unsubscribe" && received.type != "pong")
        return misunderstood("type must be subscribe, unsubscribe or pong");
    if (const auto* from = object.if_contains("from"); from != nullptr && !from->is_null()) {
        boost::json::error_code not_a_number;
        received.from = from->to_number<Position>(not_a_number);
        if (not_a_number) return misunderstood("from must be a position");
    }
    return received;
}

Message snapshot_message(const app::TopicKey& topic, const app::Snapshot& snapshot) {
    return text_of({{"type", "snapshot"},
                    {"topic", app::to_text(topic)},
                    {"position", snapshot.position},
                    {"view", json_of(snapshot.view)}});
}

Message delta_message(const app::TopicKey& topic, Position position, const app::AnyChange& change) {
    return text_of({{"type", "delta"},
                    {"topic", app::to_text(topic)},
                    {"position", position},
                    {"changes", json_of(change)}});
}

Message unchanged_message(const app::TopicKey& topic, Position position) {
    if (std::holds_alternative<SchoolId>(topic))
        return delta_message(topic, position, view::SchoolPageChange{});
    return delta_message(topic, position, view::DashboardChange{});
}

Message refused_message(std::string_view topic, unsigned status, std::string_view type,
                        std::string_view title) {
    return text_of({{"type", "refused"},
                    {"topic", topic},
                    {"problem", {{"type", type}, {"title", title}, {"status", status}}}});
}

Message ping_message() {
    static const auto ping = std::make_shared<const std::string>(R"({"type":"ping"})");
    return ping;
}

void merge(app::AnyChange& change, app::AnyChange later) {
    std::visit(
        [&]<class Change>(Change& earlier) { earlier.merge(std::get<Change>(std::move(later))); },
        change);
}

}  // namespace commonweal::live
