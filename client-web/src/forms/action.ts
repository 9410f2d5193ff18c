// An action on a visit, a review or a partnership as data: what it is called, what it asks, and what it sends.
import type { FieldError, Values } from "../stores/form.svelte";

export type Asked =
  | { as: "text"; name: string; label: string; hint?: string; rows: number }
  | { as: "day"; name: string; label: string; hint?: string; min?: string; max?: string; planned?: boolean }
  | { as: "choice"; name: string; label: string; hint?: string; choices: { value: string; text: string; hint?: string }[] }
  | { as: "team"; name: string; label: string; hint?: string; school: string };

export interface Action {
  /** The command's name in the address: "set-day". */
  command: string;
  title: string;
  lead?: string;
  warning?: string;
  asks: Asked[];
  blank?: Values;
  button: string;
  tone?: "warning" | "secondary";
  /** Words for when it is done: "The day is set." */
  done: string;
  /** The thing to do now; others wait behind a line. */
  first: boolean;
  /** Whether it is meant for exactly what the reader sees; two reflections do not cross. */
  exact: boolean;
  check(values: Values): FieldError[];
  body(values: Values): object;
}

/** Values that were typed, without those left empty. */
export function filled<Name extends string>(values: Values, ...names: Name[]): Partial<Record<Name, string>> {
  const pairs = names.map((name) => [name, typed(values, name)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== "")) as Partial<Record<Name, string>>;
}

export const typed = (values: Values, name: string): string => (values[name] ?? "").trim();

export const need = (values: Values, field: string, text: string): FieldError[] =>
  (values[field] ?? "").trim() === "" ? [{ field, text }] : [];

/** Whoever may decline need not be asked whether to cancel: it comes to the same. */
export const offered = (command: string, may: string[]) =>
  may.includes(command) && !(command === "cancel" && may.includes("decline"));
