// The links as the drawings have them: from place to place, in the tone of the school that is chosen.
import { others, type Arc, type Pair } from "./exchange";
import { bend, straight, type At } from "./layout";

export type Tone = "give" | "receive" | "together" | "rest" | undefined;

export interface Line {
  key: string;
  tone: Tone;
  path: string;
}
export interface ArcLine extends Line {
  held: number;
  open: number;
}

/** More names than this would cover each other, and schools get smaller points. */
export const named_max = 26;
/** More lines than this are drawn fainter. */
export const crowded_min = 250;

/** Between schools that have a place; `gap` is left at the end, for the arrow. */
export function arcLines(arcs: Arc[], places: Map<string, At>, chosen: string | null, gap: number): ArcLine[] {
  return arcs.flatMap((arc) => {
    const [from, to] = [places.get(arc.giver), places.get(arc.receiver)];
    if (!from || !to) return [];
    const tone = !chosen ? undefined : arc.giver === chosen ? "give" : arc.receiver === chosen ? "receive" : "rest";
    return [{ key: `${arc.giver}>${arc.receiver}`, held: arc.held, open: arc.open, tone, path: bend(from, to, gap) }];
  });
}

export function pairLines(pairs: Pair[], places: Map<string, At>, chosen: string | null): Line[] {
  return pairs.flatMap(({ places: [a, b] }) => {
    const [from, to] = [places.get(a), places.get(b)];
    if (!from || !to) return [];
    const tone = !chosen ? undefined : a === chosen || b === chosen ? "together" : "rest";
    return [{ key: `${a}>${b}`, tone, path: straight(from, to) }];
  });
}

const endsOf = (arcs: Arc[], pairs: Pair[]): string[][] => [...arcs.map(({ giver, receiver }) => [giver, receiver]), ...pairs.map(({ places }) => places)];

/** Whether any school of the picture has a link with one outside. */
export const withOutside = (arcs: Arc[], pairs: Pair[]): boolean => endsOf(arcs, pairs).some((both) => both.includes(others));

/** The school that is chosen and all that it has a link with. */
export const nearTo = (arcs: Arc[], pairs: Pair[], chosen: string | null): Set<string> =>
  new Set(endsOf(arcs, pairs).filter((both) => chosen !== null && both.includes(chosen)).flat());

/** A school's name as a drawing has room for it. */
export const shortName = (text: string): string => (text.length > 27 ? `${text.slice(0, 25).trimEnd()}…` : text);
