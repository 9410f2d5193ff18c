import { expect, it } from "vitest";
import type { ChangingSchool, SchoolChange, SchoolPageView } from "../api/types";
import { entry, schoolSummary } from "../testing/views";
import { sayEntry, type Lookup } from "./activity";
import { knownByNameAlone, sayChanging, sayGroup, sayWhatBecame, sayWhatFollowed } from "./lineage";
import { sayMissed } from "./missed";

const on = "2017-12-05";
const changes: SchoolChange[] = ["conversion", "merger", "amalgamation", "split", "registration"];

it("says what became of the school that one came from, and when", () => {
  expect(sayWhatBecame({ change: "conversion", on })).toBe(", which became an academy, on Tuesday 5 December 2017.");
  expect(sayWhatBecame({ change: "merger" })).toBe(", which merged into it.");
  expect(new Set(changes.map((change) => sayWhatBecame({ change }))).size).toBe(5);
});

it("says how one school followed another", () => {
  expect(sayWhatFollowed({ change: "conversion", on })).toBe(" when it became an academy, on Tuesday 5 December 2017.");
  expect(sayWhatFollowed({ change: "split" })).toBe(", one of those into which it was divided.");
  expect(new Set(changes.map((change) => sayWhatFollowed({ change }))).size).toBe(5);
});

it("says since when a school is in a trust, where that is known", () => {
  expect(sayGroup({ name: "Severn Trust", since: on })).toBe("Severn Trust, since Tuesday 5 December 2017");
  expect(sayGroup({ name: "Severn Trust" })).toBe("Severn Trust");
});

it("knows a school that the register’s list does not have", () => {
  const view = (open: boolean, type: string) => ({ open, details: { type, phase: "", local_authority: "" } }) as SchoolPageView;
  expect([knownByNameAlone(view(false, "")), knownByNameAlone(view(false, "Academy converter")), knownByNameAlone(view(true, ""))]).toEqual([true, false, false]);
});

it("says of a school that changes whether it has closed, and what followed it", () => {
  const row = (open: boolean, ...names: string[]): ChangingSchool => ({
    school: schoolSummary("100001", "Ashton Park", open), successors: names.map((name, at) => schoolSummary(`10000${at + 2}`, name)),
  });
  expect(sayChanging(row(false))).toBe("has closed");
  expect(sayChanging(row(false, "Glory Farm"))).toBe("has closed, and Glory Farm followed it");
  expect(sayChanging({ ...row(true, "Glory Farm", "Cooper") })).toBe("is followed by Glory Farm and Cooper");
});

const look: Lookup = {
  school: (urn) => ({ "100001": "Ashton Park", "100002": "Glory Farm" })[urn] ?? urn,
  theme: () => "Equity",
  cluster: () => "Severn cluster",
  network: () => "the network",
};

it("says what happened to schools, each in its place", () => {
  const said = (kind: string, schools = ["100001", "100002"]) => sayEntry({ ...entry(1, kind), schools }, look);
  expect(said("school-linked")).toBe("Ashton Park was named as the school that followed Glory Farm");
  expect(said("school-handed-on")).toBe("What goes from Ashton Park to Glory Farm was confirmed");
  expect(said("school-place-added", ["100001"])).toBe("Ashton Park was added, a place outside the register");
  expect(said("school-joined-group", ["100001"])).toBe("Ashton Park came to a trust or federation");
  expect(said("school-left-group", ["100001"])).toBe("Ashton Park left a trust or federation");
  expect(sayMissed([entry(1, "school-handed-on"), entry(2, "school-linked")])).toBe("1 school handed on and 1 school named as following another");
});

it("says what was corrected, and that something did not take place", () => {
  const said = (kind: string, days: string[], of: object) => sayEntry({ ...entry(1, kind), theme: "equity", days, ...of }, look);
  expect(said("visit-held-corrected", [on], { visit: "vis_1" })).toBe("The visit of Glory Farm to Ashton Park about equity was on Tuesday 5 December 2017: corrected");
  expect(said("visit-held-corrected", [], { visit: "vis_1" })).toBe("The visit of Glory Farm to Ashton Park about equity did not take place: corrected");
  expect(said("review-held-corrected", [], { review: "rev_1" })).toBe("The review of Glory Farm by Ashton Park did not take place: corrected");
  expect(said("partnership-activity-corrected", [on], { partnership: "par_1" })).toBe("What Ashton Park and Glory Farm did together on equity was corrected");
});

it("says of what was entered afterwards that it was", () => {
  const said = (kind: string, of: object) => sayEntry({ ...entry(1, kind), theme: "equity", days: [on], ...of }, look);
  expect(said("visit-attested", { visit: "vis_1" })).toBe("Glory Farm visited Ashton Park about equity on Tuesday 5 December 2017: entered afterwards");
  expect(said("review-attested", { review: "rev_1" })).toBe("Ashton Park reviewed Glory Farm on Tuesday 5 December 2017: entered afterwards");
  expect(said("partnership-attested", { partnership: "par_1" })).toBe("Ashton Park and Glory Farm work together on equity: entered afterwards");
});
