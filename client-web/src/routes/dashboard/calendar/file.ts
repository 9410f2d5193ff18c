// What a calendar shows as a file: a line for each entry, each time that schools are closed, and each bank holiday.
import type { CalendarOfGroup } from "../../../api/types";
import { stateOf, whatOf } from "./words";

interface Look {
  school: (urn: string) => string;
  theme: (code: string) => string;
}

const head = ["first_day", "last_day", "what", "state", "about", "school_urns", "schools", "id"];

export function calendarRows({ entries, closed, holidays }: CalendarOfGroup, look: Look): string[][] {
  const named = (schools: string[]) => [schools.join("; "), schools.map(look.school).join("; ")];
  const rows = [
    ...entries.map((entry) => [
      entry.day, entry.day, whatOf(entry), stateOf(entry), entry.theme ? look.theme(entry.theme) : "", ...named(entry.schools),
      entry.visit ?? entry.review ?? entry.meeting ?? "",
    ]),
    ...closed.map((span) => [span.first, span.last, span.closed, "", span.name, ...named(span.schools), ""]),
    ...holidays.map(({ day, name }) => [day, day, "bank-holiday", "", name, "", "", ""]),
  ];
  return [head, ...rows.sort((a, b) => (a[0] ?? "").localeCompare(b[0] ?? ""))];
}
