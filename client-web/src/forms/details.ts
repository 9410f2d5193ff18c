// Somebody's name and address, where they are wrong or have changed; and somebody erased for good.
import type { ForgetReason, Personal, PersonErase } from "../api/types";
import { sayName } from "../words/people";
import { filled, need, textOf, typed, type Action } from "./action";
import type { FieldError, Values } from "../stores/form.svelte";

/** Whose name and address it is, as they stand; none for what was erased. */
export interface Standing {
  name?: Personal | undefined;
  email?: Personal | undefined;
}

export function correctDetails({ name, email }: Standing, mine: boolean): Action {
  const blank = { name: textOf(name), email: textOf(email) };
  return {
    command: "correct-details",
    title: mine ? "Put my name or address right" : `Put the name or address of ${sayName(name)} right`,
    lead: `What stood there before is erased for good. ${mine ? "You sign" : "They sign"} in with the new address from then on.`,
    asks: [
      { as: "text", name: "name", label: "Name", rows: 0 },
      { as: "text", name: "email", label: "E-mail address", rows: 0 },
    ],
    blank,
    button: "Put it right",
    done: mine ? "Your name and address are put right." : "The name and address are put right.",
    first: false,
    exact: false,
    check: (values) => faultsOfDetails(values, blank),
    body: (values) => ({ name: typed(values, "name"), email: typed(values, "email") }),
  };
}

function faultsOfDetails(values: Values, blank: { name: string; email: string }): FieldError[] {
  const [name, email] = [typed(values, "name"), typed(values, "email")];
  if (name !== "" && name === blank.name && email === blank.email) return [{ field: "name", text: "Nothing is changed yet: correct what is wrong" }];
  const address = email === "" ? "Enter an e-mail address" : /^\S+@\S+$/.test(email) ? "" : "Enter an e-mail address like name@school.example";
  return [...need(values, "name", "Enter a name"), ...(address ? [{ field: "email", text: address }] : [])];
}

const reasons: { value: ForgetReason; text: string }[] = [
  { value: "asked", text: "They asked for it" },
  { value: "kept_enough", text: "It was kept long enough" },
  { value: "mistake", text: "They should not have been entered" },
];

/** `mine`: administrators may erase themselves; they are signed out at once. */
export function erasePerson(name: string, mine: boolean): Action {
  return {
    command: "erase",
    title: `Erase ${name}…`,
    lead:
      "Their name and address are erased everywhere, for good. Their account and their roles end, and they are signed out everywhere. " +
      "What they wrote stays; it can be erased by itself.",
    warning: `Nobody can bring this back, not even you.${mine ? " This is your own account: you are signed out at once." : ""}`,
    asks: [
      { as: "choice", name: "why", label: "Why are they erased?", choices: reasons },
      { as: "text", name: "note", label: "Note (optional)", hint: "Who asked, and how they showed who they are.", rows: 3 },
      { as: "check", name: "sure", label: "I understand that this cannot be undone" },
    ],
    button: "Erase them for good",
    tone: "warning",
    done: "They are erased.",
    first: false,
    exact: false,
    check: (values) => [
      ...need(values, "why", "Choose why they are erased"),
      ...need(values, "sure", "Tick the box to say that you understand that this cannot be undone"),
    ],
    body: (values): PersonErase => ({ why: typed(values, "why") as ForgetReason, ...filled(values, "note") }),
  };
}
