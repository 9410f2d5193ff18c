// What the bars say in words.
import { count, listOf } from "../../../words/dates";
import { partnershipStages } from "../../../words/stages";
import { monthsBetween, type Span } from "./spans";

const shortFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** "4 Nov 2025": for a table of many days. */
export const shortDay = (day: string): string => shortFormat.format(new Date(`${day}T00:00:00Z`));

/** "14 months", "less than a month". */
export function sayMonths(from: string, until: string): string {
  const months = monthsBetween(from, until);
  return months === 0 ? "less than a month" : count(months, "month");
}

/** "7 partnerships are active; the longest has lasted 14 months. 3 have ended." Nobody is named. */
export function sayTime(spans: Span[]): string {
  if (spans.length === 0) return "No partnership yet.";
  const of = (stage: string) => spans.filter(({ partnership }) => partnership.stage === stage);
  const active = of("active");
  const longest = active.flatMap(({ began, from }) => began ?? from).sort()[0];
  const parts = [
    active.length === 0 ? "No partnership is active" : `${count(active.length, "partnership")} ${active.length === 1 ? "is" : "are"} active`,
    active.length === 1 ? "; it has lasted " : active.length > 1 ? "; the longest has lasted " : "",
    longest ? sayMonths(longest, active[0]!.until) : "",
  ].join("");
  const others = (["proposed", "paused", "ended", "declined", "withdrawn"] as const).flatMap((stage) => {
    const number = of(stage).length;
    return number === 0 ? [] : [`${number.toLocaleString("en-GB")} ${partnershipStages[stage].toLowerCase()}`];
  });
  return others.length > 0 ? `${parts}. Besides, ${listOf(others)}.` : `${parts}.`;
}

/** "Active, 14 months, 3 activities": what stands at a bar. */
export function saySpan({ partnership, from, began, until }: Span): string {
  const { stage, activities } = partnership;
  const lasted = began ? sayMonths(began, until) : stage === "proposed" ? `${sayMonths(from, until)} ago` : "";
  const done = activities > 0 ? count(activities, "activity", "activities") : "";
  return [partnershipStages[stage], lasted, done].filter(Boolean).join(", ");
}

export const sayUndrawn = (number: number): string =>
  number === 0 ? "" : `${count(number, "partnership")} whose days are not known ${number === 1 ? "is" : "are"} in the list, not here.`;
