// Who says where the things of a school go, as far as this page knows; the server decides.
import type { HangingView, Person, Successor } from "../../api/types";

const holds = (person: Person | null, role: "coordinator" | "administrator", place?: string): boolean =>
  person?.roles.some((each) => each.role === role && (place === undefined || each.place === place)) ?? false;

/** Whoever coordinates one of its networks, and administrators. */
export const mayHandOn = (person: Person | null, networks: string[]): boolean =>
  holds(person, "administrator") || networks.some((id) => holds(person, "coordinator", id));

/** Of a thing in this network. */
export const mayMove = (person: Person | null, network: string): boolean => mayHandOn(person, [network]);

/** Who gives a number to a place outside the register: whoever coordinates anything, and administrators. */
export const mayAddPlace = (person: Person | null): boolean => holds(person, "administrator") || holds(person, "coordinator");

/** People go on where the school itself does, under another number; else an administrator says who is head. */
export const mayMovePeople = (person: Person | null, { open }: HangingView, followed: Successor[]): boolean =>
  holds(person, "administrator") ||
  followed.every(({ change }) => change === "registration" || (change === "conversion" && !open));
