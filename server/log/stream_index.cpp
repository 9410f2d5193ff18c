#include "server/log/stream_index.hpp"

#include <algorithm>

#include "server/log/rocks_keys.hpp"

namespace commonweal::log {
namespace {

constexpr std::size_t newest_max = 16;  ///< written again at each append: so few
constexpr std::size_t run_max = 256;    ///< read whole for one of them: so not too many

[[noreturn]] void damaged(std::string_view stream) {
    throw std::runtime_error("The log's index of the stream " + std::string(stream) +
                             " is damaged.");
}

StreamHead parse_head(std::string_view stream, std::string_view bytes) {
    StreamHead head;
    if (bytes.size() <= sizeof head.version) damaged(stream);
    head.version = read_little_endian<Version>(bytes.data());
    if (!read_positions(bytes.substr(sizeof head.version), head.newest) ||
        head.newest.size() > head.version) {
        damaged(stream);
    }
    return head;
}

}  // namespace

StreamHead StreamIndex::stored_head(std::string_view stream) const {
    rocksdb::PinnableSlice value;
    const auto status = store_.db->Get({}, store_.heads, stream, &value);
    if (status.IsNotFound()) return {};
    must(status, "read the log's index of streams");
    return parse_head(stream, value.ToStringView());
}

StreamHead& StreamIndex::head_of(std::string_view stream) {
    if (auto* const cached = cached_.find(stream)) return *cached;
    return cached_.put(stream, stored_head(stream));
}

void StreamIndex::add(rocksdb::WriteBatch& batch, const Group::TouchedStream& touched) {
    if (touched.positions.empty()) return;
    StreamHead& head = head_of(touched.name);
    std::string value;
    Version run_first = head.version + 1 - head.newest.size();
    head.newest.insert(head.newest.end(), touched.positions.begin(), touched.positions.end());
    head.version = touched.version;

    std::span<const Position> rest = head.newest;
    while (rest.size() > newest_max) {
        const auto run = rest.first(std::min(rest.size() - 1, run_max));
        value.clear();
        append_positions(value, run);
        must(batch.Put(store_.streams, name_key(touched.name, run_first), value), "index a stream");
        run_first += run.size();
        rest = rest.subspan(run.size());
    }
    head.newest.erase(head.newest.begin(),
                      head.newest.end() - static_cast<std::ptrdiff_t>(rest.size()));

    value.clear();
    append_little_endian(value, head.version);
    append_positions(value, head.newest);
    must(batch.Put(store_.heads, touched.name, value), "index a stream");
}

// The head is read before the runs: whatever it no longer holds is in a run by then, and a run
// never changes. So no snapshot is needed.
void StreamIndex::read(std::string_view stream, Version from, Direction direction,
                       const Visit& visit) const {
    const StreamHead head = stored_head(stream);
    if (head.version == 0) return;
    const Version newest = head.first_of_newest();
    if (direction == Direction::forward) {
        Version at = std::max<Version>(from, 1);
        if (at < newest && !read_runs_forward(stream, at, newest, visit)) return;
        for (at = std::max(at, newest); at <= head.version; ++at) {
            if (!visit(at, head.newest[at - newest])) return;
        }
    } else {
        Version at = std::min(from, head.version);
        for (; at >= newest && at > 0; --at) {
            if (!visit(at, head.newest[at - newest])) return;
        }
        if (at > 0) read_runs_back(stream, at, visit);
    }
}

bool StreamIndex::read_runs_forward(std::string_view stream, Version from, Version end,
                                    const Visit& visit) const {
    const std::unique_ptr<rocksdb::Iterator> run(store_.db->NewIterator({}, store_.streams));
    const std::string prefix = name_prefix(stream);
    std::vector<Position> positions;
    for (run->SeekForPrev(name_key(stream, from)); from < end; run->Next()) {
        if (!run->Valid() || !run->key().starts_with(prefix)) damaged(stream);
        const Version first = last_number(run->key());
        if (!read_positions(run->value().ToStringView(), positions) || first > from) {
            damaged(stream);
        }
        for (; from < end && from < first + positions.size(); ++from) {
            if (!visit(from, positions[from - first])) return false;
        }
    }
    return true;
}

void StreamIndex::read_runs_back(std::string_view stream, Version from, const Visit& visit) const {
    const std::unique_ptr<rocksdb::Iterator> run(store_.db->NewIterator({}, store_.streams));
    const std::string prefix = name_prefix(stream);
    std::vector<Position> positions;
    for (run->SeekForPrev(name_key(stream, from)); from > 0; run->Prev()) {
        if (!run->Valid() || !run->key().starts_with(prefix)) damaged(stream);
        const Version first = last_number(run->key());
        if (!read_positions(run->value().ToStringView(), positions) ||
            first + positions.size() <= from) {
            damaged(stream);
        }
        for (; from >= first && from > 0; --from) {
            if (!visit(from, positions[from - first])) return;
        }
    }
}

}  // namespace commonweal::log
