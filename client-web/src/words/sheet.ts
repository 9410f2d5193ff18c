// What both sides of a visit tell each other before its day, in words.
import type { Personal, VisitDetail } from "../api/types";
import { dayFrom, sayDay } from "./dates";
import { sayName } from "./people";

/** So long after the day of a visit the server still shows what was written for it. */
const shown_for_days = 28;

/** Who may not read what the schools wrote does not get it; who may has a list, if an empty one. */
export const mayRead = ({ practices }: Partial<Pick<VisitDetail, "practices">>) => practices !== undefined;

/** Before a day is set neither school writes anything for it. */
export const isComing = ({ stage }: Pick<VisitDetail, "stage">) => stage === "dated";

/** What was written for the day, if anything, is no longer shown. */
export function sheetOver({ day, sheet, visitors }: Pick<VisitDetail, "day" | "sheet" | "visitors">, today: string): boolean {
  return !sheet && !visitors && day !== undefined && today > dayFrom(day, shown_for_days);
}

/** Visitors are written a name a line. */
export function visitorsOf(text: Personal | undefined): string[] {
  if (typeof text !== "string") return [];
  return text.split("\n").map((name) => name.trim()).filter(Boolean);
}

type Sides = Pick<VisitDetail, "guest" | "host">;

export function sayNoSheet({ guest, host }: Sides, mySchools: string[]): string {
  if (mySchools.includes(host)) return "You have not said yet where your guests arrive.";
  return mySchools.includes(guest) ? "The host has not said yet where you arrive." : "The host has not said yet where its guests arrive.";
}

export function sayNoVisitors({ guest }: Sides, mySchools: string[]): string {
  return mySchools.includes(guest) ? "You have not said yet who comes." : "The guest has not said yet who comes.";
}

type Checked = Pick<VisitDetail, "visitors" | "checks_confirmed_by">;

/** "Alex Reed, on Monday 9 March 2026"; nothing where nobody has confirmed the checks. */
function confirmed({ visitors, checks_confirmed_by }: Checked): string {
  if (!visitors?.checks_confirmed_by) return "";
  const on = visitors.checks_confirmed_on ? `, on ${sayDay(visitors.checks_confirmed_on)}` : "";
  const name = typeof checks_confirmed_by === "string" ? checks_confirmed_by : sayName(checks_confirmed_by).toLowerCase();
  return name + on;
}

/** Of the checks that the law asks for on whoever comes to a school. */
export function sayChecks(visit: Checked): string {
  const by = confirmed(visit);
  return by ? `Confirmed by ${by}` : "Not confirmed yet";
}

/** The same as a sentence to whoever opens the door. */
export function declareChecks(visit: Checked, guest: string): string {
  const by = confirmed(visit);
  if (!by) return `${guest} has not confirmed that the checks that the law asks for were made.`;
  return `${guest}, as their employer, confirms that the checks that the law asks for were made (confirmed by ${by}).`;
}
