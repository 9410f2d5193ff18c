// When a school is open, in words: whose terms it has, what a closed day is, how many days it opens.
import type { Closed, TermCalendar, WhoseDays, YearOfSchool } from "../api/types";
import { count, listOf, sayDay } from "./dates";
import { countWeekdays, saySchoolYear } from "./months";

/** Schools in England open on as many days. */
export const open_days_usual = 190;

export const closedKinds: Record<Closed, string> = {
  holiday: "Holiday",
  inset: "INSET day",
  blocked: "No visits or reviews",
};

export const whoseDays: Record<WhoseDays, string> = {
  authority: "Local authority",
  trust: "Trust",
  school: "The school itself",
};

/** Before what is a calendar's: "the local authority’s 2026/27". */
export const sayWhoseYear = (of: WhoseDays, year: number) =>
  `${of === "school" ? "the school’s own" : `the ${whoseDays[of].toLowerCase()}’s`} ${saySchoolYear(year)}`;

type Named = Pick<TermCalendar, "of" | "name">;

/** "The terms are those of the local authority (Bristol) and provisional: they may still change." */
export function sayWhose({ of, provisional, year }: YearOfSchool, calendars: Named[]): string {
  if (!of) return `No terms are known for ${saySchoolYear(year)} yet.`;
  const name = calendars.find((calendar) => calendar.of === of)?.name;
  const whose = of === "school" ? "the school’s own" : `those of the ${whoseDays[of].toLowerCase()}${name ? ` (${name})` : ""}`;
  return `The terms are ${whose} and ${provisional ? "provisional: they may still change" : "confirmed"}.`;
}

/** How many days it opens, held against what is usual. Too many: mostly INSET days that nobody has entered. */
export function sayOpenDays({ open_days }: YearOfSchool): string {
  const said = `The school opens on ${count(open_days, "day")}`;
  if (open_days === open_days_usual) return `${said}, as many as is usual in England.`;
  const usual = `${said}; ${open_days_usual} is usual in England.`;
  return open_days > open_days_usual ? `${usual} Perhaps its INSET days are still to be entered.` : usual;
}

/** "3 terms, 3 holidays and 5 INSET days"; what is closed for single days is counted in days. */
export function sayRows({ terms, closed }: Pick<YearOfSchool, "terms" | "closed">): string {
  const of = (kind: Closed) => closed.filter((row) => row.closed === kind);
  const days = (kind: Closed) => of(kind).reduce((sum, { first, last }) => sum + countWeekdays(first, last), 0);
  const parts = [
    [terms.length, "term", "terms"],
    [of("holiday").length, "holiday", "holidays"],
    [days("inset"), "INSET day", "INSET days"],
    [days("blocked"), "day without visits or reviews", "days without visits or reviews"],
  ] as const;
  return listOf(parts.filter(([number]) => number > 0).map(([number, one, many]) => count(number, one, many))) || "Nothing";
}

/** "There is no school at Ashton Park on Tuesday 27 October 2026 (autumn half-term)": days and schools as people say them. */
export const sayNoSchool = (detail: string, nameOf: (urn: string) => string): string =>
  detail.replaceAll(/\d{4}-\d{2}-\d{2}/g, sayDay).replaceAll(/\bSchool (\d{5,7})\b/g, (_, urn: string) => nameOf(urn));

/** The day that such a refusal is about; none where it is about no day. */
export const dayOf = (detail: string): string | undefined => /\d{4}-\d{2}-\d{2}/.exec(detail)?.[0];
