// Hostile records: whatever the bytes, decoding ends and reads nothing beyond them; and what
// decodes is the one way to write what it says.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "server/log/crc32c.hpp"
#include "server/log/little_endian.hpp"
#include "server/log/record.hpp"
#include "server/log/record_layout.hpp"

namespace {

using namespace commonweal::log;

void must(bool holds) {
    if (!holds) std::abort();
}

void decode(const std::string& stored) {
    // A copy of its own size, so that the address sanitizer sees a step beyond it.
    const std::vector<char> exact(stored.begin(), stored.end());
    const auto view = view_record({exact.data(), exact.size()});
    const auto record = decode_record(stored);
    must(view.has_value() == record.has_value());
    if (!view) {
        must(view.error() == record.error() && !sentence(view.error()).empty());
        return;
    }
    must(to_record(*view) == *record);
    const std::vector<std::string_view> tags(record->tags.begin(), record->tags.end());
    LeafHasher hasher;
    std::string again;
    encode_record({.position = record->position,
                   .commit_id = record->commit_id,
                   .index = record->index,
                   .count = record->count,
                   .recorded_at = record->recorded_at,
                   .stream = record->stream,
                   .version = record->version,
                   .tags = tags,
                   .kind = record->kind,
                   .schema_version = record->schema_version,
                   .body = record->body},
                  hasher, again);
    must(leaf_of(again) == leaf_of(stored));
}

/// Puts the header right, so that what is behind the checksum is tried too.
void mend_header(std::string& stored) {
    using namespace layout;
    if (stored.size() < header_bytes) return;
    stored.replace(0, magic.size(), magic);
    stored[format_at] = record_format;
    write_little_endian(stored.data() + length_at,
                        static_cast<std::uint32_t>(stored.size() - header_bytes));
    write_little_endian(stored.data() + checksum_at,
                        crc32c(std::string_view(stored).substr(header_bytes)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::string stored(reinterpret_cast<const char*>(bytes), size);
    decode(stored);
    mend_header(stored);
    decode(stored);
    return 0;
}
