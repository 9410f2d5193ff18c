import { expect, it } from "vitest";
import type { ReviewDetail } from "../../api/types";
import { reviewActions } from "./actions";
import { correctAnswer, correctHeld, correctReport } from "./correction_actions";

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

const answered = { ...review, stage: "answered", accurate: true, strengths: "Kind.", even_better_if: "Tell parents.", comments: "Yes." } as ReviewDetail;

it("a report is put right from its own words, starting with strengths, and not sent as it was", () => {
  const { blank, check, body } = correctReport(answered);
  expect(blank).toEqual({ strengths: "Kind.", even_better_if: "Tell parents." });
  expect(texts(check({ strengths: "Kind. ", even_better_if: "Tell parents." }))).toEqual(["Nothing is changed yet: correct what is wrong"]);
  expect(texts(check({ strengths: " ", even_better_if: "Tell parents." }))).toEqual(["Write what is strong at this school"]);
  expect(check({ strengths: "Kind.", even_better_if: "" })).toEqual([]);
  expect(body({ strengths: " Kindly taught. ", even_better_if: "" })).toEqual({ strengths: "Kindly taught." });
});

it("an erased report is written anew, not found unchanged", () => {
  const { check } = correctReport({ ...answered, strengths: { erased: true } } as ReviewDetail);
  expect(texts(check({ strengths: "", even_better_if: "Tell parents." }))).toEqual(["Write what is strong at this school"]);
});

it("an answer is put right, also to say that something is not right, and what", () => {
  const { blank, check, body } = correctAnswer(answered);
  expect(blank).toEqual({ accurate: "yes", comments: "Yes." });
  expect(texts(check({ accurate: "yes", comments: "Yes." }))).toEqual(["Nothing is changed yet: correct what is wrong"]);
  expect(texts(check({ accurate: "no", comments: "" }))).toEqual(["Say what is not right in the report"]);
  expect(body({ accurate: "no", comments: "The numbers." })).toEqual({ accurate: false, comments: "The numbers." });
  expect(correctAnswer({ ...answered, accurate: false }).blank).toMatchObject({ accurate: "no" });
});

it("of a closed review only the comments, whatever an older draft says of the report", () => {
  const { asks, blank, check, body } = correctAnswer({ ...answered, stage: "closed" });
  expect([asks.map(({ name }) => name), blank]).toEqual([["comments"], { comments: "Yes." }]);
  expect(texts(check({ accurate: "no", comments: "Yes." }))).toEqual(["Nothing is changed yet: correct what is wrong"]);
  expect(check({ accurate: "no", comments: "" })).toEqual([]);
  expect(body({ accurate: "no", comments: "Yes, all of it." })).toEqual({ accurate: true, comments: "Yes, all of it." });
});

it("corrections of the words wait behind what is to be done, and are offered only where the server does", () => {
  const offered = (may: string[]) => reviewActions({ ...answered, may }, today).map(({ command, first }) => [command, first]);
  expect(offered(["close", "correct-report"])).toEqual([["close", true], ["correct-report", false]]);
  expect(offered(["correct-answer", "correct-held"])).toEqual([["correct-answer", false], ["correct-held", false]]);
});
