// What is said beneath the map: who is not on it, and who is drawn beside their place.
import type { Member } from "../../../api/types";
import { count, listOf } from "../../../words/dates";

/** More than this are counted, not named. */
const named_max = 6;

const nameOf = ({ name }: Member) => name;

export function sayUnplaced(members: Member[]): string {
  if (members.length === 0) return "";
  const who = members.length > named_max ? "" : `: ${listOf(members.map(nameOf))}`;
  return `${count(members.length, "school")} whose place is not known ${members.length === 1 ? "is" : "are"} not on the map${who}.`;
}

export function sayBeyond(number: number): string {
  return number === 0 ? "" : `${count(number, "school")} ${number === 1 ? "is" : "are"} beyond the edge of the map.`;
}

/** `shared`: groups at one place each; `moved`: how many schools are drawn beside their place in all; `led`: with lines to it. */
export function sayApart(shared: Member[][], moved: number, led: boolean): string {
  const schools = shared.flat();
  const named = schools.length <= named_max;
  const same = named ? shared.map((group) => `${listOf(group.map(nameOf))} share one place and are set side by side.`) : [];
  const rest = moved - (named ? schools.length : 0);
  const more = named && schools.length > 0 ? "more school" : "school";
  const close = rest > 0 ? `${count(rest, more)} too close to another at this scale ${rest === 1 ? "is" : "are"} set a little apart.` : "";
  return [...same, close, moved > 0 && led ? "A thin line leads to where each of them is." : ""].filter(Boolean).join(" ");
}
