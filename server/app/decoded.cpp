#include "server/app/decoded.hpp"

#include "server/codec/binary.hpp"
#include "server/codec/stored.hpp"

namespace commonweal::app {
namespace {

template <class AnyRecord>
Recorded decode_any(const AnyRecord& record) {
    Recorded event;
    event.position = record.position;
    event.version = record.version;
    try {
        codec::decode(record.kind, record.schema_version, record.body, record.commit_id,
                      record.index, event.attribution, event.fact);
    } catch (const codec::BadBytes& e) {
        throw codec::BadBytes("position " + std::to_string(record.position) + " (" +
                              std::string(record.kind) + "): " + e.what());
    }
    return event;
}

}  // namespace

Recorded decode(const log::Record& record) {
    return decode_any(record);
}
Recorded decode(const log::RecordView& record) {
    return decode_any(record);
}

}  // namespace commonweal::app
