#include "server/codec/stored.hpp"

#include <unordered_map>

#include "server/codec/binary.hpp"

namespace commonweal::codec {
namespace {

using Decode = void (*)(Reader&, AnyFact&);

template <class Fact>
void decode_as(Reader& reader, AnyFact& fact) {
    reader.get_fields(fact.emplace<Fact>());
}

/// How to read each shape ever stored, by kind. A second version of a kind stands beside the first,
/// reads its old struct and upcasts it.
const std::unordered_map<std::string_view, Decode>& shapes(std::uint16_t schema_version) {
    static const auto first = [] {
        std::unordered_map<std::string_view, Decode> by_kind;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>(
            [&]<class Fact>(boost::mp11::mp_identity<Fact>) {
                static_assert(Fact::schema_version == 1, "give the old shape its own decoder");
                by_kind.emplace(Fact::kind, &decode_as<Fact>);
            });
        return by_kind;
    }();
    static const std::unordered_map<std::string_view, Decode> none;
    return schema_version == 1 ? first : none;
}

/// Whose key seals a subject's values: the person that the event is about.
template <class Fact>
PersonId subject_of(const Fact& fact) {
    if constexpr (requires { fact.person; })
        return fact.person;
    else
        return {};
}

}  // namespace

void seal(AnyFact& fact, const Seals& seals, const IdBytes& commit, std::uint16_t event) {
    std::visit(
        [&]<class Fact>(Fact& f) {
            if constexpr (DescribedStruct<Fact>)
                each_member(f, [&](auto, auto& member, std::uint16_t index) {
                    using Member = std::remove_cvref_t<decltype(member)>;
                    if constexpr (is_personal<Member>) {
                        const auto* plain = PersonalAccess::plain(member);
                        if (plain == nullptr) return;
                        const auto seal_one = [&]<class Kind>(Personal<Kind>& value) {
                            value = PersonalAccess::from_sealed<Kind>(seals.seal(
                                Kind::scope, subject_of(f), *plain, {commit, event, index}));
                        };
                        seal_one(member);
                    }
                });
        },
        fact);
}

StoredFact encode(const Attribution& attribution, const AnyFact& fact) {
    StoredFact stored;
    std::visit(
        [&]<class Fact>(const Fact& f) {
            if constexpr (std::is_same_v<Fact, Unknown>) {
                throw std::logic_error("an unknown event cannot be written");
            } else {
                stored.kind = Fact::kind;
                stored.schema_version = Fact::schema_version;
                stored.body.reserve(160);
                Writer writer(stored.body);
                writer.put(attribution);
                writer.put(f);
            }
        },
        fact);
    return stored;
}

void decode(std::string_view kind, std::uint16_t schema_version, std::string_view body,
            const IdBytes& commit, std::uint16_t event, Attribution& attribution, AnyFact& fact) {
    const auto& known = shapes(schema_version);
    const auto shape = known.find(kind);
    if (shape == known.end()) {
        fact.emplace<Unknown>();
        return;
    }
    try {
        Reader reader(body, {commit, event, 0});
        reader.get(attribution);
        shape->second(reader, fact);
        reader.end();
    } catch (const cereal::Exception& e) {
        throw BadBytes(e.what());
    }
}

}  // namespace commonweal::codec
