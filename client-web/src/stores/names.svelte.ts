// What schools are called. Those that no view has named are asked for once.
import { SvelteMap } from "svelte/reactivity";
import { findSchools, schoolPage } from "../api/schools";
import { allRows } from "./all_rows";

class Names {
  #known = new SvelteMap<string, string>();
  #asked = new Set<string>();
  #clusters = new Map<string, Promise<void>>();
  #networks = new Map<string, Promise<void>>();

  learn(rows: { school: string; name: string }[]): void {
    for (const { school, name } of rows) if (this.#known.get(school) !== name) this.#known.set(school, name);
  }

  /** All of a cluster at once, rather than one by one. Where that fails each is asked for as it is needed. */
  learnCluster(cluster: string): Promise<void> {
    const asking =
      this.#clusters.get(cluster) ??
      findSchools({ cluster, limit: 200 }).then(
        ({ items }) => this.learn(items),
        () => void this.#clusters.delete(cluster),
      );
    this.#clusters.set(cluster, asking);
    return asking;
  }

  /** All of a network, for who needs most of them at once. */
  learnNetwork(network: string): Promise<void> {
    const asking =
      this.#networks.get(network) ??
      allRows((page) => findSchools({ network, ...page })).then(
        ({ rows }) => this.learn(rows),
        () => void this.#networks.delete(network),
      );
    this.#networks.set(network, asking);
    return asking;
  }

  /** The name, or "School 108910" until it is known. Asks for it where nobody has. */
  of(urn: string): string {
    if (urn === "") return ""; // a sentence about nobody
    const name = this.#known.get(urn);
    if (name === undefined) this.#ask(urn);
    return name ?? `School ${urn}`;
  }

  #ask(urn: string): void {
    if (this.#asked.has(urn)) return;
    this.#asked.add(urn);
    void schoolPage(urn).then(
      (page) => this.#known.set(urn, page.details.name),
      () => undefined, // the URN remains; the page that needs more says what went wrong
    );
  }
}

export const names = new Names();
