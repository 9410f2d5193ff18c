import { expect, it } from "vitest";
import type { RebuildStatus } from "../api/types";
import { sayEarlier, sayFar, sayFolding, sayLive, sayRebuilt, sayRefused } from "./views";

const rebuild = (part: Partial<RebuildStatus>): RebuildStatus => ({ state: "never", folded: 0, of: 0, ...part });

it.each([
  [12408, 12408, "Event 12,408, the last one", "The pages are live: they show everything that is written down."],
  [12400, 12408, "Event 12,400 of 12,408", "The pages are catching up with what was just written down."],
  [0, 0, "Nothing has been written down yet", "The pages are live: they show everything that is written down."],
])("says how far the views are: %i of %i", (position, head, far, live) => {
  expect(sayFar({ position, head })).toBe(far);
  expect(sayLive({ position, head })).toBe(live);
});

it("says how far it is, and never more than there is", () => {
  expect(sayFolding(rebuild({ state: "folding", folded: 3400, of: 12408 }))).toBe("Event 3,400 of 12,408");
  const last = "Event 12,408 of 12,408: being compared with what the pages show";
  expect(sayFolding(rebuild({ state: "folding", folded: 12408, of: 12408 }))).toBe(last);
  expect(sayFolding(rebuild({ state: "folding", folded: 12500, of: 12408 }))).toBe(last);
});

it.each([
  ["right", { state: "swapped", of: 1204, differed: false }, true, "The pages were right", /last worked out anew, up to event 1,204, it came out as the pages had shown it/],
  ["different", { state: "swapped", of: 1204, differed: true }, false, "The pages differed from the record, and are put right", /tell whoever runs the server/],
  ["of another version", { state: "swapped", of: 1204 }, true, "The pages are as this version of Commonweal works them out", /after Commonweal was renewed/],
  ["failed", { state: "failed", failed_because: "record 7 is damaged." }, false, "It could not be done: the pages go on as before", /gives: record 7 is damaged\. Nothing of the record was changed\. Try it again/],
] as const)("says what came of it: %s", (_, part, good, title, line) => {
  const said = sayRebuilt(rebuild(part));
  expect([said?.good, said?.title]).toEqual([good, title]);
  expect(said?.lines.join(" ")).toMatch(line);
});

it("says nothing of what has not come to its end", () => {
  expect(sayRebuilt(rebuild({}))).toBeNull();
  expect(sayRebuilt(rebuild({ state: "folding" }))).toBeNull();
});

it("says that the pages are of an earlier version, and what to do where nothing is under way", () => {
  expect(sayEarlier({ current: true, rebuild: rebuild({}) })).toBe("");
  expect(sayEarlier({ current: false, rebuild: rebuild({ state: "folding" }) })).toMatch(/Everything is being worked out anew, by itself\.$/);
  expect(sayEarlier({ current: false, rebuild: rebuild({ state: "failed" }) })).toMatch(/earlier version had worked out\. Work everything out anew\.$/);
});

it("says why it could not be begun", () => {
  expect(sayRefused(rebuild({ state: "folding" }))).toMatch(/^Somebody else has just begun it/);
  expect(sayRefused(rebuild({ state: "swapped" }))).toMatch(/Whoever runs the server starts it again/);
});
