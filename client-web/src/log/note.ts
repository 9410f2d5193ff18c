// The head of the log as a signed note (C2SP tlog-checkpoint): the log's name, how many events, the root, when the last
// was recorded; an empty line; signatures. Read strictly: a byte that differs from what was signed is a fault.
import * as ed25519 from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { equal, fromBase64, toHex } from "./bytes";

// The browser's own would need a page that was served over TLS.
ed25519.hashes.sha512 = sha512;

const name_before_key = "commonweal-log/";
const algorithm = 1; // Ed25519, as signed notes number them
const before_signature = "— ";

export interface Head {
  size: number;
  root: Uint8Array;
  /** Microseconds since 1970. */
  at: number;
}

/** It is none; of another log; without a line that this key could have signed; other than what was signed. */
export type NoteFault = "no-note" | "other-log" | "unsigned" | "altered";
export type NoteRead = { head: Head; signature: Uint8Array; fault?: undefined } | { fault: NoteFault; origin?: string };

/** What the log of a key is called. */
export const originOf = (key: Uint8Array): string => name_before_key + toHex(sha256(key)).slice(0, 16);

/** How signed notes number a key. */
export const numberOf = (key: Uint8Array) => sha256(concatBytes(utf8ToBytes(`${originOf(key)}\n`), Uint8Array.of(algorithm), key)).slice(0, 4);

/** A whole number without zeros before it. */
function numberIn(text: string | undefined): number | null {
  if (!text || !/^(0|[1-9]\d*)$/.test(text)) return null;
  return Number.isSafeInteger(Number(text)) ? Number(text) : null;
}

function headIn(lines: string[]): Head | null {
  const [size, root, at] = [numberIn(lines[1]), fromBase64(lines[2] ?? "", 32), numberIn(/^recorded-at (.*)$/.exec(lines[3] ?? "")?.[1])];
  return size === null || root === null || at === null || lines[4] !== "" ? null : { size, root, at };
}

/** The signature of a line, if it is one of this key. */
function signatureIn(line: string, key: Uint8Array): Uint8Array | null {
  const begin = `${before_signature}${originOf(key)} `;
  const bytes = line.startsWith(begin) ? fromBase64(line.slice(begin.length), 4 + 64) : null;
  return bytes && equal(bytes.slice(0, 4), numberOf(key)) ? bytes.slice(4) : null;
}

export function readNote(note: string, key: Uint8Array): NoteRead {
  const lines = note.split("\n");
  const head = headIn(lines);
  const origin = lines[0] ?? "";
  // Others may have signed it too.
  const signed = lines.slice(5, -1);
  const ends = signed.length > 0 && signed.every((line) => line.startsWith(before_signature)) && lines.at(-1) === "";
  if (!head || !ends || !origin.startsWith(name_before_key)) return { fault: "no-note" };
  if (origin !== originOf(key)) return { fault: "other-log", origin };
  const signatures = signed.flatMap((line) => signatureIn(line, key) ?? []);
  if (signatures.length === 0) return { fault: "unsigned" };
  const text = utf8ToBytes(`${lines.slice(0, 4).join("\n")}\n`);
  const signature = signatures.find((each) => ed25519.verify(each, text, key, { zip215: false }));
  return signature ? { head, signature } : { fault: "altered" };
}

/** A note as it was, after a file or the clipboard changed the ends of its lines or the room around it. */
export const tidied = (text: string): string => `${text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n").trim()}\n`;
