// Small ledgers, for tests.
import type { LedgerLine, LedgerRow, LedgerView } from "../api/types";

/** Ashton Park has neither given nor received. */
export const ledgerRow = (part: Partial<LedgerRow> = {}): LedgerRow => ({
  school: "100001", reviews_given: 0, reviews_received: 0, days_given: 0, days_received: 0, visits_hosted: 0, visits_made: 0, travel_km: 0,
  journeys_unknown: 0, adjusted_reviews: 0, adjusted_days: 0, balance_reviews: 0, balance_days: 0, ...part,
});

export const ledgerView = (part: Partial<LedgerView> = {}): LedgerView => ({ from: "2023-03-10", to: "2026-03-09", rows: [], complete: true, may: [], ...part });

/** Something that the school gave to Glory Farm; nobody travelled. */
export const ledgerLine = (part: Partial<LedgerLine>): LedgerLine => ({
  school: "100001", network: "net_1", day: "2026-03-02", gave: true, reviews: 0, days: 0, other: "100002", journey_unknown: false, ...part,
});
