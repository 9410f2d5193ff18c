// Over which time a ledger is shown: the address names its first and last day, or nothing for the last three years.
import { isDay } from "../../words/dates";

export interface LedgerWindow {
  from?: string;
  to?: string;
}

export interface Preset {
  key: string;
  text: string;
  window: LedgerWindow;
}

/** The year in which the school year of a day began: it runs from 1 August to 31 July. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < "08-01" ? 1 : 0);

export function presetsOn(today: string): Preset[] {
  const year = schoolYearOf(today);
  return [
    { key: "three", text: "The last three years", window: {} },
    { key: "this", text: "This school year", window: { from: `${year}-08-01`, to: today } },
    { key: "last", text: "The last school year", window: { from: `${year - 1}-08-01`, to: `${year}-07-31` } },
  ];
}

/** As the address says; what is no time at all is left out. */
export function windowIn(query: URLSearchParams): LedgerWindow {
  const [from, to] = [query.get("from") ?? "", query.get("to") ?? ""];
  return faultOf(from, to) ? {} : { from, to };
}

/** Which preset a time is; none where it is the reader's own. */
export const presetOf = (window: LedgerWindow, presets: Preset[]): Preset | undefined =>
  presets.find((preset) => preset.window.from === window.from && preset.window.to === window.to);

/** What is wrong with two days as the ends of a time; nothing where they will do. */
export function faultOf(from: string, to: string): string {
  if (!isDay(from) || !isDay(to)) return "Enter the first and the last day";
  return from > to ? "The last day must not be before the first" : "";
}

/** For a way to another page over the same time: "?from=…&to=…", or nothing. */
export const windowQuery = ({ from, to }: LedgerWindow): string => (from && to ? `?${new URLSearchParams({ from, to })}` : "");
