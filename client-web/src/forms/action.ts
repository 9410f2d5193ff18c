// An action on a visit, a review, a partnership or a meeting as data: what it is called, what it asks, and what it sends.
import type { NamedPerson } from "../api/types";
import type { FieldError, Values } from "../stores/form.svelte";
import type { DayChoice } from "./days";
import type { Tick } from "./ticks";
import type { WhoChoice } from "./who";

export type Asked =
  | { as: "text"; name: string; label: string; hint?: string; rows: number }
  | { as: "day"; name: string; label: string; hint?: string; min?: string; max?: string; planned?: boolean }
  | { as: "choice"; name: string; label: string; hint?: string; choices: { value: string; text: string; hint?: string }[]; list?: boolean }
  | { as: "ticks"; name: string; label: string; hint?: string; choices: Tick[] }
  | { as: "check"; name: string; label: string; hint?: string }
  | { as: "time"; name: string; label: string; hint?: string }
  | { as: "days"; name: string; label: string; hint?: string; choices: DayChoice[]; none: string }
  | { as: "attendance"; name: string; label: string; hint?: string; schools: string[] }
  | { as: "team"; name: string; label: string; hint?: string; school: string; stay?: NamedPerson[] }
  | { as: "person"; name: "who"; label: string; hint?: string; choice: WhoChoice }
  | { as: "scopes"; name: string; label: string; hint?: string };

export interface Action {
  /** The command's name in the address: "set-day". */
  command: string;
  /** Of several forms for one command, which: their drafts are kept apart. */
  apart?: string;
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

/** Beneath what somebody writes about a visit or a partnership. */
export const noteHint = "Both schools and the coordinator can read this. Do not write about single children.";

/** Words that stand already, to begin from; those that were erased are nowhere to begin. */
export const textOf = (text: unknown): string => (typeof text === "string" ? text : "");

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
