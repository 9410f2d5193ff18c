#include "server/app/redactions.hpp"

#include "server/codec/stored.hpp"

namespace commonweal::app {
namespace {

access::Relations relations_to(const access::Actor& actor, const Meant& meant) {
    auto who = access::relations(actor, meant.event.attribution.entered_by);
    std::vector<ClusterId> clusters;
    for (const auto& tag : meant.tags)
        if (const auto cluster = tag::cluster_of(tag)) clusters.push_back(*cluster);
    for (const auto& tag : meant.tags)
        if (const auto network = tag::network_of(tag))
            who |= access::relations(actor, *network, clusters);
    return who;
}

}  // namespace

Meant meant_by(const log::Record& record) {
    Meant meant{decode(record), {}};
    for (const auto& tag : record.tags)
        if (tag != tag::kind(record.kind)) meant.tags.insert(tag);
    return meant;
}

std::optional<Meant> event_at(const App& app, Position position) {
    std::optional<Meant> meant;
    if (position == 0 || position > app.log().head().position) return meant;
    app.log().engine().read_all(position, log::Direction::forward, [&](const log::Record& record) {
        meant = meant_by(record);
        return false;
    });
    return meant;
}

std::vector<std::string> words_of(const AnyFact& fact) {
    std::vector<std::string> names;
    codec::each_sealed(fact, [&](std::string_view name, const Sealed&, KeyScope scope) {
        if (scope == KeyScope::own) names.emplace_back(name);
    });
    return names;
}

bool may_redact(const access::Actor& actor, const Meant& meant) {
    return access::may(relations_to(actor, meant), access::Action::redact_text);
}

std::vector<RedactionMade> redactions_of(const App& app, Position event) {
    std::vector<RedactionMade> made;
    const auto& engine = app.log().engine();
    const auto stream = stream_of(RedactionOf{event});
    // Nearly every event has none: that is one look-up, and reads nothing.
    if (engine.stream_version(stream) == 0) return made;
    engine.read_stream(stream, 1, log::Direction::forward, [&](const log::Record& record) {
        const auto one = decode(record);
        if (const auto* redacted = std::get_if<redaction::Redacted>(&one.fact))
            made.push_back(
                {record.position, instant_of(record.recorded_at), one.attribution, *redacted});
        return true;
    });
    return made;
}

}  // namespace commonweal::app
