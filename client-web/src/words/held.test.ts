import { describe, expect, it } from "vitest";
import type { HeldEvent } from "../api/types";
import type { Lookup } from "./activity";
import { byDay, fieldsOf, sayAccount, sayHeldEvent, sayHowEntered, sayRoleAt, type Whose } from "./held";
import { sayKind } from "./held_kinds";

const look: Lookup = {
  school: (urn) => ({ "100001": "Ashton Park", "100002": "Glory Farm" })[urn] ?? `School ${urn}`,
  theme: (code) => (code === "equity" ? "Equity" : code),
  cluster: () => "Severn cluster",
  network: () => "South West",
};
const mine: Whose = { id: "per_1", name: "Lead, Ashton Park", mine: true };
const theirs: Whose = { ...mine, mine: false };
const happened = (kind: string, event: Record<string, unknown> = {}, said: HeldEvent["said"] = { entered_by: "per_1", how: "live" }, position = 1): HeldEvent => ({
  position, recorded: "2026-03-09T09:00:00Z", kind, said, event,
});
const fields = (event: Record<string, unknown>, whose = mine) => fieldsOf(happened("x", event), whose, look).map(({ name, value }) => `${name}: ${value}`);

describe("the account", () => {
  it("is told to its owner in sentences", () => {
    expect(sayAccount({ password: true, sessions: 2, tokens: 0 }, mine)).toEqual([
      "You have a password. Commonweal keeps only a check of it, from which it cannot be read.",
      "You are signed in at 2 places at present.",
      "No program acts in your name.",
    ]);
  });
  it("and to an administrator of somebody else", () => {
    expect(sayAccount({ password: false, sessions: 0, tokens: 1 }, theirs)).toEqual([
      "Lead, Ashton Park has no password.", "Lead, Ashton Park is signed in nowhere.", "1 program acts in their name.",
    ]);
    expect(sayAccount({ password: false, sessions: 0, tokens: 0 }, { id: "per_1", name: { erased: true }, mine: false })[0]).toBe("Somebody whose name was erased has no password.");
  });
});

describe("an event", () => {
  it("says what happened, to whom", () => {
    const given = happened("person-role-given", { person: "per_1" });
    expect([sayHeldEvent(given, mine), sayHeldEvent(given, theirs)]).toEqual(["You took up a role", "Lead, Ashton Park took up a role"]);
    expect(sayHeldEvent(happened("person-deputy-named", { person: "per_2", acts_for: "per_1" }), mine)).toBe("Somebody became a deputy");
    expect(sayHeldEvent(happened("visit-requested"), mine)).toBe("A visit was asked for");
    expect(sayKind("something-new-happened", "You")).toBe("Something new happened");
  });
  it("says who entered it, for whom, and when it happened", () => {
    const said = (of: HeldEvent["said"], whose = mine) => sayHowEntered(happened("visit-held", {}, of), whose);
    expect(said({ entered_by: "per_1", how: "live" })).toBe("entered by you");
    expect(said({ entered_by: "per_1", how: "live" }, theirs)).toBe("entered by Lead, Ashton Park");
    expect(said({ entered_by: "per_2", on_behalf_of: "per_1", how: "live", happened: { day: "2026-03-06" } })).toBe(
      "entered by somebody else for you; it happened on Friday 6 March 2026",
    );
    expect(said({ entered_by: "per_2", how: "imported" })).toBe("taken from a list by somebody else");
    expect(said({ entered_by: "per_2", how: "by_policy" })).toBe("entered by Commonweal itself");
  });
  it("says its fields by the names of things, and leaves out whom it is about", () => {
    expect(fields({ person: "per_1", role: { role: "lead", place: "100001" }, from: "2026-03-09" })).toEqual(["Role: lead of Ashton Park", "From: Monday 9 March 2026"]);
    expect(fields({ visit: "vis_9", guest: "100001", host: "100002", network: "net_1", clusters: ["clu_1"], theme: "equity" })).toEqual([
      "Visit: page of the visit", "Guest: Ashton Park", "Host: Glory Farm", "Network: South West", "Clusters: Severn cluster", "Theme: Equity",
    ]);
    expect(fieldsOf(happened("x", { visit: "vis_9" }), mine, look)[0]?.href).toBe("/visits/vis_9");
    expect(fields({ person: "per_2", acts_for: "per_1" })).toEqual(["Who: somebody else", "For whom: you"]);
  });
  it("says whose side wrote", () => {
    expect(fields({ side: "school", activity: "A joint day" })).toEqual(["For which side: the school that proposed it", "Activity: A joint day"]);
  });
  it("keeps words as they were typed, and says of those that were erased that they were", () => {
    expect(fields({ note: "How you teach reading_aloud: 2, 3", reason: { erased: true } })).toEqual(["Note: How you teach reading_aloud: 2, 3", "Reason: erased"]);
  });
  it("says what has parts part by part, and nothing of what says nothing", () => {
    expect(fields({ team: [{ reviewer: "per_1", role: "lead" }, { reviewer: "per_2", role: "training" }] })).toEqual(["Team: Reviewer: you; Role: lead · Reviewer: somebody else; Role: training"]);
    expect(fields({ attendance: [{ school: "100001", presence: "in_person", substitute: false }], days: [], starts: "" })).toEqual([
      "Attendance: School: Ashton Park; Presence: in person; Substitute: no",
    ]);
    expect(fields({ scopes: ["visits", "sign_off"], days: ["2026-03-09", "2026-03-10"], why: "asked" })).toEqual([
      "For what: visits and sign off", "Days: Monday 9 March 2026 and Tuesday 10 March 2026", "Why: the person it is about asked for it",
    ]);
    expect(fieldsOf({ position: 1, recorded: "2026-03-09T09:00:00Z", kind: "unknown", said: { entered_by: "per_1", how: "live" } }, mine, look)).toEqual([]);
  });
});

it("a role is said with its place", () => {
  const said = [["lead", "100001"], ["coordinator", "net_1"], ["coordinator", "clu_1"], ["administrator", ""]] as const;
  expect(said.map(([role, place]) => sayRoleAt({ role, place }, look))).toEqual([
    "lead of Ashton Park", "coordinator of South West", "coordinator of Severn cluster", "administrator",
  ]);
});

it("events are told newest first, day by day as it was in London", () => {
  const at = (position: number, recorded: string) => ({ ...happened("x", {}, undefined, position), recorded });
  const days = byDay([at(1, "2026-07-08T22:30:00Z"), at(2, "2026-07-08T23:30:00Z"), at(3, "2026-07-09T08:00:00Z")]);
  expect(days.map(({ day, events }) => [day, events.map(({ position }) => position)])).toEqual([["2026-07-09", [3, 2]], ["2026-07-08", [1]]]);
});
