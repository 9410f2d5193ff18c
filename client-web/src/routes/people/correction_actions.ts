// From when until when somebody held a post, where that was entered wrongly.
import type { HeldView, PersonCorrectRole, Role } from "../../api/types";
import { need, typed, type Action } from "../../forms/action";
import type { FieldError, Values } from "../../stores/form.svelte";
import { dayFrom } from "../../words/dates";
import { lastDayOf, sayHeld, sayName, sayRole } from "../../words/people";

/** What they may lose by it, to somebody who corrects their own. */
const own = "If you hold the post no longer, or never did, what you could do as its holder is no longer yours to do.";

/** It begins from the days that stand. Whoever never held the post gave it up on its first day. */
export function correctDays({ name, from, ended_on }: Pick<HeldView, "name" | "from" | "ended_on">, role: Role, mine: boolean, today: string): Action {
  const [who, post] = [sayName(name), sayRole(role.role)];
  const never = ended_on === from;
  const blank = { from, last: ended_on && !never ? lastDayOf(ended_on) : "", never: never ? "yes" : "" };
  return {
    command: "correct-role",
    apart: [from, ended_on].filter(Boolean).join("."),
    title: `Correct the days of ${who} as ${post}, ${sayHeld({ from, ended_on }, today)}`,
    ...(mine ? { warning: own } : {}),
    asks: [
      { as: "day", name: "from", label: "First day" },
      { as: "day", name: "last", label: "Last day", hint: "Leave it empty if the time in the post goes on." },
      { as: "check", name: "never", label: `${who} never held this post`, hint: "Then the days do not matter. What was done stays." },
    ],
    blank,
    button: "Correct the days",
    tone: "secondary",
    done: `The days of ${who} as ${post} are corrected.`,
    first: false,
    exact: false,
    check: (values) => faultsOf(values, blank),
    body: (values): PersonCorrectRole => ({ role, given: from, ...daysOf(values, from) }),
  };
}

function faultsOf(values: Values, blank: Values): FieldError[] {
  if (values.never === "yes") return blank.never === "yes" ? nothing : [];
  const [from, last] = [typed(values, "from"), typed(values, "last")];
  if (blank.never === "" && from === blank.from && last === blank.last) return nothing;
  const order = last !== "" && last < from ? [{ field: "last", text: "Enter a last day that is not before the first" }] : [];
  return [...need(values, "from", "Enter the first day"), ...order];
}

const nothing: FieldError[] = [{ field: "from", text: "Nothing is changed yet: correct what is wrong" }];

/** To the server the end is the first day on which they no longer held it. */
function daysOf(values: Values, given: string): Pick<PersonCorrectRole, "from" | "ended_on"> {
  if (values.never === "yes") return { from: given, ended_on: given };
  const last = typed(values, "last");
  return { from: typed(values, "from"), ...(last ? { ended_on: dayFrom(last, 1) } : {}) };
}
