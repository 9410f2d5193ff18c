// The form of a network's deadlines: what it begins with, what is wrong in it, and what is sent. A
// field's value is a number of working days, or nothing for the usual number.
import type { Deadline } from "../../api/networks";
import type { TaskDeadline } from "../../api/types";
import { typed } from "../../forms/action";
import type { FieldError, Values } from "../../stores/form.svelte";
import { sayDuty } from "../../words/duties";

/** A school year has 190 days on which schools are open. */
const days_max = 190;

export const blankOf = (rows: Deadline[]): Values => Object.fromEntries(rows.map(({ duty, working_days }) => [duty, String(working_days)]));

export function faultsOf(rows: Deadline[], values: Values): FieldError[] {
  const faults = rows.map(({ duty }) => duty).filter((duty) => !isDays(typed(values, duty)));
  if (faults.length > 0) return faults.map((field) => ({ field, text: `${sayDuty(field)}: enter a whole number from 1 to ${days_max}` }));
  const own = rows.filter((row) => row.own);
  const same = JSON.stringify(ownOf(own, blankOf(own))) === JSON.stringify(ownOf(rows, values));
  return same ? [{ field: null, text: "Nothing would change: change a number first" }] : [];
}

const isDays = (text: string) => text === "" || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= days_max);

/** The network's own list: what it had set, and what was changed. What is left empty goes back to the usual. */
export function ownOf(rows: Deadline[], values: Values): TaskDeadline[] {
  return rows
    .filter(({ duty, working_days, own }) => typed(values, duty) !== "" && (own || Number(typed(values, duty)) !== working_days))
    .map(({ duty }) => ({ duty, working_days: Number(typed(values, duty)) }));
}
