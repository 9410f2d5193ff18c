// Where the events come from that one steps through: those of a cluster, a network or a school, from the log, page by
// page; those of a visit, a review, a partnership or a meeting, from its history, all at once.
import { listEvents, type EventPlace } from "../api/events";
import { readHistory, type HistoryOf } from "../api/history";
import type { HistoryRow, List, LogEvent } from "../api/types";

export interface EventPage {
  /** In the order in which they were asked for. */
  events: LogEvent[];
  /** From where to go on; none where there are no more. */
  next?: number;
}

export interface Events {
  /** Those from this position on, oldest first. */
  later(from: number, limit: number, kind?: string): Promise<EventPage>;
  /** Those up to this position, newest first. */
  earlier(to: number, limit: number, kind?: string): Promise<EventPage>;
}

/** The server looks at so many events at most for a page: it may be empty, and there may be more all the same. */
const pages_max = 50;

export function eventsOfPlace(place: EventPlace): Events {
  const ask = async (order: "oldest" | "newest", from: number, limit: number, kind?: string): Promise<EventPage> => {
    let cursor: string | undefined = String(from);
    for (let pages = 0; cursor && pages < pages_max; ++pages) {
      const { items, next }: List<LogEvent> = await listEvents({ ...place, ...(kind ? { kind } : {}), order, cursor, limit });
      if (items.length > 0) return { events: items, ...(next ? { next: Number(next) } : {}) };
      cursor = next;
    }
    return { events: [] };
  };
  return {
    later: (from, limit, kind) => ask("oldest", from, limit, kind),
    // Nothing is before the first event.
    earlier: (to, limit, kind) => (to < 1 ? Promise.resolve({ events: [] }) : ask("newest", to, limit, kind)),
  };
}

export function eventsOfThing(of: HistoryOf, id: string): Events {
  const ofKind = (kind?: string) => (row: HistoryRow) => kind === undefined || row.kind === kind;
  /** A thing has some dozens of events; they are read anew, since there may be one more. */
  async function all(): Promise<HistoryRow[]> {
    const rows: HistoryRow[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < pages_max; ++pages) {
      const page = await readHistory(of, id, cursor);
      rows.push(...page.items);
      cursor = page.next;
      if (!cursor) break;
    }
    return rows;
  }
  return {
    later: async (from, _, kind) => ({ events: (await all()).filter(ofKind(kind)).filter(({ position }) => position >= from).reverse() }),
    earlier: async (to, _, kind) => ({ events: (await all()).filter(ofKind(kind)).filter(({ position }) => position <= to) }),
  };
}
