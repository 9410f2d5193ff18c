// The moments around the one that is shown, read page by page as they are needed.
import type { Events } from "./events";
import { indexAt, joined, momentsOf, type Moment } from "./moments";

const page_size = 100;
/** So many are at hand ahead while one plays: the longest stride and some. */
const ahead_min = 40;
/** Pages in a row that hold nothing to step to. */
const pages_max = 5;
/** More are not kept: what lies far behind is read again where one goes back. */
const kept_max = 2000;

export class Timeline {
  moments = $state.raw<Moment[]>([]);
  /** Nothing is before the first of them; nothing after the last. */
  atStart = $state(false);
  atEnd = $state(false);
  /** All from the one up to before the other is known. */
  #from = 0;
  #to = 0;

  constructor(private readonly events: Events) {}

  /** The last moment up to a position. */
  present(position: number): Moment | null {
    return this.moments[indexAt(this.moments, position)] ?? null;
  }

  /** So many moments on, or back, as far as there are; none where there is none. */
  from(position: number, by: number): Moment | null {
    const at = indexAt(this.moments, position);
    if (by < 0 && at < 1) return null;
    const to = Math.max(0, Math.min(this.moments.length - 1, at + by));
    return to === at ? null : (this.moments[to] ?? null);
  }

  /** Reads what is missing around a position: one page at a time. */
  async around(position: number): Promise<void> {
    if (position < this.#from - 1 || position >= this.#to) this.#begin(position + 1);
    const index = () => indexAt(this.moments, position);
    for (let pages = 0; pages < pages_max && index() < 1 && !this.atStart; ++pages) await this.#readEarlier();
    for (let pages = 0; pages < pages_max && this.moments.length - 1 - index() < ahead_min && !this.atEnd; ++pages) await this.#readLater();
  }

  /** The position of the next event of the same kind, or of the one before; none where there is none. */
  async sameKind(moment: Moment, by: 1 | -1): Promise<number | null> {
    const kind = moment.events[0]?.kind ?? "";
    const page = by > 0 ? await this.events.later(moment.position + 1, 1, kind) : await this.events.earlier(moment.first - 1, 1, kind);
    return page.events[0]?.position ?? null;
  }

  /** Nothing is known of any moment. */
  clear(): void {
    this.#begin(0);
  }

  #begin(at: number): void {
    this.moments = [];
    [this.atStart, this.atEnd] = [false, false];
    [this.#from, this.#to] = [at, at];
  }

  async #readEarlier(): Promise<void> {
    const { events, next } = await this.events.earlier(this.#from - 1, page_size);
    this.moments = joined(momentsOf([...events].reverse()), this.moments);
    this.#from = next === undefined ? 0 : next + 1;
    this.atStart = next === undefined;
  }

  async #readLater(): Promise<void> {
    const { events, next } = await this.events.later(this.#to, page_size);
    this.moments = joined(this.moments, momentsOf(events));
    this.#to = next ?? Infinity;
    this.atEnd = next === undefined;
    if (this.moments.length > kept_max) this.#drop();
  }

  #drop(): void {
    this.moments = this.moments.slice(-kept_max / 2);
    this.#from = this.moments[0]?.first ?? this.#from;
    this.atStart = false;
  }
}
