import { describe, expect, it } from "vitest";
import type { TermCalendar } from "../../api/types";
import { readRows, writeRows } from "./rows";
import { blankOf, sentOf, yearFaults } from "./year_form";

const terms = [{ name: "Autumn term", first: "2026-09-02", last: "2026-12-18" }, { name: "Spring term", first: "2027-01-04", last: "2027-03-25" }];
const closed = [{ first: "2026-11-27", last: "2026-11-27", closed: "inset" as const, name: "INSET day" }];
const authority: TermCalendar = { of: "authority", code: "801", name: "Bristol", version: 1, may: true, years: [{ year: 2026, provisional: true, terms, closed }] };
const school: TermCalendar = { ...authority, of: "school", years: [] };
const stands = blankOf(authority, 2026);

/** The form with one cell of a row otherwise. */
function typed(field: "terms" | "closed", index: number, part: object): Record<string, string> {
  return { ...stands, [field]: writeRows(readRows(stands[field] ?? "").map((row, at) => (at === index ? { ...row, ...part } : row))) };
}
const faults = (values: Record<string, string>, calendar = authority) => yearFaults(calendar, 2026, values).map(({ field, text }) => `${field}: ${text}`);

describe("the form of a year", () => {
  it("begins with what stands, and sends it again as it was", () => {
    expect(sentOf(authority, 2026, stands)).toEqual({ of: "authority", year: 2026, provisional: true, terms, closed });
    expect(readRows(stands.closed ?? "").map(({ last }) => last)).toEqual([""]);
    expect(faults(stands)).toEqual(["null: Nothing would change: change a day first"]);
  });
  it("begins with the usual three terms, a school’s with none", () => {
    expect(readRows(blankOf({ of: "trust", years: [] }, 2026).terms ?? "").map(({ name }) => name)).toEqual(["Autumn term", "Spring term", "Summer term"]);
    expect(blankOf(school, 2026)).toEqual({ terms: "", closed: "", provisional: "" });
  });
  it("takes a single closed day without a last day, and sorts closed days", () => {
    const values = { ...stands, closed: `${stands.closed}\nHalf-term\t2026-10-26\t2026-10-30\tholiday` };
    expect(faults(values)).toEqual([]);
    expect(sentOf(authority, 2026, values).closed.map(({ first, last }) => [first, last])).toEqual([["2026-10-26", "2026-10-30"], ["2026-11-27", "2026-11-27"]]);
  });
  it("lets a school send INSET days alone, and nothing; an authority has a term", () => {
    expect(faults({ ...stands, terms: "" }, school)).toEqual([]);
    expect(faults({ ...stands, terms: "" })).toEqual(["terms: Enter at least one term"]);
  });
});

describe("what is wrong is said at its field", () => {
  it("a name, a day or a kind that is missing", () => {
    expect(faults(typed("terms", 1, { name: " " }))).toEqual(["terms.1.name: Term 2: enter what it is called"]);
    expect(faults(typed("terms", 0, { first: "" }))).toEqual(["terms.0.first: Term 1: enter its first day"]);
    expect(faults(typed("terms", 0, { last: "" }))).toEqual(["terms.0.last: Term 1: enter its last day"]);
    expect(faults(typed("closed", 0, { closed: "" }))).toEqual(["closed.0.closed: Closed days 1: choose of what kind it is"]);
  });
  it("days the wrong way round, outside of the year, or in two terms", () => {
    expect(faults(typed("terms", 1, { last: "2027-01-01" }))).toEqual(["terms.1.last: Term 2: enter a last day that is not before the first"]);
    expect(faults(typed("closed", 0, { first: "2026-07-31" }))).toEqual(["closed.0.first: Closed days 1: Friday 31 July 2026 is not in 2026/27"]);
    expect(faults(typed("terms", 1, { last: "2027-08-01" }))).toEqual(["terms.1.last: Term 2: Sunday 1 August 2027 is not in 2026/27"]);
    expect(faults(typed("terms", 0, { last: "2027-01-04" }))).toEqual(["terms.1.first: Term 2: it begins before term 1 has ended"]);
  });
});

it("rows survive being kept as text, whatever somebody types", () => {
  const row = { name: "A\tB", first: "", last: "", closed: "inset" };
  expect(readRows(writeRows([row, row]))).toEqual([{ ...row, name: "A B" }, { ...row, name: "A B" }]);
  expect(readRows("")).toEqual([]);
});
