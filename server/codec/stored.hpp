#pragma once
// An event as the log keeps it: its kind and its shape's version beside a body of bytes. Old shapes
// are upcast here; a kind or version that this program does not know comes back as Unknown.
//
// Threads: any. Failure: bytes that are not what their kind says throw BadBytes.

#include <functional>
#include <string>
#include <string_view>

#include "domain/catalogue.hpp"
#include "server/codec/personal.hpp"

namespace commonweal::codec {

struct StoredFact {
    std::string kind;
    std::uint16_t schema_version = 1;
    std::string body;
};

/// Seals every plain personal value of a fact under its keys, for this place in the log.
void seal(AnyFact& fact, const Seals& seals, const IdBytes& commit, std::uint16_t event);

/// `use(name, sealed, scope)` for each personal value of a fact that is sealed: the field's name,
/// and whether its key is its own or its subject's.
void each_sealed(const AnyFact& fact,
                 const std::function<void(std::string_view, const Sealed&, KeyScope)>& use);

/// A sealed fact as bytes.
StoredFact encode(const Attribution& attribution, const AnyFact& fact);

/// Fills attribution and fact from stored bytes. `commit` and `event` say where they stand.
void decode(std::string_view kind, std::uint16_t schema_version, std::string_view body,
            const IdBytes& commit, std::uint16_t event, Attribution& attribution, AnyFact& fact);

}  // namespace commonweal::codec
