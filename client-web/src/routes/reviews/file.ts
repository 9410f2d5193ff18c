// Reviews as a file: a line each, schools by URN and by name.
import type { ReviewSummary } from "../../api/types";
import type { CsvFile } from "../../parts/csv";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";

export const reviewFile: CsvFile<ReviewSummary> = {
  name: "reviews.csv",
  network: ({ network }) => network,
  head: ["id", "reviewing_urn", "reviewing_school", "host_urn", "host", "network", "stage", "days", "attested", "changed"],
  cells: (review) => [
    review.id, review.reviewing_school, names.of(review.reviewing_school), review.host, names.of(review.host),
    directory.network(review.network)?.name ?? review.network, review.stage, review.days.join(" "), review.attested ? "yes" : "no", review.changed,
  ],
};
