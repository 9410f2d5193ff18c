// The record in words: its hashes, its events by their positions, and when they were recorded.
import { sayInstant } from "./dates";

/** The first hex digits of a hash, in groups of four: "39ab 01cd 22ef 3344". */
export const shortHash = (hex: string, groups = 4): string => groupsOf(hex).slice(0, groups).join(" ");
export const groupsOf = (hex: string): string[] => hex.match(/.{1,4}/g) ?? [];

export const sayNumber = (number: number): string => number.toLocaleString("en-GB");

/** Of microseconds since 1970. */
export const sayRecorded = (at: number): string => sayInstant(new Date(at / 1000));

/** "events 1 to 4,096", "event 7". */
export const sayEvents = (first: number, last: number): string =>
  first === last ? `event ${sayNumber(first)}` : `events ${sayNumber(first)} to ${sayNumber(last)}`;
