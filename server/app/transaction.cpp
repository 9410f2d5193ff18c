#include "server/app/transaction.hpp"

#include "server/codec/stored.hpp"

namespace commonweal::app {

std::string stream_of(const AddressHash& address) {
    constexpr char digits[] = "0123456789abcdef";
    std::string name = "address/";
    for (const std::uint8_t byte : address.bytes) {
        name += digits[byte >> 4U];
        name += digits[byte & 15U];
    }
    return name;
}

std::string id_in_stream(std::string_view stream) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> prefixes{{
        {"network", NetworkTag::prefix},
        {"cluster", ClusterTag::prefix},
        {"person", PersonTag::prefix},
        {"visit", VisitTag::prefix},
        {"review", ReviewTag::prefix},
        {"partnership", PartnershipTag::prefix},
        {"meeting", MeetingTag::prefix},
    }};
    const auto slash = stream.find('/');
    const auto kind = stream.substr(0, slash);
    const auto rest = stream.substr(slash + 1);
    for (const auto& [name, prefix] : prefixes)
        if (kind == name) return std::string(prefix) + "_" + std::string(rest);
    return std::string(rest);
}

log::Commit Transaction::commit(const codec::Seals& seals) const {
    log::Commit commit;
    commit.id = ask_->commit;
    commit.fingerprint = ask_->fingerprint;
    commit.recorded_at = ask_->asked.now.time_since_epoch().count();
    for (const auto& [stream, version] : conditions_)
        commit.conditions.push_back({stream, version});
    auto attribution = ask_->asked.attribution();
    if (acts_for_) attribution.on_behalf_of = acts_for_;
    if (corrects_) {
        attribution.how = How::corrected;
        attribution.corrects = corrects_;
    }
    for (std::uint16_t index = 0; const auto& fact : facts_) {
        auto sealed = fact.fact;
        codec::seal(sealed, seals, commit.id, index++);
        auto stored = codec::encode(attribution, sealed);
        commit.events.push_back({fact.stream,
                                 {fact.tags.begin(), fact.tags.end()},
                                 std::move(stored.kind),
                                 stored.schema_version,
                                 std::move(stored.body)});
    }
    return commit;
}

}  // namespace commonweal::app
