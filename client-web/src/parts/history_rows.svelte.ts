// The rows of a history, newest first, a page at a time. Read again, as many are read as are shown.
import { untrack } from "svelte";
import { readHistory, type HistoryOf } from "../api/history";
import type { HistoryRow } from "../api/types";
import { Loaded } from "../stores/loaded.svelte";

interface Shown {
  rows: HistoryRow[];
  next?: string;
}

export class HistoryRows {
  readonly read: Loaded<Shown>;
  readonly more: Loaded<void>;

  constructor(
    private readonly of: HistoryOf,
    private readonly id: string,
  ) {
    this.read = new Loaded(() => this.#readAll(untrack(() => this.rows.length)));
    this.more = new Loaded(() => this.#readOn());
  }

  get rows(): HistoryRow[] {
    return this.read.value?.rows ?? [];
  }
  get next(): string | undefined {
    return this.read.value?.next;
  }
  get error(): unknown {
    return this.read.error ?? this.more.error;
  }

  /** What went wrong is tried once more. */
  retry(): Promise<void> {
    return this.read.error ? this.read.load() : this.more.load();
  }

  at(position: number | undefined): HistoryRow | undefined {
    return this.rows.find((row) => row.position === position);
  }

  async #readAll(least: number): Promise<Shown> {
    let shown = await this.#pageAfter([]);
    while (shown.next && shown.rows.length < least) shown = await this.#pageAfter(shown.rows, shown.next);
    return shown;
  }

  /** Where all was read again meanwhile, what was to follow is no longer what follows. */
  async #readOn(): Promise<void> {
    const before = this.read.value;
    if (!before?.next) return;
    const shown = await this.#pageAfter(before.rows, before.next);
    if (this.read.value === before) this.read.value = shown;
  }

  async #pageAfter(rows: HistoryRow[], cursor?: string): Promise<Shown> {
    const { items, next } = await readHistory(this.of, this.id, cursor);
    return { rows: [...rows, ...items], ...(next ? { next } : {}) };
  }
}
