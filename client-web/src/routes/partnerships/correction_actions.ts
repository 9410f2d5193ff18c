// What was written down wrongly of what the partners did, and of what it changed.
import type { PartnershipCorrectActivity, PartnershipCorrectEffect, PartnershipDetail } from "../../api/types";
import { filled, need, noteHint, textOf, typed, type Action } from "../../forms/action";
import { sayDay } from "../../words/dates";
import { effectAsks } from "./effect";

export type Activity = PartnershipDetail["activities"][number];
export type Effect = PartnershipDetail["effects"][number];

/** It begins from what stands. */
export function correctActivity({ number, day, activity }: Activity, today: string): Action {
  const stands = textOf(activity);
  const same = (values: Record<string, string>) => values.day === day && typed(values, "activity") === stands.trim();
  return {
    command: "correct-activity",
    apart: String(number),
    title: `Correct what is written of ${sayDay(day)}`,
    asks: [
      { as: "day", name: "day", label: "On which day was it?", max: today },
      { as: "text", name: "activity", label: "What did you do?", hint: noteHint, rows: 5 },
    ],
    blank: { day, activity: stands },
    button: "Correct it",
    tone: "secondary",
    done: "What you did is corrected.",
    first: false,
    exact: false,
    check: (values) => [
      ...need(values, "day", "Enter the day"),
      ...(typed(values, "day") > today ? [{ field: "day", text: "Enter a day that is not in the future" }] : []),
      ...need(values, "activity", "Write what you did"),
      ...(same(values) && stands ? [{ field: "activity", text: "Nothing is changed yet: correct what is wrong" }] : []),
    ],
    body: (values): PartnershipCorrectActivity => ({ number, day: typed(values, "day"), activity: typed(values, "activity") }),
  };
}

/** An effect has no day: it is known by the words with which it begins. */
export function correctEffect({ number, effect, evidence }: Effect): Action {
  const stands = { effect: textOf(effect), evidence: textOf(evidence) };
  const same = (values: Record<string, string>) => typed(values, "effect") === stands.effect.trim() && typed(values, "evidence") === stands.evidence.trim();
  return {
    command: "correct-effect",
    apart: String(number),
    title: stands.effect ? `Correct what is noted: “${firstWords(stands.effect)}”` : `Correct what was noted, number ${number}`,
    asks: effectAsks("effect", "evidence"),
    blank: stands,
    button: "Correct it",
    tone: "secondary",
    done: "What has changed is corrected.",
    first: false,
    exact: false,
    check: (values) => [
      ...need(values, "effect", "Write what has changed"),
      ...(same(values) && stands.effect ? [{ field: "effect", text: "Nothing is changed yet: correct what is wrong" }] : []),
    ],
    body: (values): PartnershipCorrectEffect => ({ number, effect: typed(values, "effect"), ...filled(values, "evidence") }),
  };
}

const words_max = 6;

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.slice(0, words_max).join(" ") + (words.length > words_max ? " …" : "");
}
