import { expect, it } from "vitest";
import type { YearOfSchool } from "../../api/types";
import { daysOf, rowsOf } from "./year_days";

const year: YearOfSchool = {
  year: 2026,
  of: "authority",
  provisional: false,
  terms: [{ name: "Autumn term", first: "2026-09-02", last: "2026-12-18" }, { name: "Spring term", first: "2027-01-04", last: "2027-03-25" }],
  closed: [
    { name: "Test week", first: "2026-10-19", last: "2026-10-30", closed: "blocked" },
    { name: "Half-term", first: "2026-10-26", last: "2026-10-30", closed: "holiday" },
    { name: "INSET", first: "2026-09-02", last: "2026-09-02", closed: "inset" },
  ],
  open_days: 120,
};
const kindOf = daysOf(year, [{ day: "2026-12-25", name: "Christmas Day" }, { day: "2026-10-25", name: "On a Sunday" }]);
const kinds = (...days: string[]) => days.map((day) => kindOf(day).kind);

it("between the terms, before and after them it is holiday", () => {
  expect(kinds("2026-08-31", "2026-12-21", "2027-01-01", "2027-03-26")).toEqual(["holiday", "holiday", "holiday", "holiday"]);
  expect(kinds("2026-09-03", "2026-12-18", "2027-01-04")).toEqual(["term", "term", "term"]);
  expect(kindOf("2027-03-25").name).toBe("Spring term");
});

it("closed days are closed in a term, a holiday before a block", () => {
  expect(kindOf("2026-09-02")).toEqual({ kind: "inset", name: "INSET" });
  expect(kindOf("2026-10-23")).toEqual({ kind: "blocked", name: "Test week" });
  expect(kindOf("2026-10-26")).toEqual({ kind: "holiday", name: "Half-term" });
});

it("weekends and bank holidays are what they are", () => {
  expect(kinds("2026-10-24", "2026-10-25", "2026-12-25")).toEqual(["weekend", "weekend", "bank_holiday"]);
});

it("rows come in the order of days, what lasts longer first", () => {
  expect(rowsOf(year).map(({ name }) => name)).toEqual(["Autumn term", "INSET", "Test week", "Half-term", "Spring term"]);
});
