#pragma once
// What the contract suite (contract_*_test.cpp) runs on: every engine, made empty, and a few words
// to write tests with. A new engine is a new line in engines().

#include <catch2/catch.hpp>
#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "server/log/engine.hpp"
#include "server/log/memory_engine.hpp"
#include "server/log/rocks_engine.hpp"
#include "tests/log/folder.hpp"

namespace commonweal::log::testing {

struct EngineKind {
    std::string name;
    std::function<std::unique_ptr<Engine>(const std::filesystem::path& folder)> open;
};
inline std::ostream& operator<<(std::ostream& out, const EngineKind& kind) {
    return out << kind.name;
}

/// RocksDB that writes its index every few events, so that reading crosses from memory to files.
inline RocksOptions in_small_steps() {
    RocksOptions options;
    options.recent_events_max = 3;
    return options;
}

inline std::vector<EngineKind> engines() {
    using Path = std::filesystem::path;
    return {
        {"memory", [](const Path&) { return make_memory_engine(); }},
        {"RocksDB", [](const Path& folder) { return open_rocks_engine(folder); }},
        {"RocksDB, small steps",
         [](const Path& folder) { return open_rocks_engine(folder, in_small_steps()); }},
    };
}

/// An engine of the kind, empty, with a folder of its own.
struct Subject {
    explicit Subject(const EngineKind& kind) : engine(kind.open(folder.path() / "log")) {}

    AppendResult append(const Commit& commit) { return engine->append({&commit, 1}).front(); }

    Folder folder;
    std::unique_ptr<Engine> engine;
};

inline CommitId id_of(std::uint64_t number) {
    CommitId id{};
    id[0] = 1;  // no id is all zero
    for (std::size_t at = 0; at < 8; ++at)
        id[15 - at] = static_cast<std::uint8_t>(number >> 8 * at);
    return id;
}

inline NewEvent event(std::string stream, std::vector<std::string> tags = {},
                      std::string body = "body") {
    return {std::move(stream), std::move(tags), "happened", 1, std::move(body)};
}

/// A commit with an id of its own.
inline Commit commit(std::uint64_t number, std::vector<NewEvent> events,
                     std::vector<Condition> conditions = {}) {
    Commit made;
    made.id = id_of(number);
    made.recorded_at = static_cast<InstantUs>(number);
    made.conditions = std::move(conditions);
    made.events = std::move(events);
    return made;
}

using Positions = std::vector<Position>;

inline Positions all(const Engine& engine, Position from,
                     Direction direction = Direction::forward) {
    Positions found;
    engine.read_all(from, direction, [&](const Record& record) {
        found.push_back(record.position);
        return true;
    });
    return found;
}

inline Positions of_stream(const Engine& engine, std::string_view stream, Version from,
                           Direction direction = Direction::forward) {
    Positions found;
    engine.read_stream(stream, from, direction, [&](const Record& record) {
        CHECK(record.stream == stream);
        found.push_back(record.position);
        return true;
    });
    return found;
}

inline Positions of_tag(const Engine& engine, std::string_view tag, Position from,
                        Direction direction = Direction::forward) {
    Positions found;
    engine.read_tag(tag, from, direction, [&](const Record& record) {
        found.push_back(record.position);
        return true;
    });
    return found;
}

inline Record record_at(const Engine& engine, Position position) {
    Record found;
    engine.read_all(position, Direction::forward, [&](const Record& record) {
        found = record;
        return false;
    });
    return found;
}

}  // namespace commonweal::log::testing

namespace Catch {
template <>
struct StringMaker<commonweal::log::AppendResult> {
    static std::string convert(const commonweal::log::AppendResult& result) {
        using namespace commonweal::log;
        struct Say {
            std::string operator()(const Appended& at) const {
                return "appended " + std::to_string(at.first) + ".." + std::to_string(at.last) +
                       " at " + std::to_string(at.recorded_at) + (at.repeated ? ", repeated" : "");
            }
            std::string operator()(const Conflict& on) const {
                return "conflict on " + on.stream + ": expected " + std::to_string(on.expected) +
                       ", actual " + std::to_string(on.actual);
            }
            std::string operator()(const IdReused&) const { return "id reused"; }
            std::string operator()(const Unacceptable& why) const {
                return "unacceptable: " + why.reason;
            }
            std::string operator()(const OutcomeUnknown& why) const {
                return "outcome unknown: " + why.reason;
            }
        };
        return std::visit(Say{}, result);
    }
};
}  // namespace Catch
