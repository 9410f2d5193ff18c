// The axis of time: days as parts of its length, with the school years marked. They begin on 1 September.
import type { Span } from "./spans";

export interface Axis {
  from: string;
  until: string;
  /** 0 at its beginning, 1 at its end. */
  at: (day: string) => number;
  years: { label: string; day: string }[];
}

const number = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The year in which the school year of this day began. */
function schoolYear(day: string): number {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month >= 9 ? year : year - 1;
}

const label = (year: number) => `${year}/${String((year + 1) % 100).padStart(2, "0")}`;

/** From the school year in which the first begins to the last day of all, or today. */
export function axisOf(spans: Span[], today: string): Axis {
  const first = schoolYear([today, ...spans.map((span) => span.from)].sort()[0]!);
  const until = [today, ...spans.map((span) => span.until)].sort().at(-1)!;
  const last = schoolYear(until);
  const from = `${first}-09-01`;
  const length = Math.max(1, number(until) - number(from));
  const years = Array.from({ length: last - first + 1 }, (_, index) => ({ label: label(first + index), day: `${first + index}-09-01` }));
  return { from, until, years, at: (day) => (number(day) - number(from)) / length };
}
