// The form of one year of a calendar: what it begins with, what is wrong in it, and what is sent.
import type { Closed, SchoolYear, SetTermDates, TermCalendar } from "../../api/types";
import type { FieldError, Values } from "../../stores/form.svelte";
import { blankRow, faultsOf, lastOf, orderFaults, readRows, writeRows } from "./rows";

const usual_terms = ["Autumn term", "Spring term", "Summer term"];

export const yearOf = (calendar: Pick<TermCalendar, "years">, year: number): SchoolYear | undefined => calendar.years.find((each) => each.year === year);

/** A school mostly takes its terms from its trust or authority; for those the usual three wait for their days. */
function usualOf({ of }: Pick<TermCalendar, "of">, year: number): SchoolYear {
  const names = of === "school" ? [] : usual_terms;
  return { year, provisional: of !== "school", terms: names.map((name) => ({ name, first: "", last: "" })), closed: [] };
}

export function blankOf(calendar: Pick<TermCalendar, "of" | "years">, year: number): Values {
  const { terms, closed, provisional } = yearOf(calendar, year) ?? usualOf(calendar, year);
  return {
    terms: writeRows(terms.map((term) => ({ ...blankRow, ...term }))),
    closed: writeRows(closed.map((row) => ({ ...row, last: row.last === row.first ? "" : row.last }))),
    provisional: provisional ? "yes" : "",
  };
}

export function yearFaults(calendar: Pick<TermCalendar, "of" | "years">, year: number, values: Values): FieldError[] {
  const faults = [...faultsOf(values, "terms", "Term", year), ...faultsOf(values, "closed", "Closed days", year)];
  if (faults.length > 0) return faults;
  if (calendar.of !== "school" && readRows(values.terms ?? "").length === 0) return [{ field: "terms", text: "Enter at least one term" }];
  const stands = yearOf(calendar, year);
  const same = stands !== undefined && JSON.stringify(sentOf(calendar, year, blankOf(calendar, year))) === JSON.stringify(sentOf(calendar, year, values));
  return same ? [{ field: null, text: "Nothing would change: change a day first" }] : orderFaults(values);
}

/** Closed days in the order in which they come, however they were typed. */
export function sentOf({ of }: Pick<TermCalendar, "of">, year: number, values: Values): SetTermDates {
  const terms = readRows(values.terms ?? "").map((row) => ({ name: row.name.trim(), first: row.first, last: row.last }));
  const closed = readRows(values.closed ?? "")
    .map((row) => ({ first: row.first, last: lastOf(row), closed: row.closed as Closed, name: row.name.trim() }))
    .sort((a, b) => a.first.localeCompare(b.first));
  return { of, year, provisional: values.provisional === "yes", terms, closed };
}
