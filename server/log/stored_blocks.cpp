#include "server/log/stored_blocks.hpp"

#include <algorithm>

#include "server/log/index_rows.hpp"

namespace commonweal::log {
namespace {

[[noreturn]] void damaged(const char* how) {
    throw std::runtime_error(std::string("The stored tree of the log is damaged: ") + how + ".");
}

std::unique_ptr<rocksdb::Iterator> rows_of_tree(const RocksStore& store) {
    return std::unique_ptr<rocksdb::Iterator>(store.db->NewIterator({}, store.tree));
}

merkle::Size count_stored(const RocksStore& store) {
    const auto row = rows_of_tree(store);
    row->SeekToLast();
    must(row->status(), "read the log's tree");
    return row->Valid() ? last_number(row->key()) + 1 : 0;
}

}  // namespace

std::vector<LeafHash> stored_blocks(const RocksStore& store, Position indexed_to) {
    std::vector<LeafHash> blocks;
    const auto row = rows_of_tree(store);
    for (row->SeekToFirst(); row->Valid(); row->Next()) {
        if (row->key().size() != 8 || last_number(row->key()) != blocks.size())
            damaged("a block is missing");
        auto& block = blocks.emplace_back();
        if (row->value().size() != block.size()) damaged("a hash is too short or too long");
        std::copy_n(row->value().data(), block.size(), block.begin());
    }
    must(row->status(), "read the log's tree");
    if (blocks.size() > indexed_to / Tree::block_leaves) damaged("it goes beyond the index");
    return blocks;
}

std::vector<std::pair<std::string, std::string>> block_rows(const RocksStore& store,
                                                            const Tree& tree, Position last) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (auto index = count_stored(store); index < last / Tree::block_leaves; ++index) {
        const auto hash = tree.block(index);
        rows.emplace_back(position_key(index), std::string(hash.begin(), hash.end()));
    }
    return rows;
}

}  // namespace commonweal::log
