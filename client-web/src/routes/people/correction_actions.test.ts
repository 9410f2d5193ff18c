import { expect, it } from "vitest";
import type { Role } from "../../api/types";
import { correctDays } from "./correction_actions";

const lead: Role = { role: "lead", place: "100001" };
const today = "2026-11-22";
const ended = { name: "Former lead", from: "2024-09-01", ended_on: "2026-09-01" };
const goesOn = { name: "Lead", from: "2026-09-01" };
const texts = (faults: { text: string }[]) => faults.map(({ text }) => text);

it("begins from the days that stand, the last one being the day before the end", () => {
  expect(correctDays(ended, lead, false, today)).toMatchObject({
    title: "Correct the days of Former lead as lead, from 1 September 2024 to 31 August 2026",
    blank: { from: "2024-09-01", last: "2026-08-31", never: "" },
  });
  expect(correctDays(goesOn, lead, false, today).blank).toEqual({ from: "2026-09-01", last: "", never: "" });
});

it("says which time is meant by its first day as it stands, and its end as the first day without the post", () => {
  const { body } = correctDays(ended, lead, false, today);
  expect(body({ from: "2024-10-01", last: "2026-07-31", never: "" })).toEqual({ role: lead, given: "2024-09-01", from: "2024-10-01", ended_on: "2026-08-01" });
  expect(body({ from: "2024-09-01", last: "", never: "" })).toEqual({ role: lead, given: "2024-09-01", from: "2024-09-01" });
});

it("whoever never held it gave it up on its first day, whatever days are typed", () => {
  const { body, check } = correctDays(goesOn, lead, false, today);
  const values = { from: "", last: "2020-01-01", never: "yes" };
  expect(check(values)).toEqual([]);
  expect(body(values)).toEqual({ role: lead, given: "2026-09-01", from: "2026-09-01", ended_on: "2026-09-01" });
});

it("wants other days than stand, the first of them, and in order; one day will do", () => {
  const { check } = correctDays(ended, lead, false, today);
  const faults = (from: string, last: string) => texts(check({ from, last, never: "" }));
  expect(faults("2024-09-01", "2026-08-31")).toEqual(["Nothing is changed yet: correct what is wrong"]);
  expect(faults("", "")).toEqual(["Enter the first day"]);
  expect(faults("2026-09-02", "2026-09-01")).toEqual(["Enter a last day that is not before the first"]);
  expect(faults("2026-09-02", "2026-09-02")).toEqual([]);
});

it("one that was ended on its first day is one that was never held, until days are given", () => {
  const { blank, check, body } = correctDays({ ...goesOn, ended_on: goesOn.from }, lead, false, today);
  expect(blank).toEqual({ from: "2026-09-01", last: "", never: "yes" });
  expect(texts(check({ ...blank }))).toEqual(["Nothing is changed yet: correct what is wrong"]);
  expect(check({ ...blank, never: "" })).toEqual([]);
  expect(body({ ...blank, never: "" })).toEqual({ role: lead, given: "2026-09-01", from: "2026-09-01" });
});

it("several times of one person keep their drafts apart, and one's own come with a warning", () => {
  expect(correctDays(ended, lead, false, today).apart).not.toBe(correctDays(goesOn, lead, false, today).apart);
  expect([correctDays(goesOn, lead, true, today).warning !== undefined, correctDays(goesOn, lead, false, today).warning]).toEqual([true, undefined]);
});
