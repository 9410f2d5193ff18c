// The history of a visit, a review, a partnership or a meeting in words: each event as a sentence, who
// entered it, and what was corrected beside what it was corrected to.
import type { ActivityEntry, HistoryEvent, HistoryRow, MeetingAttendance, Personal } from "../api/types";
import { sayEntry, type Lookup } from "./activity";
import { listOf, sayDay, sayDays, sayInstant } from "./dates";
import { presences } from "./meetings";
import { sayName } from "./people";

/** What the history is of: who gives stands first among its schools. */
export type HistoryThing = Pick<ActivityEntry, "schools"> & Partial<Pick<ActivityEntry, "theme" | "cluster" | "network" | "visit" | "review" | "partnership" | "meeting">>;

const daysOf = ({ day, to, days }: HistoryEvent): string[] => days ?? [day ?? to].filter((each) => each !== undefined);

/** Steps that are told in the history of a thing alone. */
const alone: Record<string, (event: HistoryEvent, look: Lookup, schools: string[]) => string> = {
  "visit-sheet-written": (_, look, [host = ""]) => `${look.school(host)} wrote what its guests need to know`,
  "visit-visitors-named": (_, look, [, guest = ""]) => `${look.school(guest)} said who comes`,
  "visit-reflection-corrected": (_, look, schools) => `A reflection on the visit of ${look.school(schools[1] ?? "")} to ${look.school(schools[0] ?? "")} was written anew`,
  "meeting-days-answered": ({ school }, look) => `${look.school(school ?? "")} said which days suit`,
  "meeting-agenda-set": () => "The agenda was written",
  "text-redacted": () => "Words that had been written down were erased",
  "meeting-replied": ({ school }, look) => `${look.school(school ?? "")} said whether it comes`,
};

/** Nothing where it is told elsewhere, too. */
export const sayAlone = (kind: string, event: HistoryEvent, look: Lookup, schools: string[]): string => alone[kind]?.(event, look, schools) ?? "";

export function sayHistory(row: HistoryRow, thing: HistoryThing, look: Lookup): string {
  const event = row.event ?? {};
  if (row.kind.endsWith("-carried-over")) return `It went from ${look.school(event.from ?? "")} to ${look.school(event.to ?? "")}, which followed it`;
  const told = alone[row.kind];
  if (told) return told(event, look, thing.schools);
  const { position, recorded, kind, how } = row;
  return sayEntry({ ...thing, position, recorded, kind, how, days: daysOf(event) }, look);
}

/** "Lead, Ashton Park, for Head, Ashton Park"; nobody where the reader is not to know. */
export function sayEnteredBy({ how, by, on_behalf_of }: HistoryRow): string {
  if (how === "by_policy") return "by Commonweal itself";
  if (!by) return "";
  return `by ${sayName(by)}${on_behalf_of ? `, for ${sayName(on_behalf_of)}` : ""}`;
}

/** "Monday 9 March 2026 at 09:00, by Lead, Ashton Park; it happened on Friday 6 March 2026". */
export function sayEntered(row: HistoryRow): string {
  const happened = row.happened ? `; it happened on ${sayDay(row.happened)}` : "";
  return [sayInstant(row.recorded), sayEnteredBy(row)].filter(Boolean).join(", ") + happened;
}

/** One thing that was said: what it was, and what it is since it was corrected. */
export interface Both {
  name: string;
  was?: string;
  is: string;
}

const fields: [string, (event: HistoryEvent) => string | undefined][] = [
  ["When", (event) => (daysOf(event).length > 0 ? sayDays(daysOf(event)) : undefined)],
  ["What they did", ({ activity }) => textOf(activity)],
  ["What has changed", ({ effect }) => textOf(effect)],
  ["What shows it", ({ evidence }) => textOf(evidence)],
  ["Reflection", ({ reflection }) => textOf(reflection)],
  ["Strengths", ({ strengths }) => textOf(strengths)],
  ["Even better if", ({ even_better_if }) => textOf(even_better_if)],
  ["The report", ({ accurate }) => (accurate === undefined ? undefined : accurate ? "Is accurate" : "Is not right in something")],
  ["Comments", ({ comments }) => textOf(comments)],
];

const textOf = (text: Personal | undefined) => (text === undefined || typeof text === "string" ? text : "Erased");
const sayPresence = ({ school, presence }: MeetingAttendance, look: Lookup) => `${look.school(school)} (${presences[presence].toLowerCase()})`;

/** Of those who were at a meeting, only whom the correction is about. */
function attendanceOf(now: HistoryEvent, before: HistoryEvent, look: Lookup): Both[] {
  const says = ({ attendance = [] }: HistoryEvent) => attendance.map((row) => sayPresence(row, look));
  const without = (all: string[], others: string[]) => listOf(all.filter((each) => !others.includes(each)));
  const [was, is] = [says(before), says(now)];
  if (was.join() === is.join()) return [];
  return [{ name: "Who was there", ...(was.length > 0 ? { was: without(was, is) } : {}), is: without(is, was) }];
}

/** A correction of the day without a day says that there was none; of what it does not speak, it says nothing. */
const nothingLeft = (kind: string, name: string) => (name !== "When" ? "Nothing" : kind.endsWith("-held-corrected") ? "It did not take place" : undefined);

/** Of a correction, what it said anew; of what it corrects only where that is at hand. */
export function bothOf(row: HistoryRow, corrected: HistoryRow | undefined, look: Lookup): Both[] {
  const [event, before] = [row.event ?? {}, corrected?.event ?? {}];
  const differing = fields.flatMap(([name, say]) => {
    const [was, is] = [say(before), say(event) ?? nothingLeft(row.kind, name)];
    if (was === say(event) || is === undefined) return [];
    return [{ name, ...(was === undefined ? {} : { was }), is }];
  });
  return [...differing, ...attendanceOf(event, before, look)];
}
