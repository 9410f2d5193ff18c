// Words that were erased, or are to be: which of an event, by whom and why.
import type { ForgetReason, HistoryRow, RedactionEntry } from "../api/types";
import { londonDay, sayDate } from "./dates";
import { sayName } from "./people";

export const reasons: Record<ForgetReason, string> = {
  asked: "the person it is about asked for it",
  kept_enough: "it was kept long enough",
  mistake: "it should not have been written down",
};

const fields: Record<string, string> = {
  note: "the note",
  reason: "the reason",
  reflection: "the reflection",
  practice: "what was taken over",
  focus: "what the review should look at",
  strengths: "strengths",
  even_better_if: "even better if",
  comments: "comments",
  activity: "what they did",
  effect: "what has changed",
  evidence: "what shows it",
  agenda: "the agenda",
  where: "where it is, or how to join",
  substitute: "who comes in the place of the lead",
};

/** What the words of a field are called within a sentence: "the note". */
export const sayField = (name: string): string => fields[name] ?? name.replaceAll("_", " ");

const beginning_max = 70;

/** “Robin reads well, and …”; at most so many letters, cut between words where there are any. */
export function beginningOf(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= beginning_max) return `“${line}”`;
  const cut = line.slice(0, beginning_max + 1);
  const space = cut.lastIndexOf(" ");
  return `“${space > 0 ? cut.slice(0, space) : cut.slice(0, beginning_max)} …”`;
}

/** The beginning of what a field of the event says; whoever may erase it may not always read it. */
export function sayBeginning({ event = {} }: Pick<HistoryRow, "event">, name: string): string {
  const text = (event as Record<string, unknown>)[name];
  return typeof text === "string" ? beginningOf(text) : "words that you may not read yourself";
}

/** "Erased on 3 March 2027 by Lead, Ashton Park: it should not have been written down"; as far as the reader is told. */
export function sayErased({ recorded, by, on_behalf_of, why }: Omit<RedactionEntry, "position" | "words" | "note">): string {
  const whom = by === undefined ? "" : ` by ${sayName(by)}${on_behalf_of === undefined ? "" : `, for ${sayName(on_behalf_of)}`}`;
  return `Erased on ${sayDate(londonDay(recorded))}${whom}${why ? `: ${reasons[why]}` : ""}`;
}

/** "the note; what shows it". */
export const sayFields = (names: string[]): string => names.map(sayField).join("; ");

export const erased_meanwhile = "Words of this event were erased while you were looking at it.";
