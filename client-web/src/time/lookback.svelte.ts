// Whether the page shows a moment of the past, and which: the address says it (`?at=`).
import { router } from "../router/router.svelte";
import { londonDay } from "../words/dates";
import { addressAt, hasPast } from "./at";

class Lookback {
  /** The moment whose views are on the screen; another may have been asked for since. */
  shown = $state("");
  /** The day on which that moment was, in London; none while nothing of the past is shown. */
  day = $state("");
  /** The reader has just gone into the past, or come out of it, by a button that is no longer there. */
  turned = false;
  #reading = new Set<Promise<unknown>>();

  /** As the address has it; empty: as things are now. */
  get at(): string {
    return hasPast(router.path) ? (router.query.get("at") ?? "") : "";
  }

  /** The day on which the reader stands: in the past that of the moment. */
  get today(): string {
    return (this.at && this.day) || londonDay(new Date());
  }

  /** Links from one page of the past to another stay at the moment. */
  link(href: string): string {
    return addressAt(href, this.at);
  }

  /** Part of a page reads something of its own: the next moment waits for it. */
  reading(read: Promise<unknown>): void {
    this.#reading.add(read);
    void read.finally(() => this.#reading.delete(read)).catch(() => undefined);
  }

  /** When all that parts of the page read has come. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#reading]);
  }
}

export const lookback = new Lookback();
