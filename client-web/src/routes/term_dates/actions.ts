// What can be done with one year of a calendar besides changing its days: to confirm it, and to carry it on.
import type { CarryTermDates, SetTermDates, TermCalendar } from "../../api/types";
import type { Action } from "../../forms/action";
import { saySchoolYear } from "../../words/months";
import { sayWhoseYear } from "../../words/term_dates";
import { yearOf } from "./year_form";

export function yearActions(calendar: TermCalendar, year: number): Action[] {
  const stands = yearOf(calendar, year);
  if (!calendar.may || !stands) return [];
  return [...(stands.provisional ? [confirm(calendar, year)] : []), ...(yearOf(calendar, year + 1) ? [] : [carry(calendar, year)])];
}

const apartOf = ({ of }: TermCalendar, year: number) => `${of}.${year}`;

const confirm = (calendar: TermCalendar, year: number): Action => ({
  command: "set-term-dates",
  apart: apartOf(calendar, year),
  title: `Confirm ${sayWhoseYear(calendar.of, year)}`,
  lead: "The days stay as they are. Whoever plans by them then knows that they will not change.",
  asks: [],
  button: `Confirm ${saySchoolYear(year)}`,
  done: `${saySchoolYear(year)} is confirmed.`,
  first: false,
  exact: false,
  check: () => [],
  body: (): SetTermDates => ({ year, terms: [], closed: [], ...yearOf(calendar, year), of: calendar.of, provisional: false }),
});

const carry = (calendar: TermCalendar, year: number): Action => ({
  command: "carry-term-dates",
  apart: apartOf(calendar, year),
  title: `Carry ${sayWhoseYear(calendar.of, year)} on to ${saySchoolYear(year + 1)}`,
  lead: "Every term and closed day is taken over to the same weekday 52 weeks later, as provisional. Then correct what is otherwise.",
  asks: [],
  button: `Make ${saySchoolYear(year + 1)}`,
  done: `${saySchoolYear(year + 1)} is made from ${saySchoolYear(year)}. It is provisional: correct its days, then confirm it.`,
  first: false,
  exact: false,
  check: () => [],
  body: (): CarryTermDates => ({ of: calendar.of, year }),
});
