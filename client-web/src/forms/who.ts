// Who is meant, as values of a form: somebody who is here already, or somebody new with a name and an e-mail address.
import type { FieldError, Values } from "../stores/form.svelte";
import { need, typed } from "./action";

export type Who = { id: string } | { name: string; email: string };

export interface WhoChoice {
  people: { value: string; text: string; hint?: string }[];
  /** Whether the reader may add somebody. */
  newcomer: boolean;
}

export const somebody_new = "new";
export const blankWho: Values = { who: "", name: "", email: "" };

/** An id, "new", or nothing yet. Whoever a draft named may have left meanwhile; where nobody is here it can only be somebody new. */
export function chosenOf(values: Values, { people, newcomer }: WhoChoice): string {
  if (newcomer && people.length === 0) return somebody_new;
  const who = typed(values, "who");
  return (newcomer && who === somebody_new) || people.some(({ value }) => value === who) ? who : "";
}

export function faultsOfWho(values: Values, choice: WhoChoice, missing: string): FieldError[] {
  const chosen = chosenOf(values, choice);
  if (chosen !== somebody_new) return chosen ? [] : [{ field: "who", text: missing }];
  const email = typed(values, "email");
  return [
    ...need(values, "name", "Enter the name"),
    ...(isAddress(email) ? [] : [{ field: "email", text: email ? "Enter an e-mail address like name@school.example" : "Enter the e-mail address" }]),
  ];
}

const isAddress = (text: string) => /^\S+@\S+$/.test(text);

export function whoOf(values: Values, choice: WhoChoice): Who {
  const chosen = chosenOf(values, choice);
  return chosen === somebody_new ? { name: typed(values, "name"), email: typed(values, "email") } : { id: chosen };
}
