// The report of a review and the host's answer to it: what is asked of each, written first or put right.
import type { ReviewDetail } from "../../api/types";
import { filled, need, textOf, typed, type Asked } from "../../forms/action";
import type { FieldError, Values } from "../../stores/form.svelte";

export const safeguarding = "Safeguarding concerns do not belong in this report: tell the head at once.";

export const reportAsks: Asked[] = [
  { as: "text", name: "strengths", label: "What is strong at this school?", hint: "Start here: what did the team see that others should see too?", rows: 9 },
  { as: "text", name: "even_better_if", label: "Even better if… (optional)", hint: "What would make a good thing better? Do not name single children.", rows: 7 },
];

export const blankReport = ({ strengths, even_better_if }: Pick<ReviewDetail, "strengths" | "even_better_if">) => ({
  strengths: textOf(strengths), even_better_if: textOf(even_better_if),
});

export const checkReport = (values: Values): FieldError[] => need(values, "strengths", "Write what is strong at this school");

export const reportOf = (values: Values) => ({ strengths: typed(values, "strengths"), ...filled(values, "even_better_if") });

const accurateAsk: Asked = {
  as: "choice",
  name: "accurate",
  label: "Is the report accurate?",
  choices: [
    { value: "yes", text: "Yes, it is accurate", hint: "The review can then be closed" },
    { value: "no", text: "No, something is not right", hint: "The team writes it anew" },
  ],
};

const commentsAsk: Asked = { as: "text", name: "comments", label: "Comments", hint: "Needed where something is not right: say what.", rows: 6 };

export const answerAsks: Asked[] = [accurateAsk, commentsAsk];
/** Of a closed review, which was found accurate. */
export const remarkAsks: Asked[] = [{ ...commentsAsk, label: "Comments (optional)", hint: "" }];

export const checkAnswer = (values: Values): FieldError[] => [
  ...need(values, "accurate", "Say whether the report is accurate"),
  ...(values.accurate === "no" ? need(values, "comments", "Say what is not right in the report") : []),
];

export const answerOf = (values: Values) => ({ accurate: values.accurate === "yes", ...filled(values, "comments") });
