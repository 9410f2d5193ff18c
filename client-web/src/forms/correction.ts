// The questions that corrections of a visit and of a review share.
import type { Asked } from "./action";

export const tookPlace = (label: string, otherwise: string, hint: string): Asked => ({
  as: "choice",
  name: "took_place",
  label,
  choices: [
    { value: "yes", text: otherwise },
    { value: "no", text: "No, it did not take place", hint },
  ],
});

export const whyCorrected: Asked = {
  as: "text",
  name: "reason",
  label: "Why is it corrected? (optional)",
  hint: "Only the two schools and the coordinator can read this.",
  rows: 3,
};
