// The tree over the events (RFC 6962): what a proof amounts to. Sizes are whole numbers up to 2^53, so they are
// halved by division, never by shifting bits.
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { equal } from "./bytes";

export type Hash = Uint8Array;

export const leafHash = (record: Uint8Array): Hash => sha256(concatBytes(Uint8Array.of(0), record));
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(concatBytes(Uint8Array.of(1), left, right));
/** The root of no events at all. */
export const nothing: Hash = sha256(new Uint8Array());

/** One step on the way from an event to the root: what stands beside, and what the two are together. */
export interface Step {
  /** On which side it stands beside. */
  side: "left" | "right";
  beside: Hash;
  /** The events that it stands for, by their positions: from 1 on. */
  first: number;
  last: number;
  together: Hash;
}

const odd = (number: number) => number % 2 === 1;
const half = (number: number) => Math.floor(number / 2);

/** The way that a proof goes from a leaf (from 0 on) to a root (RFC 9162, 2.1.3.2). None where it has too many hashes or too few. */
export function wayUp(leaf: Hash, index: number, size: number, proof: Hash[]): Step[] | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  let [at, last, wide, own] = [index, size - 1, 1, leaf];
  const up = () => ([at, last, wide] = [half(at), half(last), wide * 2]);
  const steps: Step[] = [];
  for (const beside of proof) {
    if (last === 0) return null;
    const side = odd(at) || at === last ? "left" : "right";
    while (side === "left" && !odd(at)) up();
    const begin = (side === "left" ? at - 1 : at + 1) * wide;
    own = side === "left" ? nodeHash(beside, own) : nodeHash(own, beside);
    steps.push({ side, beside, first: begin + 1, last: Math.min(begin + wide, size), together: own });
    up();
  }
  return last === 0 ? steps : null;
}

export function provesInclusion(proof: Hash[], leaf: Hash, index: number, size: number, root: Hash): boolean {
  const steps = wayUp(leaf, index, size, proof);
  return steps !== null && equal(steps.at(-1)?.together ?? leaf, root);
}

/** That the first so many of a tree are what its root was then (RFC 9162, 2.1.4.2). */
export function provesConsistency(proof: Hash[], before: number, rootBefore: Hash, size: number, root: Hash): boolean {
  if (!Number.isSafeInteger(before) || !Number.isSafeInteger(size) || before < 0 || before > size) return false;
  if (before === size) return proof.length === 0 && equal(rootBefore, root);
  if (before === 0) return proof.length === 0 && equal(rootBefore, nothing);
  let [at, last] = [before - 1, size - 1];
  const up = () => ([at, last] = [half(at), half(last)]);
  while (odd(at)) up();
  // A whole tree of 2^n is itself the first hash.
  const [start, ...rest] = at === 0 ? [rootBefore, ...proof] : proof;
  if (!start) return false;
  let [was, is] = [start, start];
  for (const beside of rest) {
    if (last === 0) return false;
    if (odd(at) || at === last) {
      [was, is] = [nodeHash(beside, was), nodeHash(beside, is)];
      while (!odd(at) && at !== 0) up();
    } else is = nodeHash(is, beside);
    up();
  }
  return last === 0 && equal(was, rootBefore) && equal(is, root);
}
