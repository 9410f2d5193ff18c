// Days and instants as people in the United Kingdom say them. Days are calendar days; instants are
// shown in UK time, by the 24-hour clock.

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const dateFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const clockFormat = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London",
});
const isoFormat = new Intl.DateTimeFormat("en-CA", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  timeZone: "Europe/London",
});

/** "2026-03-09" → "Monday 9 March 2026". What is no day stays as it is. */
export function sayDay(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return isDay(day) ? dayFormat.format(at).replace(",", "") : day;
}

/** "9 March 2026": of a time that lasts years, where the weekday says nothing. */
export const sayDate = (day: string): string => (isDay(day) ? dateFormat.format(new Date(`${day}T00:00:00Z`)) : day);

/** True for a day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day in London on which an instant falls. */
export function londonDay(instant: Date | string): string {
  return isoFormat.format(new Date(instant));
}

export const sayTime = (instant: Date | string) => clockFormat.format(new Date(instant));

/** "Monday 9 March 2026, 14:05". */
export function sayInstant(instant: Date | string): string {
  return `${sayDay(londonDay(instant))}, ${sayTime(instant)}`;
}

export function isWeekday(day: string): boolean {
  const of = new Date(`${day}T00:00:00Z`).getUTCDay();
  return of >= 1 && of <= 5;
}

/** The Monday of the week in which a day is. */
export function mondayOf(day: string): string {
  return dayFrom(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** "Today", "Yesterday", or the day. */
export function sayDayFrom(day: string, today: string): string {
  if (day === today) return "Today";
  return day === dayFrom(today, -1) ? "Yesterday" : sayDay(day);
}

/** "today", "tomorrow", "on Monday 9 March 2026": when something is to be, in a sentence. */
export function onDay(day: string, today: string): string {
  if (day === today) return "today";
  return day === dayFrom(today, 1) ? "tomorrow" : `on ${sayDay(day)}`;
}

/** So many days later; earlier where they are less than none. */
export function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "Monday 9 March 2026 and Tuesday 10 March 2026". */
export function sayDays(days: string[]): string {
  return listOf(days.map(sayDay));
}

/** "a", "a and b", "a, b and c". */
export function listOf(parts: string[]): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** "12 seconds", "3 minutes", "2 hours": how long something has stood still. */
export function sayAge(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return count(seconds, "second");
  if (seconds < 3600) return count(Math.floor(seconds / 60), "minute");
  return count(Math.floor(seconds / 3600), "hour");
}

/** "1 visit", "1,204 visits". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
