// After a visit: what a school takes over from it, and later what became of that.
import type { VisitAdoptPractice, VisitDetail, VisitFollowUpPractice, VisitInUse, VisitPractice, VisitSide } from "../../api/types";
import { filled, need, noteHint, typed, type Action } from "../../forms/action";
import { inUse } from "../../words/practices";

/** One for each of the reader's schools that took part; the fields are named after their side, so that two forms on one page do not meet. */
export function adoptions({ guest, host }: VisitDetail, mySchools: string[]): Action[] {
  const schools: [VisitSide, string][] = [["guest", guest], ["host", host]];
  const sides = schools.filter(([, school]) => mySchools.includes(school)).map(([side]) => side);
  return sides.map((side) => adoptPractice(side, sides.length > 1 ? ` as the ${side}` : ""));
}

function adoptPractice(side: VisitSide, as: string): Action {
  const field = `practice_${side}`;
  const begin = side === "guest" ? "Begin with what you saw work." : "Begin with what your guests showed you that works.";
  return {
    command: "adopt-practice",
    title: `Write down a practice that you take over${as}`,
    asks: [{ as: "text", name: field, label: "What do you take over?", hint: `${begin} ${noteHint}`, rows: 4 }],
    button: "Write it down",
    done: "The practice is written down. Later you can say what became of it.",
    first: false,
    exact: false,
    check: (values) => need(values, field, "Write what you take over"),
    body: (values): VisitAdoptPractice => ({ side, practice: typed(values, field) }),
  };
}

const hints: Record<VisitInUse, string> = {
  as_seen: "You do it as you saw it",
  adapted: "You do it your own way",
  given_up: "What you learned from trying is worth knowing, too",
};

export function followUp({ number }: Pick<VisitPractice, "number">): Action {
  return {
    command: "follow-up-practice",
    title: `Say what became of practice ${number}`,
    asks: [
      {
        as: "choice",
        name: "in_use",
        label: "What became of it?",
        choices: (Object.keys(inUse) as VisitInUse[]).map((value) => ({ value, text: inUse[value], hint: hints[value] })),
      },
      { as: "text", name: "note", label: "What did you learn? (optional)", hint: noteHint, rows: 4 },
    ],
    button: "Say what became of it",
    done: "What became of the practice is written down.",
    first: false,
    exact: false,
    check: (values) => need(values, "in_use", "Choose what became of it"),
    body: (values): VisitFollowUpPractice => ({ number, in_use: typed(values, "in_use") as VisitInUse, ...filled(values, "note") }),
  };
}
