// What is overdue, in words: how many steps, never whose.
import type { OverdueCounts } from "../api/types";
import { count } from "./dates";

const kinds: [keyof OverdueCounts, string, string][] = [
  ["visits", "a visit", "visits"],
  ["reviews", "a review", "reviews"],
  ["partnerships", "a partnership", "partnerships"],
  ["meetings", "a meeting", "meetings"],
];

export const overdueSteps = (counts: OverdueCounts): number => kinds.reduce((sum, [kind]) => sum + counts[kind], 0);

/** "3 steps are overdue: 2 of visits, 1 of a review." */
export function sayOverdue(counts: OverdueCounts): string {
  const steps = overdueSteps(counts);
  if (steps === 0) return "Nothing is overdue.";
  const owed = kinds.filter(([kind]) => counts[kind] > 0);
  const parts = owed.map(([kind, one, many]) => `${counts[kind].toLocaleString("en-GB")} of ${counts[kind] === 1 ? one : many}`);
  return steps === 1 ? `1 step is overdue, of ${owed[0]?.[1]}.` : `${count(steps, "step")} are overdue: ${parts.join(", ")}.`;
}

/** Of whose steps a reader is told more than how many. */
export type Sees = "all" | "clusters" | "own" | "none";

/** Who sees what, to whoever reads it. */
export function sayWhoSees(sees: Sees, what: "network" | "cluster"): string {
  switch (sees) {
    case "all":
      return `You coordinate this ${what}, so you see what is overdue at each of its schools. A school sees its own; everybody else sees only how many.`;
    case "clusters":
      return "You coordinate a part of this network, so you see what is overdue at the schools of that part. A school sees its own; everybody else sees only how many.";
    case "own":
      return "You see what is overdue at your own school. The coordinator sees it of all schools; everybody else sees only how many.";
    default:
      return "What is overdue is shown to the school that is to do it and to the coordinator. You see how many.";
  }
}

/** "12 days late". This computer's day may be behind the server's, which says that it is overdue: then one. */
export function sayLate(due: string, today: string): string {
  return `${count(daysLate(due, today), "day")} late`;
}

export const daysLate = (due: string, today: string): number => Math.max(1, Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000));
