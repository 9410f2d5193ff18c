// Days to be ticked, as one text value of a form: "2026-03-09 2026-03-10"; "none" where none of them will do.
import { isDay, mondayOf } from "../words/dates";

export interface DayChoice {
  day: string;
  hint?: string;
  /** Why it cannot be chosen. */
  blocked?: string;
}

export const none = "none";

export const readDays = (text: string): string[] => text.split(" ").filter(isDay).sort();

export const writeDays = (days: string[]): string => [...new Set(days)].sort().join(" ");

/** The value with this day ticked, or not. */
export function withDay(text: string, day: string, ticked: boolean): string {
  const rest = readDays(text).filter((other) => other !== day);
  return writeDays(ticked ? [...rest, day] : rest);
}

/** In weeks, each by its Monday. */
export function weeksOf(choices: DayChoice[]): { monday: string; choices: DayChoice[] }[] {
  const weeks = new Map<string, DayChoice[]>();
  for (const choice of choices) {
    const monday = mondayOf(choice.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), choice]);
  }
  return [...weeks].map(([monday, of]) => ({ monday, choices: of }));
}
