import { expect, it } from "vitest";
import type { OverdueCounts } from "../api/types";
import { daysLate, sayLate, sayOverdue, sayWhoSees } from "./overdue";

const counts = (part: Partial<OverdueCounts>): OverdueCounts => ({ visits: 0, reviews: 0, partnerships: 0, meetings: 0, ...part });

it("how many steps are overdue, and of what", () => {
  expect(sayOverdue(counts({ visits: 2, reviews: 1 }))).toBe("3 steps are overdue: 2 of visits, 1 of a review.");
  expect(sayOverdue(counts({ partnerships: 2, meetings: 1200 }))).toBe("1,202 steps are overdue: 2 of partnerships, 1,200 of meetings.");
  expect(sayOverdue(counts({ meetings: 1 }))).toBe("1 step is overdue, of a meeting.");
});

it("nothing overdue is said, too", () => {
  expect(sayOverdue(counts({}))).toBe("Nothing is overdue.");
});

it("days late are calendar days, over the change of clocks, too, and never none", () => {
  expect(daysLate("2026-03-27", "2026-03-30")).toBe(3);
  expect(sayLate("2026-03-08", "2026-03-09")).toBe("1 day late");
  expect(sayLate("2026-03-09", "2026-03-09")).toBe("1 day late");
});

it("tells each reader what they see, and what others do", () => {
  expect(sayWhoSees("all", "cluster")).toContain("You coordinate this cluster");
  expect(sayWhoSees("own", "network")).toContain("at your own school");
  for (const sees of ["all", "clusters", "own", "none"] as const) expect(sayWhoSees(sees, "network")).toContain("how many");
});
