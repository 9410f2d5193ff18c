import { expect, it } from "vitest";
import type { ReviewDetail } from "../../api/types";
import { reviewActions } from "./actions";
import { correctHeld } from "./correction_actions";

const today = "2026-03-20";
const review = { id: "rev_1", host: "H", reviewing_school: "R", stage: "held", days: ["2026-03-09", "2026-03-10"], may: ["correct-held", "draft-report"] } as unknown as ReviewDetail;
const texts = (faults: { text: string }[]) => faults.map(({ text }) => text);

it("a review took place on other days, or not at all", () => {
  const { body } = correctHeld(review, today);
  expect(body({ took_place: "yes", day1: "2026-03-11", day2: "", day3: "", reason: "Snow." })).toEqual({ took_place: true, days: ["2026-03-11"], reason: "Snow." });
  expect(body({ took_place: "no", day1: "2026-03-09", day2: "2026-03-10" })).toEqual({ took_place: false, days: [] });
});

it("begins from the days that stand, and wants others, in order", () => {
  const { check, blank } = correctHeld(review, today);
  expect(blank).toEqual({ day1: "2026-03-09", day2: "2026-03-10", day3: "" });
  expect(texts(check({ ...blank, took_place: "" }))).toEqual(["Say whether the review took place"]);
  expect(texts(check({ ...blank, took_place: "yes" }))).toEqual(["Enter days other than the present ones"]);
  expect(texts(check({ took_place: "yes", day1: "2026-03-10", day2: "2026-03-09" }))).toEqual(["Enter the days in order, each later than the one before"]);
  expect(check({ took_place: "yes", day1: "2026-03-09" })).toEqual([]);
  expect(check({ ...blank, took_place: "no" })).toEqual([]);
});

it("is offered after what is to be done", () => {
  expect(reviewActions(review, today).map(({ command, first }) => [command, first])).toEqual([["draft-report", true], ["correct-held", false]]);
});
