// What is chosen to go to the school that followed: to begin with, what is missing, what is sent, and what went.
import type { HangingView, SchoolHandOn, Successor } from "../../api/types";
import { filled, need, typed } from "../../forms/action";
import { free, readTicks, writeTicks } from "../../forms/ticks";
import type { FieldError, Values } from "../../stores/form.svelte";
import { count, listOf } from "../../words/dates";
import { kinds, type Kind, type Things } from "./things";

/** Where one school followed, all goes there; where it was divided, nobody but the coordinator knows what goes where. */
export function blankOf(view: HangingView, things: Things, followed: Successor[], today: string): Values {
  const only = view.successors.length === 1 ? view.successors[0]?.school : undefined;
  const all = only !== undefined && !followed.some(({ change }) => change === "split");
  const chosen = kinds.map((kind) => [kind, all ? writeTicks(free(things[kind])) : ""]);
  return { to: only ?? "", on: today, history: all && !view.history_at ? "yes" : "", ...(Object.fromEntries(chosen) as Values) };
}

/** A draft may name a school that is no longer among those that followed. */
export const toOf = (values: Values, { successors }: HangingView): string =>
  successors.some(({ school }) => school === values.to) ? typed(values, "to") : "";

export const faultsOf = (values: Values, view: HangingView): FieldError[] =>
  need({ to: toOf(values, view) }, "to", "Choose the school that followed it");

export function handOnOf(values: Values, view: HangingView, things: Things): SchoolHandOn {
  const of = (kind: Kind) => readTicks(values[kind] ?? "", things[kind]);
  return {
    to: toOf(values, view), ...filled(values, "on"), history: values.history === "yes" && !view.history_at,
    networks: of("networks"), clusters: of("clusters"), people: of("people"), visits: of("visits"),
    reviews: of("reviews"), partnerships: of("partnerships"), meetings: of("meetings"),
  };
}

const words: Record<Kind, [one: string, many?: string]> = {
  networks: ["network"],
  clusters: ["cluster"],
  people: ["person", "people"],
  visits: ["visit"],
  reviews: ["review"],
  partnerships: ["partnership"],
  meetings: ["meeting"],
};

/** "Handed on to Ashton Park: 1 network, 2 people and what it gave and received." */
export function sayWent(body: SchoolHandOn, to: string): string {
  const went = kinds.filter((kind) => body[kind].length > 0).map((kind) => count(body[kind].length, ...words[kind]));
  return `Handed on to ${to}: ${listOf([...went, ...(body.history ? ["what it gave and received"] : [])])}.`;
}
