// What schools gave and received, in words and numbers. A + is more given, a − is more received.
import type { LedgerKind, LedgerLine, LedgerRow } from "../api/types";
import { count, listOf, sayDay } from "./dates";

export const ledgerKinds: Record<LedgerKind, string> = {
  opening: "Opening balance",
  write_off: "Written off",
  correction: "Correction",
};

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", trailingZeroDisplay: "stripIfInteger" });

/** 123450 → "£1,234.50"; whole pounds without pence. */
export const sayPounds = (pence: number): string => pounds.format(pence / 100);

/** "+2", "−1", "0". */
export function saySigned(number: number): string {
  if (number === 0) return "0";
  return `${number > 0 ? "+" : "−"}${Math.abs(number).toLocaleString("en-GB")}`;
}

/** How far its own staff went. A journey of unknown length is said as such: it is not short. */
export function sayTravel({ travel_km, journeys_unknown, reviews_given, visits_made }: LedgerRow): string {
  if (journeys_unknown === 0) return reviews_given + visits_made === 0 ? "none" : `${travel_km.toLocaleString("en-GB")} km`;
  const unknown = `${count(journeys_unknown, "journey")} of unknown length`;
  return travel_km > 0 ? `${travel_km.toLocaleString("en-GB")} km, and ${unknown}` : unknown;
}

/** "+2 reviews and −4 reviewer-days"; nothing where nothing was entered. */
export function sayAdjusted({ adjusted_reviews: reviews, adjusted_days: days }: Pick<LedgerRow, "adjusted_reviews" | "adjusted_days">): string {
  return listOf([reviews === 0 ? "" : `${saySigned(reviews)} ${unit(reviews, "review")}`, days === 0 ? "" : `${saySigned(days)} ${unit(days, "reviewer-day")}`].filter(Boolean));
}

const unit = (number: number, one: string) => (Math.abs(number) === 1 ? one : `${one}s`);

export const sayWindow = (from: string, to: string): string => `From ${sayDay(from)} to ${sayDay(to)}.`;

/** All schools together, without naming anybody. */
export function sayGiven(rows: LedgerRow[]): string {
  const sum = (of: (row: LedgerRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [reviews, visits] = [sum((row) => row.reviews_given), sum((row) => row.visits_hosted)];
  if (reviews + visits === 0) return "No review was given and no visit hosted in this time.";
  return `Together the schools gave ${count(reviews, "review")} with ${count(sum((row) => row.days_given), "reviewer-day")}, and hosted ${count(visits, "visit")}.`;
}

/** "Glory Farm gave 3 reviews and received 2. Its balance: 1 review and 2 reviewer-days more given than received." */
export function sayGivenBy(name: string, row: LedgerRow): string {
  const took = `${name} gave ${count(row.reviews_given, "review")} and received ${row.reviews_received.toLocaleString("en-GB")}; it hosted ${count(row.visits_hosted, "visit")} and made ${row.visits_made.toLocaleString("en-GB")}.`;
  return `${took} ${sayBalances(row)}`;
}

function sayBalances({ balance_reviews: reviews, balance_days: days }: LedgerRow): string {
  const part = (number: number, one: string) => (number === 0 ? "" : `${count(Math.abs(number), one)} more ${number > 0 ? "given than received" : "received than given"}`);
  const parts = [part(reviews, "review"), part(days, "reviewer-day")].filter(Boolean);
  return parts.length === 0 ? "Given and received are even." : `Its balance: ${listOf(parts)}.`;
}

/** What one line of a school's ledger is: "Reviewed Glory Farm". */
export function sayLine({ review, visit, gave, kind, other }: LedgerLine, nameOf: (urn: string) => string): string {
  const school = other ? nameOf(other) : "another school";
  if (review) return gave ? `Reviewed ${school}` : `Was reviewed by ${school}`;
  if (visit) return gave ? `Hosted a visit by ${school}` : `Visited ${school}`;
  return kind ? ledgerKinds[kind] : "Entry";
}

/** What a line adds to the balance: as it was entered, or given less received. */
export const signedOf = (line: LedgerLine, of: "reviews" | "days"): number => (line.review || line.visit ? (line.gave ? line[of] : -line[of]) : line[of]);

/** How far its own staff went for it: nothing where nobody did, and never as if a journey of unknown length were none. */
export function sayJourney({ km, journey_unknown }: LedgerLine): string {
  if (km !== undefined) return `${km.toLocaleString("en-GB")} km`;
  return journey_unknown ? "not known" : "";
}
