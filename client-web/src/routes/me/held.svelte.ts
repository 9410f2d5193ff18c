// All that is held about somebody: read when it is asked for, a page of events at a time, and saved whole.
import { readHeld } from "../../api/forgetting";
import type { Held } from "../../api/types";
import { Loaded } from "../../stores/loaded.svelte";

export class HeldAbout {
  /** The pages that were read, as one. */
  readonly read: Loaded<Held>;
  readonly more: Loaded<Held>;

  constructor(readonly id: string) {
    this.read = new Loaded(() => readHeld(id));
    this.more = new Loaded(async () => {
      const so_far = this.read.value;
      const all = so_far?.next ? joined(so_far, await readHeld(id, so_far.next)) : await readHeld(id);
      return (this.read.value = all);
    });
  }

  /** Once: for the page that needs it first. */
  need(): void {
    if (!this.read.value && !this.read.loading) void this.read.load();
  }

  /** Everything, however many pages that are. */
  async whole(): Promise<Held> {
    let all = await readHeld(this.id);
    while (all.next) all = joined(all, await readHeld(this.id, all.next));
    return all;
  }
}

function joined({ next: _, ...first }: Held, { events, next }: Held): Held {
  return { ...first, events: [...first.events, ...events], ...(next ? { next } : {}) };
}
