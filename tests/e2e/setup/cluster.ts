// The places of the sample that the stories play in: Ashton Park's cluster and a neighbour in it.
import type { Page } from "playwright-core";

export const ashton_park = "145398";
export const cluster_name = "Bristol South";

export interface Place {
  cluster: string;
  network: string;
  /** Another member of the cluster, of another trust or none. */
  other: { urn: string; name: string };
}

interface Found {
  id: string;
  name: string;
  clusters: { id: string; name: string }[];
}

/** Asked of the API, in the page of somebody who has signed in. */
export async function findPlace(page: Page): Promise<Place> {
  const read = <T>(path: string) => page.evaluate(async (url) => (await fetch(url)).json() as unknown, `/api/v1${path}`) as Promise<T>;
  const { items } = await read<{ items: Found[] }>("/networks");
  for (const network of items)
    for (const cluster of network.clusters) {
      if (cluster.name !== cluster_name) continue;
      const { members } = await read<{ members: { school: string; name: string }[] }>(`/clusters/${cluster.id}/dashboard`);
      const trustOf = async (urn: string) => (await read<{ details: { trust_code: string } }>(`/schools/${urn}`)).details.trust_code;
      const own = await trustOf(ashton_park);
      for (const { school, name } of members)
        if (school !== ashton_park && (own === "" || (await trustOf(school)) !== own))
          return { cluster: cluster.id, network: network.id, other: { urn: school, name } };
    }
  throw new Error(`The sample has no ${cluster_name}.`);
}
