// Visits as a file: a line each, schools by URN and by name.
import type { VisitSummary } from "../../api/types";
import type { CsvFile } from "../../parts/csv";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";

export const visitFile: CsvFile<VisitSummary> = {
  name: "visits.csv",
  network: ({ network }) => network,
  head: ["id", "guest_urn", "guest", "host_urn", "host", "network", "theme", "stage", "day", "return", "practices_taken_over", "attested", "changed"],
  cells: (visit) => [
    visit.id, visit.guest, names.of(visit.guest), visit.host, names.of(visit.host), directory.network(visit.network)?.name ?? visit.network,
    directory.theme(visit.theme, visit.network), visit.stage, visit.day ?? "", visit.return_stage, String(visit.practices), visit.attested ? "yes" : "no", visit.changed,
  ],
};
