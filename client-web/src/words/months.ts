// Months and school years. A month is written "2026-10"; a school year by the year in which it begins, on 1 August.
import { dayFrom, isWeekday, mondayOf } from "./dates";

const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const shortFormat = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** Monday first, as schools plan; what a narrow column has room for. */
export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** 0 for Monday. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

export const monthOf = (day: string): string => day.slice(0, 7);
export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string => dayFrom(firstDay(monthFrom(month, 1)), -1);

/** True for a month that exists, in the years that four digits write. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** So many months later; earlier where they are less than none. */
export function monthFrom(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** "October 2026". */
export const sayMonth = (month: string): string => monthFormat.format(new Date(`${firstDay(month)}T00:00:00Z`));

/** "Mon 26 Oct 2026": for tables and bars. */
export const sayShortDay = (day: string): string => shortFormat.format(new Date(`${day}T00:00:00Z`)).replace(",", "");

/** "Mon 26 Oct 2026 to Fri 30 Oct 2026"; of one day that day. */
export const sayFromTo = (first: string, last: string): string => (first === last ? sayShortDay(first) : `${sayShortDay(first)} to ${sayShortDay(last)}`);

/** The weeks of a month from Monday to Sunday; none where a week has days of another month. */
export function weeksOf(month: string): (string | null)[][] {
  const weeks = [];
  for (let monday = mondayOf(firstDay(month)); monday <= lastDay(month); monday = dayFrom(monday, 7))
    weeks.push(weekdays.map((_, index) => dayFrom(monday, index)).map((day) => (monthOf(day) === month ? day : null)));
  return weeks;
}

/** How many days from Monday to Friday there are from one day to another. */
export function countWeekdays(first: string, last: string): number {
  let days = 0;
  for (let day = first; day <= last; day = dayFrom(day, 1)) if (isWeekday(day)) days += 1;
  return days;
}

/** The school year in which a day is. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) < "08" ? 1 : 0);
export const firstOfYear = (year: number): string => `${year}-08-01`;
export const lastOfYear = (year: number): string => `${year + 1}-07-31`;
export const monthsOfYear = (year: number): string[] => Array.from({ length: 12 }, (_, index) => monthFrom(`${year}-08`, index));

/** "2026/27". */
export const saySchoolYear = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
