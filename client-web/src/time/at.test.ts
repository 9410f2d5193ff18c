import { expect, it } from "vitest";
import { addressAt, hasPast, readAt } from "./at";

it.each([
  ["4711", { is: "position", position: 4711 }],
  ["2026-03-12", { is: "day", day: "2026-03-12" }],
  ["2026-03-12T09:14:00Z", { is: "instant", instant: "2026-03-12T09:14:00Z" }],
  ["2026-02-30", { is: "none" }],
  ["0", { is: "none" }],
  ["-3", { is: "none" }],
  ["1e3", { is: "none" }],
  ["yesterday", { is: "none" }],
  ["Thursday", { is: "none" }],
])("reads what an address asks for: %s", (text, at) => expect(readAt(text)).toEqual(at));

it("knows the pages that have a past", () => {
  for (const path of ["/clusters/clu_1", "/networks/net_1", "/schools/145398", "/visits/vis_1", "/meetings/mee_1", "/visits", "/reviews", "/schools/145398/ledger", "/schools/145398/term-dates"]) expect(hasPast(path), path).toBe(true);
  for (const path of ["/", "/schools", "/schools/new", "/visits/new", "/visits/vis_1/letter", "/schools/145398/people", "/networks", "/record", "/me"]) expect(hasPast(path), path).toBe(false);
});

it("keeps the moment on the way to another page, and only where that has a past", () => {
  expect(addressAt("/schools/145398", "4711")).toBe("/schools/145398?at=4711");
  expect(addressAt("/clusters/clu_1?view=map&school=1", "2026-03-12")).toBe("/clusters/clu_1?view=map&school=1&at=2026-03-12");
  expect(addressAt("/visits/vis_1?at=3", "4711")).toBe("/visits/vis_1?at=3");
  expect(addressAt("/visits/new?host=1", "4711")).toBe("/visits/new?host=1");
  expect(addressAt("/schools/145398", "")).toBe("/schools/145398");
});
