// A network's own rules: to read, and to set.
import { get, post, type WriteOptions } from "./http";
import type { List, TaskDeadline, Written } from "./types";

/** How many working days schools have for a step. */
export interface Deadline extends TaskDeadline {
  /** The network has set it itself. */
  own: boolean;
}

export const readDeadlines = (network: string) => get<List<Deadline>>(`/networks/${network}/deadlines`);
export const setDeadlines = (network: string, deadlines: TaskDeadline[], options: WriteOptions): Promise<Written> =>
  post(`/networks/${network}/set-deadlines`, { deadlines }, options);
