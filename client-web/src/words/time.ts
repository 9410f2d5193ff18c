// Moments of the past in words: which one is shown, and what had just happened.
import type { ActivityEntry, HistoryEvent } from "../api/types";
import { readAt } from "../time/at";
import type { Moment } from "../time/moments";
import { sayEntry, type Lookup } from "./activity";
import { londonDay, sayDay, sayTime } from "./dates";
import { sayKind } from "./held_kinds";
import { sayAlone, sayHistory, type HistoryThing } from "./history";
import { sayNumber } from "./record";

const onAndAt = (recorded: string) => `${sayDay(londonDay(recorded))} at ${sayTime(recorded)}`;

/** What the page shows; `recorded`: when the position was written down, where that is known. */
export function sayMoment(at: string, recorded: string, today: string): string {
  const asked = readAt(at);
  switch (asked.is) {
    case "day":
      return asked.day === today ? "As it was known today, up to now" : `As it was known at the end of ${sayDay(asked.day)}`;
    case "instant":
      return `As it was known on ${onAndAt(asked.instant)}`;
    case "position":
      return recorded ? `As it was known on ${onAndAt(recorded)}, at position ${sayNumber(asked.position)}` : `As it was known at position ${sayNumber(asked.position)}`;
    default:
      return "No moment of the past";
  }
}

/** Why nothing is shown: `what` is a cluster, a school, a visit; `ever`: something is known of it at another moment. */
export function sayNotThen(at: string, what: string, status: number, ever = true): { title: string; lines: string[] } {
  const asked = readAt(at);
  if (status === 404 && !ever)
    return { title: `There is no such ${what}`, lines: [`Nothing is known of a ${what} at this address, then or now. Check the address, or look for it with the search above.`] };
  if (status === 404)
    return {
      title: `This ${what} was not there yet`,
      lines: [
        asked.is === "day" ? `At the end of ${sayDay(asked.day)} nothing was written down of it.` : "At that moment nothing was written down of it.",
        "Choose a later day above, or go to its first event with “Later”.",
      ],
    };
  if (status === 403) return { title: "You may not see this moment", lines: ["What you may see now, you may not have been allowed to see then, or the other way round. Choose another day, or go back to now."] };
  if (asked.is === "none")
    return {
      title: "The address asks for no moment that there is",
      lines: [`“${at}” is neither a day, such as 2026-03-12, nor the number of an event, such as 4711.`, "Choose a day above, or go back to now."],
    };
  return {
    title: asked.is === "position" ? "There is no such event yet" : "That is still to come",
    lines: [
      asked.is === "position" ? `The record does not reach position ${sayNumber(asked.position)}.` : "Of a day that is still to come nobody knows what will be known.",
      "Choose an earlier day above, or go back to now.",
    ],
  };
}

/** What happened at a moment, as far as the view tells it in full; else what kind of thing it was. */
export function tellMoment({ first, position, events }: Moment, activity: ActivityEntry[], look: Lookup): string[] {
  const told = activity.filter((entry) => first <= entry.position && entry.position <= position).reverse();
  const byPosition = new Map(told.map((entry) => [entry.position, sayEntry(entry, look)]));
  const said = events.map((event) => byPosition.get(event.position) ?? sayPlain(event.kind, event.event, look));
  return [...new Set(said)];
}

/** The same of a visit, a review, a partnership or a meeting: its history tells each event in full. */
export const tellThing = ({ events }: Moment, thing: HistoryThing, look: Lookup): string[] => [
  ...new Set(events.map((event) => sayHistory({ how: "live", ...event }, thing, look))),
];

const sayPlain = (kind: string, event: HistoryEvent | undefined, look: Lookup): string =>
  (event?.school && sayAlone(kind, event, look, [])) || sayKind(kind, "Somebody");

const told_max = 3;

/** The first few of them, and how many more. */
export const sayTold = (said: string[]): string =>
  said.length > told_max ? `${said.slice(0, told_max - 1).join("; ")}; and ${said.length - told_max + 1} more` : said.join("; ");
