// A small partnership, for tests.
import type { PartnershipSummary } from "../api/types";

/** Ashton Park proposed it to Cooper; nobody has answered. */
export const partnership = (id: string, part: Partial<PartnershipSummary> = {}): PartnershipSummary => ({
  id, school: "100001", partner: "100002", network: "net_1", purpose: "self-help", stage: "proposed", activities: 0, proposed_on: "2026-03-02", attested: false,
  version: 1, position: 1, changed: "2026-03-02T09:00:00Z", ...part,
});
