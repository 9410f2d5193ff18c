// Where to go on from what was found.
import type { FoundPerson } from "../../api/types";
import type { FoundKind } from "../../words/found";

/** People have no page of their own: the people of their school, or the network or cluster that they coordinate. */
export function wayTo({ roles }: FoundPerson): string | null {
  const school = roles.find(({ place }) => /^\d+$/.test(place))?.place;
  if (school) return `/schools/${school}/people`;
  const group = roles.find(({ place }) => /^(net|clu)_/.test(place))?.place;
  if (!group) return null;
  return group.startsWith("net_") ? `/networks/${group}` : `/clusters/${group}`;
}

/** The list of a kind, with its filters; schools can be asked for there by the same words. None for people. */
export function listOfKind(kind: FoundKind, q: string): { href: string; text: string } | null {
  if (kind === "people") return null;
  if (kind === "schools") return { href: `/schools?${new URLSearchParams({ q })}`, text: "All schools that fit, with filters" };
  return { href: `/${kind}?of=all`, text: `All ${kind}, with filters` };
}
