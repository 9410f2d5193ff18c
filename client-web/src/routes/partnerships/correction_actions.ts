// What was written down wrongly of what the partners did.
import type { PartnershipCorrectActivity, PartnershipDetail } from "../../api/types";
import { need, noteHint, textOf, typed, type Action } from "../../forms/action";
import { sayDay } from "../../words/dates";

export type Activity = PartnershipDetail["activities"][number];

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
