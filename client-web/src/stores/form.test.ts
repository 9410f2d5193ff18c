import { beforeEach, expect, it } from "vitest";
import { Refused } from "../api/problem";
import { Form, type Values } from "./form.svelte";
import { names } from "./names.svelte";

names.learn([{ school: "145398", name: "Ashton Park" }]);
beforeEach(() => localStorage.clear());

const words = "There is no school at Ashton Park on 2026-10-27 (autumn half-term): choose another day, or put its term dates right.";
const said = words.replace("2026-10-27", "Tuesday 27 October 2026");
const no = (rule: string, detail: string) => new Refused({ type: `/problems/refusal/${rule}`, title: "A rule says no", status: 422, detail });

async function refused(values: Values, detail = words, rule = "not-a-school-day") {
  const form = new Form("visit.set-day", values);
  await form.send(() => [], () => Promise.reject(no(rule, detail)));
  return form.errors;
}

it("says at the field with the day that a school is closed then", async () => {
  expect(await refused({ day: "2026-10-27", reason: "" })).toEqual([{ field: "day", text: said }]);
  expect(await refused({ day1: "2026-10-23", day2: "2026-10-27", day3: "" })).toEqual([{ field: "day2", text: said }]);
  expect(await refused({ cluster: "clu_1", days: "2026-10-23 2026-10-27" })).toEqual([{ field: "days", text: said }]);
});

it("says of the whole what is about no field: a school that has closed for good", async () => {
  expect(await refused({ day: "2026-10-27" }, "School 145398 is closed.", "school-closed")).toEqual([{ field: null, text: "Ashton Park is closed." }]);
  expect(await refused({ host: "145398" })).toEqual([{ field: null, text: said }]);
});
