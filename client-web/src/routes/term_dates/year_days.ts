// What each day of a school year is at a school.
import type { Closed, Holiday, YearOfSchool } from "../../api/types";
import { isWeekday } from "../../words/dates";
import { closedKinds } from "../../words/term_dates";

export type DayKind = Closed | "term" | "weekend" | "bank_holiday";

export const dayKinds: Record<DayKind, string> = {
  term: "Term",
  ...closedKinds,
  bank_holiday: "Bank holiday",
  weekend: "Weekend",
};

export interface DayOfYear {
  kind: DayKind;
  /** What the term, the holiday or the closed day is called; empty where nobody named it. */
  name: string;
}

const weight: Record<Closed, number> = { holiday: 0, inset: 1, blocked: 2 };

/** Answers for each day of the year; what lies between the terms is holiday. */
export function daysOf(year: YearOfSchool, holidays: Holiday[]): (day: string) => DayOfYear {
  const closed = [...year.closed].sort((a, b) => weight[a.closed] - weight[b.closed]);
  const has = (day: string) => (row: { first: string; last: string }) => row.first <= day && day <= row.last;
  return (day) => {
    if (!isWeekday(day)) return { kind: "weekend", name: "" };
    const bank = holidays.find((holiday) => holiday.day === day);
    if (bank) return { kind: "bank_holiday", name: bank.name };
    const row = closed.find(has(day));
    if (row) return { kind: row.closed, name: row.name };
    const term = year.terms.find(has(day));
    return term ? { kind: "term", name: term.name } : { kind: "holiday", name: "" };
  };
}

/** Terms and closed days in the order in which they come. */
export interface YearRow {
  name: string;
  first: string;
  last: string;
  /** None: it is a term. */
  closed?: Closed;
}

export const rowsOf = ({ terms, closed }: Pick<YearOfSchool, "terms" | "closed">): YearRow[] =>
  [...terms, ...closed].sort((a, b) => a.first.localeCompare(b.first) || b.last.localeCompare(a.last));
