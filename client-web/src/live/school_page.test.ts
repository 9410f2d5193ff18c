import { expect, it } from "vitest";
import type { PartnershipSummary, SchoolPageChange, SchoolPageView, VisitSummary } from "../api/types";
import { applySchoolPageChange, listed_max } from "./school_page";

const visit = (id: string, stage: VisitSummary["stage"] = "requested"): VisitSummary => ({
  id, guest: "100001", host: "100002", network: "net_1", theme: "equity", stage, return_stage: "none", practices: 0, attested: false, version: 1, position: 1, changed: "2026-03-09T09:00:00Z",
});
const nothing: SchoolPageChange = { visits: [], reviews: [], partnerships: [], activity: [] };
const page = (visits: VisitSummary[]) => ({ school: "100001", open: true, position: 5, visits, reviews: [], partnerships: [], activity: [] }) as unknown as SchoolPageView;

it("replaces a visit where it stands", () => {
  const now = applySchoolPageChange(page([visit("vis_3"), visit("vis_2"), visit("vis_1")]), { ...nothing, visits: [visit("vis_2", "agreed")] }, 6);
  expect(now.visits.map(({ id, stage }) => [id, stage])).toEqual([["vis_3", "requested"], ["vis_2", "agreed"], ["vis_1", "requested"]]);
});

it("puts a new visit first, and one that had fallen off the list back in its place", () => {
  const now = applySchoolPageChange(page([visit("vis_5"), visit("vis_3")]), { ...nothing, visits: [visit("vis_4"), visit("vis_6")] }, 6);
  expect(now.visits.map(({ id }) => id)).toEqual(["vis_6", "vis_5", "vis_4", "vis_3"]);
});

it("keeps as many as the server lists", () => {
  const full = Array.from({ length: listed_max }, (_, index) => visit(`vis_${900 - index}`));
  const now = applySchoolPageChange(page(full), { ...nothing, visits: [visit("vis_901")] }, 6);
  expect(now.visits).toHaveLength(listed_max);
  expect(now.visits[0]?.id).toBe("vis_901");
});

it("keeps what a change does not speak of", () => {
  const now = applySchoolPageChange(page([]), { ...nothing, open: false }, 6);
  expect(now.open).toBe(false);
  expect(now.school).toBe("100001");
});

it("follows what the school came from, what followed it and its groups, and keeps them otherwise", () => {
  const groups = [{ code: "2044", name: "Severn Trust", kind: "multi_academy_trust" as const }];
  const successors = [{ school: "100002", change: "conversion" as const, handed_on: false }];
  const predecessors = [{ school: "100009", name: "Old Ashton", change: "merger" as const }];
  const now = applySchoolPageChange(page([]), { ...nothing, groups, successors, predecessors }, 6);
  expect([now.groups, now.successors, now.predecessors]).toEqual([groups, successors, predecessors]);
  const later = applySchoolPageChange(now, { ...nothing, open: false }, 7);
  expect([later.groups, later.successors, later.predecessors]).toEqual([groups, successors, predecessors]);
});

it("no longer has what went to the school that followed", () => {
  const gone = { ...visit("vis_1"), guest: "100003" };
  const now = applySchoolPageChange(page([visit("vis_2"), visit("vis_1")]), { ...nothing, visits: [gone] }, 6);
  expect(now.visits.map(({ id }) => id)).toEqual(["vis_2"]);
});

it("follows partnerships as it follows visits: newest first, and as many", () => {
  const partnership = (id: string, stage: PartnershipSummary["stage"] = "proposed") => ({ id, school: "100001", partner: "100002", stage }) as PartnershipSummary;
  const full = Array.from({ length: listed_max }, (_, index) => partnership(`par_${900 - index}`));
  const now = applySchoolPageChange({ ...page([]), partnerships: full }, { ...nothing, partnerships: [partnership("par_899", "active"), partnership("par_901")] }, 6);
  expect(now.partnerships).toHaveLength(listed_max);
  expect(now.partnerships.slice(0, 3).map(({ id, stage }) => [id, stage])).toEqual([["par_901", "proposed"], ["par_900", "proposed"], ["par_899", "active"]]);
  expect(applySchoolPageChange(now, nothing, 7).partnerships).toBe(now.partnerships);
});
