// A small log with its tree, for tests: the tree as RFC 6962 defines it, from the leaves alone, and heads signed with the
// key of RFC 8032's first test.
import * as ed25519 from "@noble/ed25519";
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { vi } from "vitest";
import type { ConsistencyProof, InclusionProof, LogHead, LogKey } from "../api/types";
import { toBase64, toHex } from "../log/bytes";
import { leafHash, nodeHash, nothing, type Hash } from "../log/merkle";
import { numberOf, originOf } from "../log/note";

const secret = hexToBytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
export const golden_key: Uint8Array = hexToBytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
/** What tests/log/golden_note.py prints. */
export const golden_note = `commonweal-log/21fe31dfa154a261
12345
OQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
recorded-at 1763853600000000

— commonweal-log/21fe31dfa154a261 pCB0IM3hAnz1GNHV1IXyn5zngEv4XHd2J7Vvj31GpXzrVQjfmwca7Ca+q+xVkM0uYxdTf6j86A7Gam3RFOUDbvuFOQw=
`;

const split = (size: number) => 2 ** Math.ceil(Math.log2(size) - 1);

export function rootOf(leaves: Hash[]): Hash {
  const at = split(leaves.length);
  if (leaves.length < 2) return leaves[0] ?? nothing;
  return nodeHash(rootOf(leaves.slice(0, at)), rootOf(leaves.slice(at)));
}

/** RFC 6962, 2.1.1. */
export function inclusionOf(index: number, leaves: Hash[]): Hash[] {
  if (leaves.length < 2) return [];
  const at = split(leaves.length);
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)];
  return index < at ? [...inclusionOf(index, left), rootOf(right)] : [...inclusionOf(index - at, right), rootOf(left)];
}

/** RFC 6962, 2.1.2. */
export function consistencyOf(before: number, leaves: Hash[], whole = true): Hash[] {
  if (before === leaves.length || before === 0) return whole ? [] : [rootOf(leaves)];
  const at = split(leaves.length);
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)];
  return before <= at ? [...consistencyOf(before, left, whole), rootOf(right)] : [...consistencyOf(before - at, right, false), rootOf(left)];
}

/** So many events, the last of which was recorded a minute a piece after 9 March 2026, 09:00. */
export class SmallLog {
  readonly leaves: Hash[];
  constructor(
    size: number,
    readonly key: { secret: Uint8Array; public: Uint8Array } = { secret, public: golden_key },
  ) {
    this.leaves = Array.from({ length: size }, (_, index) => leafHash(utf8ToBytes(`event ${index + 1}`)));
  }

  head(size = this.leaves.length): LogHead {
    const root = rootOf(this.leaves.slice(0, size));
    const at = Date.parse("2026-03-09T09:00:00Z") + size * 60_000;
    const origin = originOf(this.key.public);
    const text = `${origin}\n${size}\n${toBase64(root)}\nrecorded-at ${at * 1000}\n`;
    const signature = ed25519.sign(utf8ToBytes(text), this.key.secret);
    const numbered = toBase64(Uint8Array.of(...numberOf(this.key.public), ...signature));
    return { size, root: toHex(root), at: new Date(at).toISOString(), signature: toBase64(signature), key: toBase64(this.key.public), note: `${text}\n— ${origin} ${numbered}\n` };
  }

  logKey(): LogKey {
    return { origin: originOf(this.key.public), algorithm: "Ed25519", key: toBase64(this.key.public), pem: "", verifier: "" };
  }

  inclusion(position: number, size = this.leaves.length): InclusionProof {
    const leaves = this.leaves.slice(0, size);
    return { position, size, leaf_hash: toHex(leaves[position - 1] ?? nothing), root: toHex(rootOf(leaves)), proof: inclusionOf(position - 1, leaves).map(toHex) };
  }

  consistency(before: number, size = this.leaves.length): ConsistencyProof {
    const leaves = this.leaves.slice(0, size);
    const proof = consistencyOf(before, leaves).map(toHex);
    return { before, size, root_before: toHex(rootOf(leaves.slice(0, before))), root: toHex(rootOf(leaves)), proof };
  }
}

/** Another key than the log's. */
export function otherKey(): SmallLog["key"] {
  const other = hexToBytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
  return { secret: other, public: ed25519.getPublicKey(other) };
}

/** Answers as the server of this log would; `asked` is what it was asked. */
export function serveLog(log: SmallLog): { log: SmallLog; asked: string[] } {
  const served = { log, asked: [] as string[] };
  vi.stubGlobal("fetch", (url: string) => {
    served.asked.push(url);
    const query = new URL(url, "http://x").searchParams;
    const number = (name: string) => Number(query.get(name));
    const size = query.has("size") ? number("size") : served.log.leaves.length;
    const { log } = served;
    const answer = url.includes("/log/head") ? log.head(size) : url.includes("/log/key") ? log.logKey() : query.has("position") ? log.inclusion(number("position"), size) : log.consistency(number("before"), size);
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  return served;
}
