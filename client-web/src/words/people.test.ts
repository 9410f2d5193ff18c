import { expect, it } from "vitest";
import type { Deputising } from "../api/types";
import { sayComesAs, sayDeputy, sayHeld, sayNobodyLeft, sayRoles, sayScopes, sayVacant, sayYouActFor } from "./people";

const nameOf = () => "Ashton Park";
const acting: Deputising = { acts_for: "per_1", role: { role: "head", place: "100001" }, scopes: ["meetings", "visits"], from: "2026-03-02", until: "2026-07-20" };

it("what somebody is at a school, and nowhere else", () => {
  const roles = [["head", "100001"], ["lead", "100001"], ["lead", "100002"]].map(([role, place]) => ({ role, place })) as Parameters<typeof sayRoles>[0];
  expect(sayRoles(roles, "100001")).toBe("Head and lead");
  expect(sayRoles(roles, "100003")).toBe("");
});

it("for whom somebody acts, in what, and until when", () => {
  expect(sayYouActFor(acting, nameOf)).toBe("You act for the head of Ashton Park: visits and meetings, until Monday 20 July 2026");
  expect(sayScopes(["sign_off", "reviews"])).toBe("reviews and signing off");
});

it("from when somebody acts, where that is still to come", () => {
  expect(sayDeputy(acting, "2026-03-02")).toBe("visits and meetings, until Monday 20 July 2026");
  expect(sayDeputy(acting, "2026-03-01")).toBe("visits and meetings, from Monday 2 March 2026 until Monday 20 July 2026");
});

it("since when nobody holds a post, where that is known", () => {
  expect(sayVacant({ role: "lead", vacant_since: "2026-03-03" })).toBe("Nobody has been lead since Tuesday 3 March 2026");
  expect(sayVacant({ role: "head", vacant_since: "2026-03-03" }, "Ashton Park")).toBe("Nobody has been head of Ashton Park since Tuesday 3 March 2026");
  expect(sayVacant({ role: "lead" })).toBe("Nobody is lead");
  expect(sayNobodyLeft("Ashton Park")).toBe("Nobody is left at Ashton Park to do this");
});

it("from when until when somebody held a post: the last day is the one before it ended", () => {
  const said = (from: string, ended_on?: string) => sayHeld({ from, ...(ended_on ? { ended_on } : {}) }, "2026-11-22");
  expect(said("2024-09-01", "2026-09-01")).toBe("from 1 September 2024 to 31 August 2026");
  expect(said("2026-11-22")).toBe("since 22 November 2026");
  expect(said("2027-01-04")).toBe("from 4 January 2027");
  expect(said("2026-09-01", "2027-09-01")).toBe("from 1 September 2026 to 31 August 2027");
  expect(said("2026-09-01", "2026-09-02")).toBe("on 1 September 2026 alone");
  expect(said("2026-09-01", "2026-09-01")).toBe("for no day: it ended on 1 September 2026, the day on which it began");
});

it("what somebody comes in as, each once", () => {
  const lead = { role: "lead", place: "100001" } as const;
  expect(sayComesAs([lead, { ...lead, place: "100002" }], [])).toBe("lead");
  expect(sayComesAs([lead], [acting])).toBe("lead and deputy of the head");
  expect(sayComesAs([], [])).toBe("");
});
