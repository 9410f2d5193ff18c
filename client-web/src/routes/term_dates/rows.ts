// Terms or closed days that are being typed, as one text value of a form: a line for each, its cells parted by tabs.
import type { FieldError, Values } from "../../stores/form.svelte";
import { isDay, sayDay } from "../../words/dates";
import { firstOfYear, lastOfYear, saySchoolYear } from "../../words/months";

export interface Row {
  name: string;
  first: string;
  /** Empty: the same day. */
  last: string;
  /** Of a closed day its kind; of a term empty. */
  closed: string;
}

export const blankRow: Row = { name: "", first: "", last: "", closed: "" };

export function readRows(text: string): Row[] {
  if (text === "") return [];
  return text.split("\n").map((line) => {
    const [name = "", first = "", last = "", closed = ""] = line.split("\t");
    return { name, first, last, closed };
  });
}

const cell = (text: string) => text.replaceAll(/[\t\n]/g, " ");
export const writeRows = (rows: Row[]): string => rows.map((row) => [row.name, row.first, row.last, row.closed].map(cell).join("\t")).join("\n");

/** Where the error of a cell stands. */
export const cellField = (field: string, index: number, name: keyof Row) => `${field}.${index}.${name}`;

export const lastOf = ({ first, last }: Row): string => last || first;

/** What is wrong with the rows of a year; `what` is what one of them is called. */
export function faultsOf(values: Values, field: "terms" | "closed", what: string, year: number): FieldError[] {
  return readRows(values[field] ?? "").flatMap((row, index) =>
    cellFaults(row, field === "closed", year).map(([name, text]) => ({ field: cellField(field, index, name), text: `${what} ${index + 1}: ${text}` })),
  );
}

function cellFaults(row: Row, kinds: boolean, year: number): [keyof Row, string][] {
  const faults: [keyof Row, string][] = [];
  const inside = (day: string) => firstOfYear(year) <= day && day <= lastOfYear(year);
  if (row.name.trim() === "") faults.push(["name", "enter what it is called"]);
  if (kinds && row.closed === "") faults.push(["closed", "choose of what kind it is"]);
  if (!isDay(row.first)) faults.push(["first", "enter its first day"]);
  else if (!inside(row.first)) faults.push(["first", outside(row.first, year)]);
  if (row.last && (!isDay(row.last) || row.last < row.first)) faults.push(["last", "enter a last day that is not before the first"]);
  else if (row.last && !inside(row.last)) faults.push(["last", outside(row.last, year)]);
  else if (!kinds && !row.last) faults.push(["last", "enter its last day"]);
  return faults;
}

const outside = (day: string, year: number) => `${sayDay(day)} is not in ${saySchoolYear(year)}`;

/** Terms follow one another: the first that begins before the one above it has ended. */
export function orderFaults(values: Values): FieldError[] {
  const terms = readRows(values.terms ?? "");
  const at = terms.findIndex((term, index) => index > 0 && term.first <= lastOf(terms[index - 1] ?? term));
  return at < 0 ? [] : [{ field: cellField("terms", at, "first"), text: `Term ${at + 1}: it begins before term ${at} has ended` }];
}
