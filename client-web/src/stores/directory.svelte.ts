// The networks, their clusters and their themes: few, needed everywhere, read once a sign-in.
import { networks } from "../api/schools";
import type { ClusterSummary, NetworkSummary, Theme } from "../api/types";

class Directory {
  networks = $state.raw<NetworkSummary[] | null>(null);
  #asking: Promise<NetworkSummary[]> | null = null;

  load(): Promise<NetworkSummary[]> {
    this.#asking ??= networks().then(
      ({ items }) => (this.networks = items),
      (error: unknown) => {
        this.#asking = null;
        throw error;
      },
    );
    return this.#asking;
  }

  /** Once more: somebody has joined. What was read before stays until then. */
  reload(): Promise<NetworkSummary[]> {
    this.#asking = null;
    return this.load();
  }

  forget(): void {
    this.#asking = null;
    this.networks = null;
  }

  network(id: string): NetworkSummary | undefined {
    return this.networks?.find((network) => network.id === id);
  }

  cluster(id: string): ClusterSummary | undefined {
    return this.networks?.flatMap((network) => network.clusters).find((cluster) => cluster.id === id);
  }

  themes(network: string): Theme[] {
    return this.network(network)?.themes ?? [];
  }

  /** A theme's words; its code where no network that is known here has it. */
  theme(code: string, network?: string): string {
    const lists = network ? this.themes(network) : (this.networks ?? []).flatMap(({ themes }) => themes);
    return lists.find((theme) => theme.code === code)?.name ?? code;
  }
}

export const directory = new Directory();
