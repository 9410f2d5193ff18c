// What a search found, in words.
import type { Found, FoundPerson } from "../api/types";
import { count, listOf } from "./dates";
import { capital, sayRole } from "./people";

export type FoundKind = Exclude<keyof Found, "more">;

/** In the order in which they are shown. */
export const foundKinds: Record<FoundKind, { title: string; one: string; many: string }> = {
  schools: { title: "Schools", one: "school", many: "schools" },
  people: { title: "People", one: "person", many: "people" },
  visits: { title: "Visits", one: "visit", many: "visits" },
  reviews: { title: "Reviews", one: "review", many: "reviews" },
  partnerships: { title: "Partnerships", one: "partnership", many: "partnerships" },
  meetings: { title: "Meetings", one: "meeting", many: "meetings" },
};

export const kindsIn = (found: Found): FoundKind[] => (Object.keys(foundKinds) as FoundKind[]).filter((kind) => found[kind].length > 0);

/** "3", or "more than 8" where not all were sent. */
export const sayMany = (found: Found, kind: FoundKind): string => (found.more.includes(kind) ? `more than ${found[kind].length}` : String(found[kind].length));

/** "Found 3 schools, more than 8 visits and 1 person." */
export function sayFound(found: Found): string {
  const parts = kindsIn(found).map((kind) => {
    const { one, many } = foundKinds[kind];
    return found.more.includes(kind) ? `more than ${count(found[kind].length, one, many)}` : count(found[kind].length, one, many);
  });
  return parts.length === 0 ? "Nothing found." : `Found ${listOf(parts)}.`;
}

/** "Head of Ashton Park, coordinator of Severn": what somebody is and where. */
export function sayFoundRoles({ roles }: FoundPerson, placeOf: (place: string) => string): string {
  return capital(roles.map(({ role, place }) => [sayRole(role), placeOf(place)].filter(Boolean).join(" of ")).join(", "));
}
