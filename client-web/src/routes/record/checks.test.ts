import { afterEach, expect, it, vi } from "vitest";
import { leafHash } from "../../log/merkle";
import { SmallLog, otherKey, serveLog } from "../../testing/record";
import { Wrong, checkEvent, checkHead, checkKept, look, positionIn } from "./checks";
import { sayDoubt, sayEventOutcome, sayKept } from "./say";

afterEach(() => vi.unstubAllGlobals());

const flipped = (hex: string) => (hex.startsWith("0") ? "1" : "0") + hex.slice(1);

it("takes a head that is signed by the key, under the key's name", () => {
  const log = new SmallLog(5);
  expect(checkHead(log.head(), log.logKey())).toMatchObject({ origin: "commonweal-log/21fe31dfa154a261", head: { size: 5 } });
});

it("says which part of a head does not fit", () => {
  const log = new SmallLog(5);
  const [head, key, other] = [log.head(), log.logKey(), new SmallLog(5, otherKey())];
  const faultOf = (part: object, ofKey: object = {}) => checkHead({ ...head, ...part }, { ...key, ...ofKey }).fault;
  expect(faultOf({}, { algorithm: "RSA" })).toBe("key");
  expect(faultOf({}, { key: "AAAA" })).toBe("key");
  expect(faultOf({}, { origin: "commonweal-log/0000000000000000" })).toBe("name");
  expect(faultOf({}, { key: other.logKey().key })).toBe("name");
  expect(faultOf({}, other.logKey())).toBe("other-log");
  expect(faultOf({ note: "" })).toBe("no-note");
  expect(faultOf({ note: head.note.replace("\n5\n", "\n6\n") })).toBe("altered");
  for (const part of [{ size: 6 }, { root: flipped(head.root) }, { signature: log.head(4).signature }, { key: other.logKey().key }]) expect(faultOf(part)).toBe("fields");
});

it("a head that was kept holds while the record grows, and at its own size", async () => {
  const served = serveLog(new SmallLog(21));
  const kept = served.log.head(12).note;
  expect(await checkKept(kept)).toMatchObject({ is: "same", kept: { size: 12 }, now: { size: 21 } });
  expect(served.asked).toEqual(["/api/v1/log/head", "/api/v1/log/key", "/api/v1/log/proof?before=12&size=21"]);
  expect(sayKept(await checkKept(kept))).toMatchObject({ good: true, title: "Nothing up to event 12 (Monday 9 March 2026, 09:12) has been changed or removed since." });
  expect(sayKept(await checkKept(served.log.head(21).note)).lines[0]).toBe("Nothing has been written down since.");
  expect(sayKept(await checkKept(served.log.head(0).note)).title).toBe("This head is from before the first event");
});

it("a record that was changed before the head is told from the one that was kept, wherever it was", async () => {
  for (let changed = 0; changed < 12; changed += 1) {
    const served = serveLog(new SmallLog(21));
    const kept = served.log.head(12).note;
    served.log.leaves[changed] = leafHash(Uint8Array.of(changed));
    const outcome = await checkKept(kept);
    expect(outcome.is).toBe("changed");
    expect(sayKept(outcome).lines.join(" ")).toMatch(/up to event 12 \(Monday 9 March 2026, 09:12\).*Tell the administrator of Commonweal at once/);
  }
  const served = serveLog(new SmallLog(12));
  const kept = served.log.head().note;
  served.log.leaves[3] = leafHash(Uint8Array.of(3));
  expect((await checkKept(kept)).is).toBe("changed");
});

it("what came after the head may be anything", async () => {
  const served = serveLog(new SmallLog(21));
  const kept = served.log.head(12).note;
  served.log.leaves[12] = leafHash(Uint8Array.of(12));
  expect((await checkKept(kept)).is).toBe("same");
});

it("a proof that is none proves nothing", async () => {
  const served = serveLog(new SmallLog(21));
  const kept = served.log.head(12).note;
  const proof = served.log.consistency(12);
  for (const other of [[], ["no hash"], proof.proof.map((hash) => hash.toUpperCase()), [...proof.proof, flipped(proof.root)], [...proof.proof, "no hash"]]) {
    vi.spyOn(served.log, "consistency").mockReturnValue({ ...proof, proof: other });
    expect((await checkKept(kept)).is).toBe("changed");
  }
});

it("a record that has become shorter has lost something", async () => {
  const kept = new SmallLog(21).head().note;
  serveLog(new SmallLog(20));
  const said = sayKept(await checkKept(kept));
  expect(said).toMatchObject({ good: false, title: "Events are missing from the record" });
  expect(said.lines.join(" ")).toContain("the record had 21 events; now it has only 20");
});

it("a head that was altered, or is of another record, shows nothing of this one", async () => {
  const served = serveLog(new SmallLog(21));
  const { note } = served.log.head(12);
  expect(await checkKept(note.replace("\n12\n", "\n13\n"))).toEqual({ is: "altered" });
  expect(await checkKept(note.replace("recorded-at 1", "recorded-at 2"))).toEqual({ is: "altered" });
  const other = sayKept(await checkKept(new SmallLog(12, otherKey()).head().note));
  expect([other.good, other.title]).toEqual([false, "This head is not of this record"]);
  await expect(checkKept("Dear administrator")).rejects.toThrow(Wrong);
  expect(served.asked.filter((url) => url.includes("proof"))).toEqual([]);
});

it("a server whose own head does not fit is believed in nothing", async () => {
  const served = serveLog(new SmallLog(21));
  const { note } = served.log.head(12);
  vi.spyOn(served.log, "head").mockReturnValue({ ...served.log.head(), size: 22 });
  expect(await look()).toMatchObject({ fault: "fields" });
  expect(await checkKept(note)).toEqual({ is: "doubt", fault: "fields" });
  expect(await checkEvent(3)).toEqual({ is: "doubt", fault: "fields" });
  vi.spyOn(served.log, "logKey").mockReturnValue({ ...served.log.logKey(), origin: "commonweal-log/0" });
  expect(sayKept(await checkKept(note))).toEqual(sayDoubt("name"));
});

it("each event leads to the root that was signed", async () => {
  serveLog(new SmallLog(21));
  for (let position = 1; position <= 21; position += 1) expect(await checkEvent(position)).toMatchObject({ is: "proven", position, size: 21 });
  expect(sayEventOutcome(await checkEvent(21)).lines[0]).toMatch(/^From its hash 2 steps lead/);
  serveLog(new SmallLog(1));
  expect(sayEventOutcome(await checkEvent(1)).lines[0]).toMatch(/^It is the only event/);
});

it("an event whose proof does not lead there is not found", async () => {
  const { log } = serveLog(new SmallLog(21));
  const said = log.inclusion(7);
  for (const part of [{ leaf_hash: flipped(said.leaf_hash) }, { leaf_hash: "" }, { proof: said.proof.slice(1) }, { proof: said.proof.map(flipped) }, { proof: ["x"] }]) {
    vi.spyOn(log, "inclusion").mockReturnValue({ ...said, ...part });
    const outcome = await checkEvent(7);
    expect(outcome).toEqual({ is: "unproven", position: 7 });
    expect(sayEventOutcome(outcome)).toMatchObject({ good: false, title: "Event 7 could not be found in the record" });
  }
  // The proof of another event, and one of a record of the server's own making.
  const [another, forged] = [new SmallLog(21).inclusion(8), new SmallLog(21)];
  forged.leaves[6] = leafHash(Uint8Array.of(0));
  for (const other of [another, forged.inclusion(7)]) {
    vi.spyOn(log, "inclusion").mockReturnValue(other);
    expect((await checkEvent(7)).is).toBe("unproven");
  }
});

it("an event that is not there yet is said so", async () => {
  const served = serveLog(new SmallLog(21));
  await expect(checkEvent(22)).rejects.toThrow("The record has 21 events so far: enter a number from 1 to 21");
  served.log = new SmallLog(0);
  await expect(checkEvent(1)).rejects.toThrow("Nothing has been written down yet");
});

it("reads a number as people write it", () => {
  for (const [text, number] of [["12", 12], [" 12,345 ", 12345], ["12 345", 12345]] as const) expect(positionIn(text)).toBe(number);
  for (const text of ["", "0", "-1", "1.5", "one", "1e3", "9".repeat(16)]) expect(positionIn(text)).toBeNull();
});
