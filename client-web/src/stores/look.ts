// What schools, themes, clusters and networks are called, for sentences about events.
import type { Lookup } from "../words/activity";
import { directory } from "./directory.svelte";
import { names } from "./names.svelte";

export const look: Lookup = {
  school: (urn) => names.of(urn),
  theme: (code) => directory.theme(code),
  cluster: (id) => directory.cluster(id)?.name ?? "a cluster",
  network: (id) => directory.network(id)?.name ?? "a network",
};
