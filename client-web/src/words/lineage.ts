// What a school came from, what followed it, and to which trusts and federations it belongs, in words.
import type { ActivityEntry, ChangingSchool, SchoolChange, SchoolGroup, SchoolGroupKind, SchoolPageView, Successor } from "../api/types";
import type { Lookup } from "./activity";
import { listOf, sayDay } from "./dates";

/** Of a school that another one came from: "Came from Ashton Park School (109278), which became an academy, on …". */
const whatBecame: Record<SchoolChange, string> = {
  conversion: "which became an academy",
  merger: "which merged into it",
  amalgamation: "which was joined with others to make it",
  split: "which was divided",
  registration: "its number before it came into the register",
};

/** Of a school that followed another one: "Followed by Ashton Park (145398) when it became an academy, on …". */
const whatFollowed: Record<SchoolChange, string> = {
  conversion: " when it became an academy",
  merger: ", into which it merged",
  amalgamation: ", which it was joined with others to make",
  split: ", one of those into which it was divided",
  registration: ", under which it came into the register",
};

/** Of a school, when one is to say how another followed it. */
export const howFollowed: Record<SchoolChange, string> = {
  conversion: "It became an academy: the same school under another number",
  merger: "It merged into another school that was there already",
  amalgamation: "It was joined with others to make a new school",
  split: "It was divided, and this is one of its parts",
  registration: "It came into the register under another number",
};

const onDay = (on: string | undefined) => (on ? `, on ${sayDay(on)}` : "");

/** What follows the name and number of a school that this one came from. */
export const sayWhatBecame = ({ change, on }: Pick<Successor, "change" | "on">): string => `, ${whatBecame[change]}${onDay(on)}.`;

/** What follows the name and number of a school that followed this one. */
export const sayWhatFollowed = ({ change, on }: Pick<Successor, "change" | "on">): string => `${whatFollowed[change]}${onDay(on)}.`;

export const groupKinds: Record<SchoolGroupKind, string> = {
  multi_academy_trust: "Multi-academy trust",
  single_academy_trust: "Single-academy trust",
  foundation_trust: "Foundation trust",
  federation: "Federation",
  sponsor: "Sponsor",
  other: "Group",
};

export const sayGroup = ({ name, since }: Pick<SchoolGroup, "name" | "since">): string => (since ? `${name}, since ${sayDay(since)}` : name);

/** Of a school that others name as one that they came from: no list of the register had it. */
export const knownByNameAlone = ({ open, details }: Pick<SchoolPageView, "open" | "details">): boolean =>
  !open && !details.type && !details.phase && !details.local_authority;

/** "has closed, and Ashton Park followed it"; of one that is open still, "is followed by Ashton Park". */
export function sayChanging({ school, successors }: ChangingSchool): string {
  const followed = listOf(successors.map(({ name }) => name));
  if (school.open) return followed ? `is followed by ${followed}` : "changes";
  return followed ? `has closed, and ${followed} followed it` : "has closed";
}

/** Both schools stand in the entry of a link and of a handing on; a trust or federation is not named there. */
export function sayLineageEvent(entry: ActivityEntry, look: Lookup): string {
  const [one, other] = [look.school(entry.schools[0] ?? ""), look.school(entry.schools[1] ?? "")];
  switch (entry.kind) {
    case "school-linked":
      return `${one} was named as the school that followed ${other}`;
    case "school-handed-on":
      return `What goes from ${one} to ${other} was confirmed`;
    case "school-place-added":
      return `${one} was added, a place outside the register`;
    case "school-joined-group":
      return `${one} came to a trust or federation`;
    case "school-left-group":
      return `${one} left a trust or federation`;
    default:
      return entry.kind.replaceAll("-", " ");
  }
}
