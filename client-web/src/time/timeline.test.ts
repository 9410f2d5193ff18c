import { afterEach, describe, expect, it, vi } from "vitest";
import type { LogEvent } from "../api/types";
import { PastServer, logged } from "../testing/past";
import { seeded } from "../testing/views";
import { eventsOfPlace, eventsOfThing } from "./events";
import { indexAt, joined, momentsOf } from "./moments";
import { Timeline } from "./timeline.svelte";

afterEach(() => vi.unstubAllGlobals());
const firsts = (moments: { first: number; position: number }[]) => moments.map(({ first, position }) => [first, position]);

describe("moments", () => {
  const events = [logged(3), logged(5, "visit-held", 5), logged(6, "visit-return-paid", 5), logged(9, "text-redacted"), logged(12)];
  it("are what was written down in one go; what was erased since is none", () => {
    expect(firsts(momentsOf(events))).toEqual([[3, 3], [5, 6], [12, 12]]);
  });
  it("are joined where a page ended within one", () => {
    expect(firsts(joined(momentsOf(events.slice(0, 2)), momentsOf(events.slice(2))))).toEqual([[3, 3], [5, 6], [12, 12]]);
    expect(joined([], [])).toEqual([]);
  });
  it("are found by a position", () => {
    const moments = momentsOf(events);
    expect([2, 3, 4, 5, 6, 11, 12, 99].map((position) => indexAt(moments, position))).toEqual([-1, 0, 0, 1, 1, 1, 2, 2]);
  });
});

/** Some hundred events with gaps, several to a commit at times. */
function randomLog(seed: number): LogEvent[] {
  const random = seeded(seed);
  let [position, commit] = [0, 0];
  return Array.from({ length: 350 }, () => {
    const same = commit > 0 && random() < 0.2;
    position += same ? 1 : 1 + Math.floor(random() * 5);
    if (!same) commit = position;
    return logged(position, random() < 0.1 ? "text-redacted" : random() < 0.5 ? "visit-held" : "visit-requested", commit);
  });
}

it.each([1, 2, 3, 4, 5, 6])("steps as if all was known, wherever one is and however long the pages are (seed %i)", async (seed) => {
  const events = randomLog(seed);
  new PastServer(events, 7 * seed);
  const [all, random] = [momentsOf(events), seeded(100 + seed)];
  const timeline = new Timeline(eventsOfPlace({ cluster: "clu_1" }));
  let at = Math.floor(random() * 700);
  for (let step = 0; step < 120; ++step) {
    await timeline.around(at);
    const index = indexAt(all, at);
    const [before, here, after] = [index > 0 ? all[index - 1] : null, all[index] ?? null, all[index + 1] ?? null];
    const spot = `seed ${seed}, step ${step}, position ${at}`;
    expect(timeline.present(at)?.first ?? null, spot).toBe(here?.first ?? null);
    expect(timeline.from(at, -1)?.position ?? null, spot).toBe(before?.position ?? null);
    expect(timeline.from(at, 1)?.position ?? null, spot).toBe(after?.position ?? null);
    at = random() < 0.15 ? Math.floor(random() * 1100) : ((random() < 0.5 ? timeline.from(at, -1) : timeline.from(at, 1 + Math.floor(random() * 16)))?.position ?? at);
  }
});

it("finds the next of the same kind, and the one before, without reading what is between", async () => {
  const events = [logged(1, "visit-agreed"), ...Array.from({ length: 300 }, (_, index) => logged(index + 2)), logged(400, "visit-agreed")];
  const server = new PastServer(events);
  const timeline = new Timeline(eventsOfPlace({ cluster: "clu_1" }));
  const agreed = momentsOf([events[0] as LogEvent])[0];
  if (!agreed) throw new Error("no moment");
  expect(await timeline.sameKind(agreed, 1)).toBe(400);
  expect(await timeline.sameKind(agreed, -1)).toBeNull();
  expect(server.asked).toEqual(["/events?cluster=clu_1&kind=visit-agreed&order=oldest&cursor=2&limit=1"]);
});

it("stops at both ends", async () => {
  new PastServer([logged(4), logged(8)]);
  const timeline = new Timeline(eventsOfPlace({ school: "1" }));
  await timeline.around(8);
  expect([timeline.from(8, 1), timeline.from(4, -1), timeline.from(2, -1)]).toEqual([null, null, null]);
  expect(timeline.from(2, 16)?.position).toBe(8);
  expect([timeline.atStart, timeline.atEnd]).toEqual([true, true]);
});

it("goes through the history of a visit in the same way", async () => {
  const rows = [9, 7, 4].map((position) => ({ position, kind: position === 7 ? "visit-dated" : "visit-moved", how: "live", recorded: `2026-03-0${position}T09:00:00Z` }));
  vi.stubGlobal("fetch", (url: string) => Promise.resolve(new Response(JSON.stringify(url.includes("cursor") ? { items: rows.slice(2) } : { items: rows.slice(0, 2), next: "1" }))));
  const timeline = new Timeline(eventsOfThing("visits", "vis_1"));
  await timeline.around(7);
  expect(firsts(timeline.moments)).toEqual([[4, 4], [7, 7], [9, 9]]);
  const moved = timeline.present(9);
  expect(moved && (await timeline.sameKind(moved, -1))).toBe(4);
});
