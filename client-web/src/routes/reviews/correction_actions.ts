// What was entered wrongly of a review that was held: its days, or that it was held at all.
import type { ReviewCorrectHeld, ReviewDetail } from "../../api/types";
import { filled, need, type Action } from "../../forms/action";
import { tookPlace, whyCorrected } from "../../forms/correction";
import { blankDays, checkDays, daysOf } from "./days";

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
