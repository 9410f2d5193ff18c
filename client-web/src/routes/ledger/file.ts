// Ledgers as files: a line a school, or a line for each thing of one school. Money in pounds; nothing where it is not known.
import type { LedgerLine, LedgerRow, LedgerView } from "../../api/types";
import { names } from "../../stores/names.svelte";
import { sayLine, signedOf } from "../../words/ledger";

const inPounds = (pence: number | undefined) => (pence === undefined ? "" : (pence / 100).toFixed(2));

export const ledgerHead = [
  "urn", "school", "from", "to", "reviews_given", "reviews_received", "reviewer_days_given", "reviewer_days_received", "visits_hosted", "visits_made",
  "adjusted_reviews", "adjusted_days", "balance_reviews", "balance_days", "travel_km", "journeys_of_unknown_length", "cover_rate", "cover_cost",
];

export const ledgerCells = (row: LedgerRow, { from, to }: Pick<LedgerView, "from" | "to">): string[] => [
  row.school, names.of(row.school), from, to,
  ...[row.reviews_given, row.reviews_received, row.days_given, row.days_received, row.visits_hosted, row.visits_made].map(String),
  ...[row.adjusted_reviews, row.adjusted_days, row.balance_reviews, row.balance_days, row.travel_km, row.journeys_unknown].map(String),
  inPounds(row.cover_rate), inPounds(row.cover_cost),
];

export const lineHead = ["day", "what", "with_urn", "with", "reviews", "reviewer_days", "travel_km", "cover_cost", "reason", "id"];

export const lineCells = (line: LedgerLine): string[] => [
  line.day, sayLine(line, (urn) => names.of(urn)), line.other ?? "", line.other ? names.of(line.other) : "",
  String(signedOf(line, "reviews")), String(signedOf(line, "days")), line.journey_unknown ? "not known" : String(line.km ?? ""), inPounds(line.cost),
  typeof line.reason === "string" ? line.reason : "", line.review ?? line.visit ?? String(line.entry ?? ""),
];
