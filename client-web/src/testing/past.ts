// A server that has a log, for tests: it answers as the real one does, and says how much was asked of it at once.
import { vi } from "vitest";
import type { ActivityEntry, CalendarOfGroup, LogEvent } from "../api/types";
import { router } from "../router/router.svelte";
import { dashboard, entry, member } from "./views";

/** Recorded a day each, from 2 March 2026 on, at nine; those of one commit together. */
export const logged = (position: number, kind = "visit-requested", commit = position): LogEvent => ({
  position, kind, correlation: `c${commit}`, recorded: new Date(Date.UTC(2026, 2, 1 + commit, 9)).toISOString(),
});

export class PastServer {
  asked: string[] = [];
  /** The most requests that were under way at once. */
  at_once = 0;
  /** What a view answers in place of itself: a status. */
  refuses = 0;
  /** Called before each answer. */
  wait: () => Promise<void> = () => Promise.resolve();
  #under_way = 0;

  constructor(
    readonly events: LogEvent[],
    private readonly page_max = 200,
  ) {
    vi.stubGlobal("fetch", async (url: string) => {
      this.asked.push(url.replace("/api/v1", ""));
      this.at_once = Math.max(this.at_once, ++this.#under_way);
      await this.wait();
      const answer = this.#answer(new URL(url, "http://x"));
      this.#under_way -= 1;
      return answer;
    });
  }

  /** Of what was asked, that which is of a view. */
  get views(): string[] {
    return this.asked.filter((url) => url.includes("at="));
  }

  #answer(url: URL): Response {
    const path = url.pathname.replace("/api/v1", "");
    if (path === "/events") return json(this.#page(url.searchParams));
    const one = /^\/events\/(\d+)$/.exec(path);
    if (one) return json(this.events.find(({ position }) => position >= Number(one[1])) ?? logged(Number(one[1])));
    const [from, to] = [url.searchParams.get("from") ?? "", url.searchParams.get("to") ?? ""];
    if (path.endsWith("/calendar")) return json({ from, to, today: "2026-03-12", complete: true, entries: [], closed: [], holidays: [] } satisfies CalendarOfGroup);
    return this.#view(url.searchParams.get("at") ?? String(this.events.at(-1)?.position ?? 0));
  }

  #page(query: URLSearchParams): object {
    const [cursor, kind] = [Number(query.get("cursor")), query.get("kind")];
    const oldest = query.get("order") === "oldest";
    const found = this.events.filter((event) => (!kind || event.kind === kind) && (oldest ? event.position >= cursor : event.position <= cursor));
    if (!oldest) found.reverse();
    const size = Math.min(Number(query.get("limit") ?? 50), this.page_max);
    return { items: found.slice(0, size), ...(found[size] ? { next: String(found[size].position) } : {}) };
  }

  #view(at: string): Response {
    const last = this.events.at(-1)?.position ?? 0;
    const asked = /^\d+$/.test(at) ? Number(at) : this.#endOf(at);
    if (this.refuses) return json({ title: "No", status: this.refuses }, this.refuses);
    if (asked === null || asked > last) return json({ title: "No", status: 400 }, 400);
    if (asked < (this.events[0]?.position ?? 0)) return json({ title: "Nothing here", status: 404 }, 404);
    const commit = this.events.find(({ position }) => position === asked)?.correlation;
    const end = Math.max(...this.events.filter(({ correlation, position }) => correlation === commit || position <= asked).map(({ position }) => position));
    const activity: ActivityEntry[] = this.events.filter(({ position }) => position <= end).map((event) => ({ ...entry(event.position, event.kind), recorded: event.recorded })).reverse();
    const view = { ...dashboard([member("100001", "Ashton Park"), member("100002", "Glory Farm")]), position: end, activity };
    return json(view, 200, { "X-Position": String(end) });
  }

  /** The last position of a day. */
  #endOf(day: string): number | null {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
    return this.events.filter(({ recorded }) => recorded.slice(0, 10) <= day).at(-1)?.position ?? 0;
  }
}

const json = (value: object, status = 200, headers: Record<string, string> = {}) => new Response(JSON.stringify(value), { status, headers });

/** As if the reader had gone to this address. */
export function goTo(address: string): void {
  history.replaceState(null, "", address);
  [router.path, router.search] = [location.pathname, location.search];
}
