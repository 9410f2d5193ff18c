// What was entered wrongly of a review that was held: its days, or that it was held at all; and what was wrong in its
// report or in the host's answer.
import type { ReviewCorrectAnswer, ReviewCorrectHeld, ReviewCorrectReport, ReviewDetail } from "../../api/types";
import { filled, need, textOf, typed, type Action } from "../../forms/action";
import { tookPlace, whyCorrected } from "../../forms/correction";
import type { FieldError, Values } from "../../stores/form.svelte";
import { blankDays, checkDays, daysOf } from "./days";
import { answerAsks, answerOf, blankReport, checkAnswer, checkReport, remarkAsks, reportAsks, reportOf, safeguarding } from "./report";

export const correctHeld = (review: Pick<ReviewDetail, "days" | "attested">, today: string): Action => ({
  command: "correct-held",
  title: "Correct the days, or say that it did not take place",
  asks: [
    tookPlace("Did the review take place?", "Yes, on other days", review.attested ? "The review is then cancelled" : "The review then waits for its days again"),
    { as: "day", name: "day1", label: "If so: on which day?", max: today },
    { as: "day", name: "day2", label: "Second day (if there was one)", max: today },
    { as: "day", name: "day3", label: "Third day (if there was one)", max: today },
    whyCorrected,
  ],
  blank: blankDays(review.days),
  button: "Correct it",
  tone: "secondary",
  done: "The review is corrected.",
  first: false,
  exact: true,
  check: (values) => {
    const missing = need(values, "took_place", "Say whether the review took place");
    if (missing.length > 0 || values.took_place === "no") return missing;
    const same = daysOf(values).join(" ") === review.days.join(" ");
    return same ? [{ field: "day1", text: "Enter days other than the present ones" }] : checkDays(values);
  },
  body: (values): ReviewCorrectHeld => ({
    ...(values.took_place === "no" ? { took_place: false, days: [] } : { took_place: true, days: daysOf(values) }),
    ...filled(values, "reason"),
  }),
});

const nothing = (field: string): FieldError[] => [{ field, text: "Nothing is changed yet: correct what is wrong" }];
const same = (values: Values, stands: Values) => Object.entries(stands).every(([name, value]) => typed(values, name) === value.trim());

/** Before the host has answered, the team writes it anew. */
export function correctReport(review: ReviewDetail): Action {
  const stands = blankReport(review);
  return {
    command: "correct-report",
    title: "Correct the report",
    lead: "What the host has said of it stays as it is.",
    warning: safeguarding,
    asks: reportAsks,
    blank: stands,
    button: "Correct the report",
    tone: "secondary",
    done: "The report is corrected.",
    first: false,
    exact: true,
    check: (values) => (stands.strengths && same(values, stands) ? nothing("strengths") : checkReport(values)),
    body: (values): ReviewCorrectReport => reportOf(values),
  };
}

/** A closed review was found accurate, and stays so: only what was said beside that may be wrong. */
export function correctAnswer({ stage, accurate, comments }: ReviewDetail): Action {
  const closed = stage === "closed";
  const stands: Values = { ...(closed ? {} : { accurate: accurate === false ? "no" : "yes" }), comments: textOf(comments) };
  const answered = (values: Values) => (closed ? { ...values, accurate: "yes" } : values);
  return {
    command: "correct-answer",
    title: "Correct the answer",
    ...(closed ? { lead: "The review is closed: that its report is accurate stays as it is." } : {}),
    asks: closed ? remarkAsks : answerAsks,
    blank: stands,
    button: "Correct the answer",
    tone: "secondary",
    done: "Your answer is corrected.",
    first: false,
    exact: true,
    check: (values) => (same(values, stands) ? nothing("comments") : checkAnswer(answered(values))),
    body: (values): ReviewCorrectAnswer => answerOf(answered(values)),
  };
}
