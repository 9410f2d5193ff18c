#include "server/log/index_writer.hpp"

#include <rocksdb/sst_file_writer.h>

#include <algorithm>

#include "server/log/index_rows.hpp"
#include "server/log/stored_blocks.hpp"

namespace commonweal::log {
namespace {

constexpr std::size_t newest_max = 16;  ///< in a stream's head, which each step writes again
constexpr std::size_t run_max = 256;    ///< read whole for one of them
constexpr std::size_t list_max = 1024;  ///< the same, for tags

using Rows = std::vector<std::pair<std::string, std::string>>;

/// What goes into the files of one step.
struct Step {
    Rows meta;
    Rows commits;
    Rows heads;
    Rows streams;
    Rows tags;
    Rows tree;
};

void add_stream(Step& step, std::string_view name, StreamHead head,
                const std::vector<Position>& positions) {
    Version run_first = head.version + 1 - head.newest.size();
    head.newest.insert(head.newest.end(), positions.begin(), positions.end());
    head.version += positions.size();
    std::span<const Position> rest = head.newest;
    while (rest.size() > newest_max) {
        const auto run = rest.first(std::min(rest.size() - 1, run_max));
        append_positions(step.streams.emplace_back(name_key(name, run_first), "").second, run);
        run_first += run.size();
        rest = rest.subspan(run.size());
    }
    head.newest = {rest.begin(), rest.end()};
    step.heads.emplace_back(name, head_row(head));
}

void add_tag(Step& step, std::string_view name, std::span<const Position> rest) {
    while (!rest.empty()) {
        const auto list = rest.first(std::min(rest.size(), list_max));
        append_positions(step.tags.emplace_back(name_key(name, list.front()), "").second, list);
        rest = rest.subspan(list.size());
    }
}

Step rows_of(const StoredIndex& stored, const RecentIndex& recent) {
    Step step;
    for (const auto& [name, stream] : recent.streams()) {
        auto head = stream.before == 0 ? StreamHead{} : stored.head_of(name);
        if (head.version != stream.before) {
            throw std::runtime_error("The log's index of streams is damaged.");
        }
        add_stream(step, name, std::move(head), stream.positions);
    }
    for (const auto& [name, positions] : recent.tags()) add_tag(step, name, positions);
    for (const auto& [id, commit] : recent.commits()) {
        step.commits.emplace_back(bytes_of(id), commit_row(commit));
    }
    std::string indexed_to;
    append_little_endian(indexed_to, recent.last());
    step.meta.emplace_back(indexed_to_key, std::move(indexed_to));
    return step;
}

}  // namespace

void write_index(const RocksStore& store, const StoredIndex& stored, const RecentIndex& recent,
                 const Tree& tree) {
    Step step = rows_of(stored, recent);
    step.tree = block_rows(store, tree, recent.last());
    std::vector<rocksdb::IngestExternalFileArg> files;
    const auto write = [&](rocksdb::ColumnFamilyHandle* family, Rows& rows) {
        if (rows.empty()) return;
        std::ranges::sort(rows);
        const auto path = store.scratch / (family->GetName() + ".sst");
        rocksdb::SstFileWriter file({}, store.db->GetOptions(family), family);
        must(file.Open(path.string()), "write the log's index");
        for (const auto& [key, value] : rows) must(file.Put(key, value), "write the log's index");
        must(file.Finish(), "write the log's index");
        rocksdb::IngestExternalFileArg taken;
        taken.column_family = family;
        taken.external_files = {path.string()};
        taken.options.move_files = true;
        files.push_back(std::move(taken));
        rows = {};
    };
    write(store.meta, step.meta);
    write(store.commits, step.commits);
    write(store.heads, step.heads);
    write(store.streams, step.streams);
    write(store.tags, step.tags);
    write(store.tree, step.tree);
    must(store.db->IngestExternalFiles(files), "take in the log's index");
}

}  // namespace commonweal::log
