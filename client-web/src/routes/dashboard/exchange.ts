// Who gives to whom, as the picture and the matrix draw it: members in the order of their names,
// and one place for all other schools.
import type { DashboardView, Link, Member } from "../../api/types";

/** Stands for every school that is not a member. */
export const others = "others";

export interface Arc {
  giver: string;
  receiver: string;
  held: number;
  open: number;
}

export const byName = (a: Member, b: Member) => a.name.localeCompare(b.name, "en-GB") || (a.school < b.school ? -1 : 1);

/** Links of both kinds between two places as one; schools outside are put together. */
export function arcsOf(view: DashboardView): Arc[] {
  const members = new Set(view.members.map(({ school }) => school));
  const place = (urn: string) => (members.has(urn) ? urn : others);
  const arcs = new Map<string, Arc>();
  for (const { giver, receiver, held, open } of view.links) {
    const [from, to] = [place(giver), place(receiver)];
    if (from === others && to === others) continue;
    const arc = arcs.get(`${from}>${to}`) ?? { giver: from, receiver: to, held: 0, open: 0 };
    arc.held += held;
    arc.open += open;
    arcs.set(`${from}>${to}`, arc);
  }
  return [...arcs.values()];
}

/** The links with every outside school called `others`, for the matrix. */
export function foldOthers(view: DashboardView): Link[] {
  const members = new Set(view.members.map(({ school }) => school));
  const place = (urn: string) => (members.has(urn) ? urn : others);
  return view.links
    .map((link) => ({ ...link, giver: place(link.giver), receiver: place(link.receiver) }))
    .filter((link) => link.giver !== others || link.receiver !== others);
}
