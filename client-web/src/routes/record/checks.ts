// What is asked of the server and checked here, in the browser: nothing that the server says is taken on its word.
import { logHead, logKey, proveEvent, proveGrowth } from "../../api/proofs";
import type { LogHead, LogKey } from "../../api/types";
import { fromBase64, hashOf, toBase64, toHex } from "../../log/bytes";
import { provesConsistency, provesInclusion, wayUp, type Hash, type Step } from "../../log/merkle";
import { originOf, readNote, tidied, type Head, type NoteFault } from "../../log/note";
import { count } from "../../words/dates";
import { sayNumber } from "../../words/record";

/** The key is none; its name is not its own; the head says other than its note; or what is wrong with the note. */
export type HeadFault = "key" | "name" | "fields" | NoteFault;

/** The head of now: as it was signed, or why it cannot be trusted. */
export type Seen = { note: string; origin: string } & ({ head: Head; fault?: undefined } | { head?: undefined; fault: HeadFault });

export type KeptOutcome =
  | { is: "doubt"; fault: HeadFault }
  | { is: "other-log"; origin: string; own: string }
  | { is: "altered" }
  | { is: "lost" | "changed" | "same"; kept: Head; now: Head };

export type EventOutcome =
  | { is: "doubt"; fault: HeadFault }
  | { is: "unproven"; position: number }
  | { is: "proven"; position: number; size: number; leaf: Hash; steps: Step[] };

/** What was typed will not do: said at its field. */
export class Wrong extends Error {}

export function checkHead(said: LogHead, { key, origin, algorithm }: LogKey): Seen {
  const fails = (fault: HeadFault): Seen => ({ note: said.note, origin, fault });
  const bytes = algorithm === "Ed25519" ? fromBase64(key, 32) : null;
  if (!bytes) return fails("key");
  if (originOf(bytes) !== origin) return fails("name");
  const read = readNote(said.note, bytes);
  if (read.fault) return fails(read.fault);
  const same = read.head.size === said.size && toHex(read.head.root) === said.root && toBase64(read.signature) === said.signature && said.key === key;
  return same ? { note: said.note, origin, head: read.head } : fails("fields");
}

async function lookWithKey(): Promise<{ seen: Seen; key: Uint8Array | null }> {
  const [head, key] = await Promise.all([logHead(), logKey()]);
  return { seen: checkHead(head, key), key: fromBase64(key.key, 32) };
}

export const look = async (): Promise<Seen> => (await lookWithKey()).seen;

/** None where one of them is no hash: no proof, then. */
function hashesOf(hexes: string[]): Hash[] | null {
  const hashes = hexes.flatMap((hex) => hashOf(hex) ?? []);
  return hashes.length === hexes.length ? hashes : null;
}

export async function checkKept(text: string): Promise<KeptOutcome> {
  const { seen, key } = await lookWithKey();
  if (seen.fault === "key" || seen.fault === "name" || !key) return { is: "doubt", fault: seen.fault ?? "key" };
  const read = readNote(tidied(text), key);
  if (read.fault === "no-note") throw new Wrong("This is not a head of the record. Choose the file that “Keep this head” saved, or paste the whole of its text");
  if (read.fault === "other-log") return { is: "other-log", origin: read.origin ?? "", own: seen.origin };
  if (read.fault) return { is: "altered" };
  if (seen.fault) return { is: "doubt", fault: seen.fault };
  const [kept, now] = [read.head, seen.head];
  if (kept.size > now.size) return { is: "lost", kept, now };
  const proof = hashesOf((await proveGrowth(kept.size, now.size)).proof);
  const holds = proof !== null && provesConsistency(proof, kept.size, kept.root, now.size, now.root);
  return { is: holds ? "same" : "changed", kept, now };
}

/** "12,345" and "12 345" are numbers, too. None where it is no whole number from 1 on. */
export function positionIn(text: string): number | null {
  const digits = text.trim().replaceAll(/[,\s]/g, "");
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null;
}

export async function checkEvent(position: number): Promise<EventOutcome> {
  const seen = await look();
  if (seen.fault) return { is: "doubt", fault: seen.fault };
  const { size, root } = seen.head;
  if (size === 0) throw new Wrong("Nothing has been written down yet");
  if (position > size) throw new Wrong(`The record has ${count(size, "event")} so far: enter a number from 1 to ${sayNumber(size)}`);
  const said = await proveEvent(position, size);
  const [leaf, proof] = [hashOf(said.leaf_hash), hashesOf(said.proof)];
  const steps = leaf && proof && wayUp(leaf, position - 1, size, proof);
  if (!steps || !provesInclusion(proof, leaf, position - 1, size, root)) return { is: "unproven", position };
  return { is: "proven", position, size, leaf, steps };
}
