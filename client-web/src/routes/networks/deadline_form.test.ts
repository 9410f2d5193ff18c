import { expect, it } from "vitest";
import type { Deadline } from "../../api/networks";
import { blankOf, faultsOf, ownOf } from "./deadline_form";

const rows: Deadline[] = [
  { duty: "answer_visit", working_days: 10, own: false },
  { duty: "record_visit", working_days: 7, own: true },
  { duty: "name_team", working_days: 10, own: false },
];
const typed = (part: Record<string, string>) => ({ ...blankOf(rows), ...part });

it("begins with the numbers that hold", () => {
  expect(blankOf(rows)).toEqual({ answer_visit: "10", record_visit: "7", name_team: "10" });
});

it("sends what was changed with what the network had set itself, and nothing that is usual", () => {
  expect(ownOf(rows, typed({ name_team: " 15 " }))).toEqual([{ duty: "record_visit", working_days: 7 }, { duty: "name_team", working_days: 15 }]);
  expect(ownOf(rows, typed({ record_visit: "5" }))).toEqual([{ duty: "record_visit", working_days: 5 }]);
});

it("leaves out what is to go back to the usual number", () => {
  expect(ownOf(rows, typed({ record_visit: "" }))).toEqual([]);
  expect(faultsOf(rows, typed({ record_visit: "" }))).toEqual([]);
  expect(ownOf(rows, typed({ answer_visit: "" }))).toEqual([{ duty: "record_visit", working_days: 7 }]);
});

it("takes whole numbers from 1 to 190", () => {
  for (const days of ["1", "190"]) expect(faultsOf(rows, typed({ answer_visit: days }))).toEqual([]);
  for (const days of ["0", "191", "-1", "2.5", "ten", "1e2"])
    expect(faultsOf(rows, typed({ answer_visit: days }))).toEqual([{ field: "answer_visit", text: "Answer the request for a visit: enter a whole number from 1 to 190" }]);
});

it("says at each field what is wrong with it", () => {
  const faults = faultsOf(rows, typed({ answer_visit: "0", name_team: "x" }));
  expect(faults.map(({ field }) => field)).toEqual(["answer_visit", "name_team"]);
  expect(new Set(faults.map(({ text }) => text)).size).toBe(2);
});

it("sends nothing that changes nothing", () => {
  const nothing = [{ field: null, text: "Nothing would change: change a number first" }];
  expect(faultsOf(rows, blankOf(rows))).toEqual(nothing);
  expect(faultsOf(rows, typed({ answer_visit: "" }))).toEqual(nothing);
  expect(faultsOf(rows, typed({ record_visit: "07" }))).toEqual(nothing);
});
