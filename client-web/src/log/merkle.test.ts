// The known answers are those of transparency-dev/merkle (testonly/constants.go and reference_test.go), as in
// tests/log/merkle_test.cpp.
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { expect, it } from "vitest";
import { consistencyOf, inclusionOf, rootOf } from "../testing/record";
import { hashOf, toHex } from "./bytes";
import { leafHash, nodeHash, nothing, provesConsistency, provesInclusion, wayUp, type Hash } from "./merkle";

const known_leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map((hex) => leafHash(hexToBytes(hex)));
const known_roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const leaf_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const leaf_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const leaves_2_3 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const leaves_4_5 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
const leaves_6_7 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const leaves_4_7 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const known_inclusions: [number, number, string[]][] = [
  [0, 1, []],
  [0, 2, [leaf_1]],
  [1, 2, [known_roots[1]!]],
  [2, 3, [known_roots[2]!]],
  [1, 5, [known_roots[1]!, leaves_2_3, leaf_4]],
  [0, 8, [leaf_1, leaves_2_3, leaves_4_7]],
  [5, 8, [leaf_4, leaves_6_7, known_roots[4]!]],
];
const known_consistencies: [number, number, string[]][] = [
  [1, 1, []],
  [1, 8, [leaf_1, leaves_2_3, leaves_4_7]],
  [2, 5, [leaves_2_3, leaf_4]],
  [6, 8, [leaves_4_5, leaves_6_7, known_roots[4]!]],
];

const bytes = (hex: string) => hashOf(hex)!;
const root = (size: number) => bytes(known_roots[size]!);
const another = leafHash(utf8ToBytes("another"));

/** Every way in which somebody might alter a proof slightly. */
function altered(proof: Hash[]): Hash[][] {
  const flipped = (hash: Hash) => hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte));
  const each = proof.flatMap((hash, index) => [proof.with(index, flipped(hash)), proof.toSpliced(index, 1)]);
  const swapped = proof.length > 1 ? [[...proof].reverse()] : [];
  return [...each, ...swapped, [...proof, proof.at(-1) ?? another], [another, ...proof]];
}

it("hashes leaves and nodes as certificate transparency does", () => {
  expect(toHex(nothing)).toBe(known_roots[0]);
  expect(toHex(known_leaves[0]!)).toBe(known_roots[1]);
  expect(toHex(nodeHash(known_leaves[2]!, known_leaves[3]!))).toBe(leaves_2_3);
  for (const [size, hex] of known_roots.entries()) expect(toHex(rootOf(known_leaves.slice(0, size)))).toBe(hex);
});

it.each(known_inclusions)("leaf %i of %i is proven by the known hashes, and by no others", (index, size, hashes) => {
  const [proof, leaf] = [hashes.map(bytes), known_leaves[index]!];
  expect(inclusionOf(index, known_leaves.slice(0, size)).map(toHex)).toEqual(hashes);
  expect(provesInclusion(proof, leaf, index, size, root(size))).toBe(true);
  for (const other of altered(proof)) expect(provesInclusion(other, leaf, index, size, root(size))).toBe(false);
});

it.each(known_consistencies)("the first %i of %i are proven by the known hashes, and by no others", (before, size, hashes) => {
  const proof = hashes.map(bytes);
  expect(consistencyOf(before, known_leaves.slice(0, size)).map(toHex)).toEqual(hashes);
  expect(provesConsistency(proof, before, root(before), size, root(size))).toBe(true);
  for (const other of altered(proof)) expect(provesConsistency(other, before, root(before), size, root(size))).toBe(false);
});

const many = 40;
const leaves = Array.from({ length: many }, (_, index) => leafHash(utf8ToBytes(String(index))));
const roots = Array.from({ length: many + 1 }, (_, size) => rootOf(leaves.slice(0, size)));

it("every leaf of every tree is proven to be in it, and nothing that was altered is", () => {
  let wrong = 0;
  for (let size = 1; size <= many; size += 1)
    for (let index = 0; index < size; index += 1) {
      const [proof, leaf, is] = [inclusionOf(index, leaves.slice(0, size)), leaves[index]!, roots[size]!];
      const passes = [...altered(proof).map((other) => provesInclusion(other, leaf, index, size, is)), provesInclusion(proof, another, index, size, is), provesInclusion(proof, leaf, index, size, another)];
      if (size > 1) passes.push(provesInclusion(proof, leaf, (index + 1) % size, size, is));
      wrong += Number(!provesInclusion(proof, leaf, index, size, is)) + passes.filter(Boolean).length;
    }
  expect(wrong).toBe(0);
});

it("every tree is proven to have grown from every smaller one, and from no other", () => {
  let wrong = 0;
  for (let size = 0; size <= many; size += 1)
    for (let before = 0; before <= size; before += 1) {
      const [proof, was, is] = [consistencyOf(before, leaves.slice(0, size)), roots[before]!, roots[size]!];
      const passes = [...altered(proof).map((other) => provesConsistency(other, before, was, size, is)), provesConsistency(proof, before, another, size, is)];
      if (before > 0) passes.push(provesConsistency(proof, before, was, size, another));
      if (before < size) passes.push(provesConsistency(proof, size, is, before, was));
      wrong += Number(!provesConsistency(proof, before, was, size, is)) + passes.filter(Boolean).length;
    }
  expect(wrong).toBe(0);
});

it("a proof does not hold for a larger tree than it is of", () => {
  expect(provesConsistency(consistencyOf(4, leaves.slice(0, 8)), 4, roots[4]!, 8, roots[8]!)).toBe(true);
  expect(provesConsistency(consistencyOf(4, leaves.slice(0, 8)), 4, roots[4]!, 16, roots[8]!)).toBe(false);
  expect(provesInclusion(inclusionOf(0, leaves.slice(0, 8)), leaves[0]!, 0, 16, roots[8]!)).toBe(false);
});

it("a tree of which one leaf was changed has not grown from what it was", () => {
  for (let changed = 0; changed < 21; changed += 1) {
    const forged = leaves.with(changed, another);
    expect(provesConsistency(consistencyOf(21, forged), 21, roots[21]!, many, rootOf(forged))).toBe(false);
  }
});

it("each step of the way says what stands beside, on which side, and for which events", () => {
  const steps = wayUp(known_leaves[5]!, 5, 7, inclusionOf(5, known_leaves.slice(0, 7)))!;
  expect(steps.map(({ side, first, last }) => [side, first, last])).toEqual([["left", 5, 5], ["right", 7, 7], ["left", 1, 4]]);
  expect(toHex(steps.at(-1)!.together)).toBe(known_roots[7]);
  const last = wayUp(leaves[32]!, 32, 33, inclusionOf(32, leaves.slice(0, 33)))!;
  expect(last.map(({ side, first, last }) => [side, first, last])).toEqual([["left", 1, 32]]);
});

it("holds for trees larger than 2^32", () => {
  const size = 2 ** 40 + 1;
  expect(wayUp(leaf(0), 2 ** 40, size, [another])).toHaveLength(1);
  expect(provesInclusion([another], leaf(0), 2 ** 40, size, nodeHash(another, leaf(0)))).toBe(true);
  expect(provesInclusion([another], leaf(0), 0, size, nodeHash(leaf(0), another))).toBe(false);
  expect(provesConsistency([leaf(0)], 2 ** 40, another, size, nodeHash(another, leaf(0)))).toBe(true);
});
const leaf = (index: number) => leaves[index]!;

it("numbers that are none prove nothing", () => {
  for (const index of [-1, 1, 0.5, Number.NaN]) expect(provesInclusion([], leaf(0), index, 1, leaf(0))).toBe(false);
  expect(provesInclusion([], leaf(0), 0, 0, nothing)).toBe(false);
  for (const before of [-1, 3, 0.5, Number.NaN]) expect(provesConsistency([], before, roots[2]!, 2, roots[2]!)).toBe(false);
});
