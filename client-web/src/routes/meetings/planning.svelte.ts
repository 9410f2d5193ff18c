// What helps to plan a cluster's meeting: whose turn it is to host, and how many schools have nothing else on each of
// the next days. Four weeks are read at once; more when they are asked for.
import { hostsInTurn, openDays } from "../../api/meetings";
import type { HostInTurn, OpenDay } from "../../api/types";
import { names } from "../../stores/names.svelte";
import { dayFrom, mondayOf } from "../../words/dates";

const weeks_at_once = 4;
const weeks_max = 52;

export class Planning {
  /** Of which cluster the hosts and days are; none while they are read. */
  cluster = $state("");
  hosts = $state.raw<HostInTurn[]>([]);
  days = $state.raw<OpenDay[]>([]);
  error = $state.raw<unknown>(null);
  /** The first day that was not read yet. */
  #next = $state("");
  #turn = 0;

  constructor(readonly today: string) {}

  get more(): boolean {
    return this.cluster !== "" && this.#next < dayFrom(mondayOf(this.today), 7 * weeks_max);
  }

  async begin(cluster: string): Promise<void> {
    const turn = ++this.#turn;
    this.cluster = "";
    this.error = null;
    const next = dayFrom(mondayOf(this.today), 7 * weeks_at_once);
    try {
      const [hosts, days] = await Promise.all([hostsInTurn(cluster), openDays(cluster, this.today, dayFrom(next, -1)), names.learnCluster(cluster)]);
      if (turn !== this.#turn) return;
      [this.hosts, this.days, this.#next, this.cluster] = [hosts.items, days.items, next, cluster];
    } catch (error) {
      if (turn === this.#turn) this.error = error;
    }
  }

  async readOn(): Promise<void> {
    const turn = ++this.#turn;
    const [from, next] = [this.#next, dayFrom(this.#next, 7 * weeks_at_once)];
    try {
      const { items } = await openDays(this.cluster, from, dayFrom(next, -1));
      if (turn !== this.#turn) return;
      [this.days, this.#next, this.error] = [[...this.days, ...items], next, null];
    } catch (error) {
      if (turn === this.#turn) this.error = error;
    }
  }
}
