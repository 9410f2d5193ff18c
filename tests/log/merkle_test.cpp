// The tree is the one of certificate transparency: known answers hold it, every proof of every tree
// of up to 70 leaves is checked, and none that was altered passes.

#include "server/log/merkle.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <span>

#include "tests/log/hex.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal::log;
using namespace commonweal::log::merkle;
using commonweal::log::testing::from_hex;
using commonweal::log::testing::to_hex;

namespace {

// Known answers of transparency-dev/merkle (testonly/constants.go and reference_test.go), which are
// those of Google's certificate-transparency.
const std::vector<std::string> known_leaves{"",
                                            "00",
                                            "10",
                                            "2021",
                                            "3031",
                                            "40414243",
                                            "5051525354555657",
                                            "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> known_roots{
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
struct KnownProof {
    Size leaf_or_before, size;
    std::vector<std::string> hashes;
};
const std::string leaf_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const std::string leaf_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const std::string leaves_2_3 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const std::string leaves_4_5 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
const std::string leaves_6_7 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const std::string leaves_4_7 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const std::vector<KnownProof> known_inclusions{{0, 1, {}},
                                               {0, 2, {leaf_1}},
                                               {1, 2, {known_roots[1]}},
                                               {2, 3, {known_roots[2]}},
                                               {1, 5, {known_roots[1], leaves_2_3, leaf_4}},
                                               {0, 8, {leaf_1, leaves_2_3, leaves_4_7}},
                                               {5, 8, {leaf_4, leaves_6_7, known_roots[4]}}};
const std::vector<KnownProof> known_consistencies{{1, 1, {}},
                                                  {1, 8, {leaf_1, leaves_2_3, leaves_4_7}},
                                                  {2, 5, {leaves_2_3, leaf_4}},
                                                  {6, 8, {leaves_4_5, leaves_6_7, known_roots[4]}}};

/// A tree that grows leaf by leaf, with all that was told of it.
class Grown {
  public:
    Grown() = default;
    explicit Grown(std::span<const std::string> leaves) {
        for (const auto& leaf : leaves) append(leaf);
    }
    void append(const std::string& leaf) {
        leaves_.push_back(hasher(leaf));
        frontier.append(leaves_.back(), hasher, [this](unsigned level, Size index, const Hash& h) {
            CHECK(nodes_.emplace(std::pair(level, index), h).second);  // each is told once
        });
    }
    const Hash& leaf(Size index) const { return leaves_.at(index); }
    NodeAt nodes() const {
        return [this](unsigned level, Size index) { return nodes_.at({level, index}); };
    }
    /// As the RFC defines it, from the leaves alone.
    Hash defined(Size begin, Size end) {
        if (begin == end) return hasher.nothing();
        if (end - begin == 1) return leaf(begin);
        Size split = 1;
        while (split * 2 < end - begin) split *= 2;
        return hasher.node(defined(begin, begin + split), defined(begin + split, end));
    }
    LeafHasher hasher;
    Frontier frontier;

  private:
    std::vector<Hash> leaves_;
    std::map<std::pair<unsigned, Size>, Hash> nodes_;
};

std::vector<std::string> first_known(Size size) {
    std::vector<std::string> leaves;
    for (Size i = 0; i < size; ++i) leaves.push_back(from_hex(known_leaves.at(i)));
    return leaves;
}
std::vector<std::string> hex(const Proof& proof) {
    std::vector<std::string> all;
    for (const auto& hash : proof) all.push_back(to_hex(hash));
    return all;
}
constexpr Size many = 70;

/// Every way in which somebody might alter a proof slightly.
std::vector<Proof> altered(const Proof& proof) {
    std::vector<Proof> all{proof};
    all.back().push_back(proof.empty() ? Hash{} : proof.back());
    for (std::size_t i = 0; i < proof.size(); ++i) {
        all.push_back(proof);
        all.back()[i][7] ^= 1U;
        all.push_back(proof);
        all.back().erase(all.back().begin() + static_cast<std::ptrdiff_t>(i));
    }
    return all;
}

}  // namespace

TEST_CASE("a tree has the roots and the proofs of certificate transparency") {
    for (Size size = 0; size <= known_leaves.size(); ++size) {
        Grown tree(first_known(size));
        CHECK(to_hex(tree.frontier.root(tree.hasher)) == known_roots.at(size));
        CHECK(to_hex(root(size, tree.nodes(), tree.hasher)) == known_roots.at(size));
    }
    Grown tree(first_known(known_leaves.size()));
    for (const auto& [index, size, hashes] : known_inclusions)
        CHECK(hex(inclusion(index, size, tree.nodes(), tree.hasher)) == hashes);
    for (const auto& [before, size, hashes] : known_consistencies)
        CHECK(hex(consistency(before, size, tree.nodes(), tree.hasher)) == hashes);
}

TEST_CASE("the root at any size is what the RFC defines, however far the tree has grown since") {
    Grown tree;
    std::vector<Hash> roots{tree.frontier.root(tree.hasher)};
    for (Size size = 1; size <= many; ++size) {
        tree.append(std::to_string(size));
        CHECK(tree.frontier.size() == size);
        roots.push_back(tree.frontier.root(tree.hasher));
        CHECK(roots.back() == tree.defined(0, size));
    }
    for (Size size = 0; size <= many; ++size)
        CHECK(root(size, tree.nodes(), tree.hasher) == roots.at(size));
}

TEST_CASE("every leaf of every tree is proven to be in it, and nothing that was altered is") {
    Grown tree;
    for (Size i = 0; i < many; ++i) tree.append(std::to_string(i));
    auto& hasher = tree.hasher;
    for (Size size = 1; size <= many; ++size) {
        const auto is = root(size, tree.nodes(), hasher);
        for (Size index = 0; index < size; ++index) {
            const auto& leaf = tree.leaf(index);
            const auto proof = inclusion(index, size, tree.nodes(), hasher);
            REQUIRE(proves_inclusion(proof, leaf, index, size, is, hasher));
            for (const auto& other : altered(proof))
                REQUIRE_FALSE(proves_inclusion(other, leaf, index, size, is, hasher));
            REQUIRE_FALSE(proves_inclusion(proof, hasher("other"), index, size, is, hasher));
            REQUIRE_FALSE(proves_inclusion(proof, leaf, index, size, hasher("other"), hasher));
            if (size > 1)
                REQUIRE_FALSE(proves_inclusion(proof, leaf, (index + 1) % size, size, is, hasher));
        }
        CHECK_FALSE(proves_inclusion({}, tree.leaf(0), size, size, is, hasher));
    }
    CHECK_FALSE(proves_inclusion({}, tree.leaf(0), 0, 0, hasher.nothing(), hasher));
}

TEST_CASE("every tree is proven to have grown from every smaller one, and from no other") {
    Grown tree;
    for (Size i = 0; i < many; ++i) tree.append(std::to_string(i));
    auto& hasher = tree.hasher;
    for (Size size = 0; size <= many; ++size) {
        const auto is = root(size, tree.nodes(), hasher);
        for (Size before = 0; before <= size; ++before) {
            const auto was = root(before, tree.nodes(), hasher);
            const auto proof = consistency(before, size, tree.nodes(), hasher);
            REQUIRE(proves_consistency(proof, before, was, size, is, hasher));
            for (const auto& other : altered(proof))
                REQUIRE_FALSE(proves_consistency(other, before, was, size, is, hasher));
            REQUIRE_FALSE(proves_consistency(proof, before, hasher("other"), size, is, hasher));
            if (before > 0)
                REQUIRE_FALSE(
                    proves_consistency(proof, before, was, size, hasher("other"), hasher));
            if (before < size)
                REQUIRE_FALSE(proves_consistency(proof, size, is, before, was, hasher));
        }
    }
}

TEST_CASE("a tree of which one leaf was changed, whichever, has not grown from what it was") {
    const auto number = commonweal::testing::seed();
    INFO("COMMONWEAL_SEED=" << number);
    std::mt19937 random(number);
    for (int rounds = 0; rounds < 50; ++rounds) {
        const Size before = 1 + random() % 300, size = before + random() % 300;
        const Size changed = random() % before;
        Grown honest, forged;
        for (Size i = 0; i < size; ++i) {
            honest.append(std::to_string(i));
            forged.append(i == changed ? "forged" : std::to_string(i));
        }
        auto& hasher = honest.hasher;
        const auto was = root(before, honest.nodes(), hasher);
        const auto is = root(size, forged.nodes(), hasher);
        const auto proof = consistency(before, size, forged.nodes(), hasher);
        REQUIRE_FALSE(proves_consistency(proof, before, was, size, is, hasher));
    }
}
