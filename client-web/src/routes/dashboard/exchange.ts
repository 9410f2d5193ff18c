// Who gives to whom, as the picture and the matrix draw it: members in the order of their names,
// and one place for all other schools.
import type { DashboardView, Link, Member } from "../../api/types";
import { isExchange } from "../../words/sentences";

/** Stands for every school that is not a member. */
export const others = "others";

export interface Arc {
  giver: string;
  receiver: string;
  held: number;
  open: number;
}

export const byName = (a: Member, b: Member) => a.name.localeCompare(b.name, "en-GB") || (a.school < b.school ? -1 : 1);

/** Two schools, or a school and those outside, with as many partnerships. */
export interface Pair {
  places: [string, string];
  open: number;
}

function placeIn({ members }: DashboardView): (urn: string) => string {
  const inside = new Set(members.map(({ school }) => school));
  return (urn) => (inside.has(urn) ? urn : others);
}

/** Who works together, whoever proposed it: partnerships between two places as one. */
export function pairsOf(links: Link[], place = (urn: string) => urn): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const link of links) {
    if (isExchange(link) || link.open === 0) continue;
    const [a, b] = [place(link.giver), place(link.receiver)];
    if (a === b) continue;
    const places: [string, string] = a < b ? [a, b] : [b, a];
    const pair = pairs.get(places.join(">")) ?? { places, open: 0 };
    pair.open += link.open;
    pairs.set(places.join(">"), pair);
  }
  return [...pairs.values()];
}

/** As the picture draws them; schools outside are put together. */
export const drawnPairs = (view: DashboardView): Pair[] => pairsOf(view.links, placeIn(view));

/** Visits and reviews between two places as one; schools outside are put together. */
export function arcsOf(view: DashboardView): Arc[] {
  const place = placeIn(view);
  const arcs = new Map<string, Arc>();
  for (const { giver, receiver, held, open } of view.links.filter(isExchange)) {
    const [from, to] = [place(giver), place(receiver)];
    if (from === others && to === others) continue;
    const arc = arcs.get(`${from}>${to}`) ?? { giver: from, receiver: to, held: 0, open: 0 };
    arc.held += held;
    arc.open += open;
    arcs.set(`${from}>${to}`, arc);
  }
  return [...arcs.values()];
}

/** The visits and reviews with every outside school called `others`, for the matrix. */
export function foldOthers(view: DashboardView): Link[] {
  const place = placeIn(view);
  return view.links
    .filter(isExchange)
    .map((link) => ({ ...link, giver: place(link.giver), receiver: place(link.receiver) }))
    .filter((link) => link.giver !== others || link.receiver !== others);
}
