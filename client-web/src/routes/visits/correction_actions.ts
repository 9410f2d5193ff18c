// What was entered wrongly of a visit that was held: its day, that it was held at all, and what one side wrote.
import type { VisitCorrectHeld, VisitCorrectReflection, VisitDetail, VisitSide } from "../../api/types";
import { filled, need, noteHint, textOf, typed, type Action } from "../../forms/action";
import { tookPlace, whyCorrected } from "../../forms/correction";

export const correctHeld = (visit: Pick<VisitDetail, "day" | "attested">, today: string): Action => ({
  command: "correct-held",
  title: "Correct the day, or say that it did not take place",
  asks: [
    tookPlace("Did the visit take place?", "Yes, on another day", visit.attested ? "The visit is then cancelled" : "The visit is then agreed again, without a day"),
    { as: "day", name: "day", label: "If so: on which day?", max: today },
    whyCorrected,
  ],
  blank: { day: visit.day ?? "" },
  button: "Correct it",
  tone: "secondary",
  done: "The visit is corrected.",
  first: false,
  exact: true,
  check: (values) => {
    const missing = need(values, "took_place", "Say whether the visit took place");
    if (missing.length > 0 || values.took_place === "no") return missing;
    const same = values.day !== "" && values.day === visit.day;
    return same ? [{ field: "day", text: "Enter a day other than the present one" }] : need(values, "day", "Enter the day on which it was held");
  },
  body: (values): VisitCorrectHeld => ({
    ...(values.took_place === "no" ? { took_place: false } : { took_place: true, day: typed(values, "day") }),
    ...filled(values, "reason"),
  }),
});

/** One for each of the reader's schools that has written; it begins from what stands. */
export function reflectionCorrections(visit: VisitDetail, mySchools: string[]): Action[] {
  const sides: [VisitSide, string, VisitDetail["guest_reflection"]][] = [
    ["guest", visit.guest, visit.guest_reflection],
    ["host", visit.host, visit.host_reflection],
  ];
  return sides
    .filter(([, school, written]) => mySchools.includes(school) && written !== undefined)
    .map(([side, , written]) => correctReflection(side, textOf(written)));
}

function correctReflection(side: VisitSide, stands: string): Action {
  const field = `${side}_reflection`;
  return {
    command: "correct-reflection",
    apart: side,
    title: `Correct your reflection as the ${side}`,
    asks: [{ as: "text", name: field, label: "What do you take from this visit?", hint: noteHint, rows: 7 }],
    blank: { [field]: stands },
    button: "Correct the reflection",
    tone: "secondary",
    done: "Your reflection is corrected.",
    first: false,
    exact: false,
    check: (values) => {
      const same = stands !== "" && typed(values, field) === stands.trim();
      return same ? [{ field, text: "Nothing is changed yet: correct what is wrong" }] : need(values, field, "Write what you take from the visit");
    },
    body: (values): VisitCorrectReflection => ({ side, reflection: typed(values, field) }),
  };
}
