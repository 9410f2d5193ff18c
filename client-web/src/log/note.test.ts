import { expect, it } from "vitest";
import { SmallLog, golden_key, golden_note, otherKey } from "../testing/record";
import { equal, fromBase64, hashOf, toBase64, toHex } from "./bytes";
import { originOf, readNote, tidied } from "./note";

const utf8 = new TextEncoder();
const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const faultOf = (note: string, key: Uint8Array = golden_key) => readNote(note, key).fault;

it("reads the note that C2SP's texts alone make", () => {
  const read = readNote(golden_note, golden_key);
  expect(originOf(golden_key)).toBe("commonweal-log/21fe31dfa154a261");
  expect(read.fault).toBeUndefined();
  if (read.fault) return;
  expect([read.head.size, toHex(read.head.root), read.head.at]).toEqual([12345, `39${"00".repeat(31)}`, 1763853600000000]);
});

it("refuses it with any byte altered, left out or put in", () => {
  const bytes = utf8.encode(golden_note);
  const passed: number[] = [];
  for (const [index, byte] of bytes.entries()) {
    const others = [1, 2, 4, 8, 16, 32, 64, 128].map((bit) => textOf(bytes.with(index, byte ^ bit)));
    const [without, twice] = [[...bytes].toSpliced(index, 1), [...bytes].toSpliced(index, 0, byte)].map((each) => textOf(Uint8Array.from(each)));
    for (const note of [...others, without!, twice!]) if (note !== golden_note && !faultOf(note)) passed.push(index);
  }
  expect(passed).toEqual([]);
});

it("says what does not fit", () => {
  const other = otherKey();
  const signed = new SmallLog(3, other).head().note;
  expect(faultOf("")).toBe("no-note");
  expect(faultOf("Dear head,\n\nplease find attached.\n")).toBe("no-note");
  expect(faultOf(golden_note.replace("12345", "012345"))).toBe("no-note");
  expect(faultOf(golden_note.replace("12345", "9007199254740993"))).toBe("no-note");
  expect(readNote(signed, golden_key)).toEqual({ fault: "other-log", origin: originOf(other.public) });
  expect(faultOf(signed, other.public)).toBeUndefined();
  expect(faultOf(golden_note.replace("12345", "12346"))).toBe("altered");
  expect(faultOf(golden_note.replace("pCB0", "qCB0"))).toBe("unsigned");
  expect(faultOf(golden_note.replace("\n\n", "\nand more\n"))).toBe("no-note");
  expect(faultOf(`${golden_note}and more`)).toBe("no-note");
  expect(faultOf(golden_note.split("\n").slice(0, 5).join("\n"))).toBe("no-note");
});

it("lets others sign it too, before and after", () => {
  const witness = `— witness.example/w ${toBase64(new Uint8Array(76))}\n`;
  const own = golden_note.slice(golden_note.indexOf("— "));
  const head = golden_note.slice(0, -own.length);
  expect(faultOf(head + witness + own)).toBeUndefined();
  expect(faultOf(head + own + witness)).toBeUndefined();
  expect(faultOf(head + witness)).toBe("unsigned");
});

it("reads what a mail or an editor made of it", () => {
  expect(tidied(`\ufeff\r\n  ${golden_note.replaceAll("\n", "\r\n")}\r\n \r\n`)).toBe(golden_note);
  expect(tidied(golden_note.trimEnd())).toBe(golden_note);
});

it("bytes are read only as they would be written", () => {
  expect(fromBase64("AAE=", 2)).toEqual(Uint8Array.of(0, 1));
  for (const text of ["AAF=", "AAE", "AA==", "A===", "AAE\n", "AA-="]) expect(fromBase64(text, 2)).toBeNull();
  expect(hashOf("ab".repeat(32))).toHaveLength(32);
  for (const text of ["AB".repeat(32), "ab".repeat(31), "zz".repeat(32), ""]) expect(hashOf(text)).toBeNull();
  expect([equal(Uint8Array.of(1), Uint8Array.of(1)), equal(Uint8Array.of(1), Uint8Array.of(1, 2)), equal(Uint8Array.of(1), Uint8Array.of(2))]).toEqual([true, false, false]);
});
