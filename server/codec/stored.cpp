#include "server/codec/stored.hpp"

#include "server/codec/shapes.hpp"

namespace commonweal::codec {
namespace {

/// Whose key seals a subject's values: the person that the event is about.
template <class Fact>
PersonId subject_of(const Fact& fact) {
    if constexpr (requires { fact.person; })
        return fact.person;
    else
        return {};
}

/// A value of an event that is about nobody in particular has a key of its own.
template <class Fact, class Kind>
constexpr KeyScope scope_of() {
    return requires(const Fact& fact) { fact.person; } ? Kind::scope : KeyScope::own;
}

/// `use(name, value, index)` for each personal value of a fact.
template <class Fact, class Use>
void each_personal(Fact& fact, const Use& use) {
    if constexpr (DescribedStruct<std::remove_const_t<Fact>>)
        each_member(fact, [&](auto name, auto& member, std::uint16_t index) {
            if constexpr (is_personal<std::remove_cvref_t<decltype(member)>>)
                use(name, member, index);
        });
}

}  // namespace

void seal(AnyFact& fact, const Seals& seals, const IdBytes& commit, std::uint16_t event) {
    std::visit(
        [&]<class Fact>(Fact& f) {
            each_personal(f, [&]<class Kind>(auto, Personal<Kind>& value, std::uint16_t index) {
                const auto* plain = PersonalAccess::plain(value);
                if (plain == nullptr) return;
                value = PersonalAccess::from_sealed<Kind>(seals.seal(
                    scope_of<Fact, Kind>(), subject_of(f), *plain, {commit, event, index}));
            });
        },
        fact);
}

void each_sealed(const AnyFact& fact,
                 const std::function<void(std::string_view, const Sealed&, KeyScope)>& use) {
    std::visit(
        [&]<class Fact>(const Fact& f) {
            each_personal(f, [&]<class Kind>(auto name, const Personal<Kind>& value, auto) {
                if (const auto* sealed = PersonalAccess::sealed(value))
                    use(name, *sealed, scope_of<Fact, Kind>());
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
    static const Shapes<AnyFact, EventTypes> shapes;
    const auto decode_fields = shapes.find(kind, schema_version);
    if (decode_fields == nullptr) {
        fact.emplace<Unknown>();
        return;
    }
    try {
        Reader reader(body, {commit, event, 0});
        reader.get(attribution);
        decode_fields(reader, fact);
        reader.end();
    } catch (const cereal::Exception& e) {
        throw BadBytes(e.what());
    }
}

}  // namespace commonweal::codec
