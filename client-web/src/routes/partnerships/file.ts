// Partnerships as a file: a line each, schools by URN and by name.
import type { PartnershipSummary } from "../../api/types";
import type { CsvFile } from "../../parts/csv";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";

export const partnershipFile: CsvFile<PartnershipSummary> = {
  name: "partnerships.csv",
  network: ({ network }) => network,
  head: [
    "id", "proposing_urn", "proposing_school", "partner_urn", "partner", "network", "purpose",
    "stage", "proposed_on", "began_on", "ended_on", "activities", "last_activity", "attested", "changed",
  ],
  cells: (each) => [
    each.id, each.school, names.of(each.school), each.partner, names.of(each.partner), directory.network(each.network)?.name ?? each.network,
    directory.theme(each.purpose, each.network), each.stage, each.proposed_on ?? "", each.began_on ?? "", each.ended_on ?? "",
    String(each.activities), each.last_activity ?? "", each.attested ? "yes" : "no", each.changed,
  ],
};
