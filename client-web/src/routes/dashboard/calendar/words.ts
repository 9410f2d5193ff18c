// What a calendar says: of an entry, of a band, and of all that is shown.
import type { CalendarEntry, Closed } from "../../../api/types";
import { count, listOf } from "../../../words/dates";
import { someOf } from "../../../words/meetings";
import { closedKinds } from "../../../words/term_dates";
import type { Band } from "./bands";

type NameOf = (urn: string) => string;
export type What = "visit" | "review" | "meeting";
export type State = "proposed" | "planned" | "took-place";

export const whatOf = ({ visit, review }: CalendarEntry): What => (visit ? "visit" : review ? "review" : "meeting");
export const stateOf = ({ proposed, took_place }: CalendarEntry): State => (proposed ? "proposed" : took_place ? "took-place" : "planned");

/** "Cooper visits Ashton Park"; when it took place: "Cooper visited Ashton Park". */
export function sayEntry(entry: CalendarEntry, nameOf: NameOf): string {
  const host = nameOf(entry.schools[0] ?? "");
  const other = nameOf(entry.schools[1] ?? "");
  const took = entry.took_place;
  switch (whatOf(entry)) {
    case "visit":
      return `${other} ${took ? "visited" : "visits"} ${host}`;
    case "review":
      return `${other} ${took ? "reviewed" : "reviews"} ${host}`;
    default:
      return entry.proposed ? `Proposed: meeting at ${host}` : `${took ? "Met" : "Meeting"} at ${host}`;
  }
}

/** What is besides to be known of it. A proposed day that has passed is over; else somebody owes a word. */
export function sayBesides(entry: CalendarEntry, today: string, themeOf: (code: string) => string): string {
  const late = entry.day < today && !entry.took_place && !entry.proposed ? "still to be written down" : "";
  return [entry.theme ? themeOf(entry.theme) : "", late].filter(Boolean).join(" · ");
}

const how: Record<Closed, string> = {
  holiday: "on holiday",
  inset: "with an INSET day",
  blocked: "without visits and reviews",
};

/** Names that say no more than the kind does are left out, and so are too many. */
function sayNames(closed: Closed, names: string[]): string {
  const telling = names.filter((name) => name.toLowerCase() !== closedKinds[closed].toLowerCase());
  return telling.length > 0 && telling.length < 3 ? ` (${listOf(telling)})` : "";
}

/** "3 schools on holiday (autumn half-term): Ashton Park, Cooper and Glory Farm". */
export function sayBand({ closed, names, schools }: Band, members: number, nameOf: NameOf): string {
  const about = sayNames(closed, names);
  if (schools.length === 1) return `${nameOf(schools[0] ?? "")} ${how[closed]}${about}`;
  if (schools.length === members) return `All ${count(members, "school")} ${how[closed]}${about}`;
  return `${count(schools.length, "school")} ${how[closed]}${about}: ${someOf(schools, nameOf)}`;
}

/** "3 visits, 2 reviews and 1 meeting; 2 days are proposed for meetings." A review of several days is one. */
export function sayShown(entries: CalendarEntry[]): string {
  const of = (what: What) => new Set(entries.filter((entry) => !entry.proposed && whatOf(entry) === what).map(({ visit, review, meeting }) => visit ?? review ?? meeting)).size;
  const [visits, reviews, meetings] = [of("visit"), of("review"), of("meeting")];
  const kinds = [visits && count(visits, "visit"), reviews && count(reviews, "review"), meetings && count(meetings, "meeting")].filter((words) => words !== 0);
  const proposed = entries.filter((entry) => entry.proposed).length;
  const said = listOf(kinds) || "No visit, review or meeting has a day here yet";
  return proposed > 0 ? `${said}; ${count(proposed, "day is", "days are")} proposed for meetings.` : `${said}.`;
}
