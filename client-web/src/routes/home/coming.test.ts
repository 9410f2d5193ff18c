import { afterEach, expect, it, vi } from "vitest";
import type { MeetingSummary, PartnershipSummary, ReviewSummary, VisitSummary } from "../../api/types";
import { meeting } from "../../testing/views";
import { comingOf, readComing, type Diary } from "./coming";
import { sayComing, sayWhen } from "./say_coming";

afterEach(() => vi.unstubAllGlobals());

const today = "2026-03-09";
const visit = (id: string, part: Partial<VisitSummary>) => ({ id, guest: "G", host: "H", theme: "equity", stage: "dated", position: 1, ...part }) as VisitSummary;
const review = (id: string, days: string[], part: Partial<ReviewSummary> = {}) => ({ id, host: "H", reviewing_school: "R", stage: "days_agreed", days, position: 1, ...part }) as ReviewSummary;
const partnership = (id: string, part: Partial<PartnershipSummary>) => ({ id, school: "S", partner: "P", purpose: "equity", stage: "active", position: 1, ...part }) as PartnershipSummary;
const settled = (id: string, day: string, part: Partial<MeetingSummary> = {}) => meeting(id, { stage: "settled", day, host: "H", ...part });
const comingIn = (diary: Partial<Diary>) => comingOf({ visits: [], reviews: [], partnerships: [], meetings: [], ...diary }, today);
const idsIn = (diary: Partial<Diary>) => comingIn(diary).map(({ id }) => id);
const whenOf = (diary: Partial<Diary>) => comingIn(diary).map((row) => sayWhen(row, ["H"], today));

it("comes in the order of days, then the newest", () => {
  const visits = [visit("later", { day: "2026-03-20" }), visit("sooner", { day: "2026-03-12" })];
  const partnerships = [partnership("old", { position: 2 }), partnership("new", { position: 9 })];
  const meetings = [settled("meeting", "2026-03-18")];
  expect(idsIn({ visits, reviews: [review("between", ["2026-03-16"])], partnerships, meetings })).toEqual(["sooner", "between", "meeting", "later", "new", "old"]);
});

it("has what is today, and nothing whose day is over", () => {
  expect(idsIn({ visits: [visit("over", { day: "2026-03-08" }), visit("today", { day: today })] })).toEqual(["today"]);
  expect(idsIn({ meetings: [settled("over", "2026-03-08"), settled("today", today), meeting("no day yet"), settled("held", today, { stage: "held" })] })).toEqual(["today"]);
  expect(idsIn({ reviews: [review("over", ["2026-03-05", "2026-03-06"]), review("going on", ["2026-03-06", today])] })).toEqual(["going on"]);
});

it("has nothing that was held or has no day, and no partnership that rests", () => {
  const visits = [visit("held", { stage: "held", day: "2026-03-12" }), visit("asked", { stage: "requested" })];
  const partnerships = [partnership("paused", { stage: "paused" }), partnership("proposed", { stage: "proposed" })];
  expect(idsIn({ visits, reviews: [review("held early", ["2026-03-12"], { stage: "held" })], partnerships })).toEqual([]);
});

it("says when it takes place", () => {
  expect(whenOf({ visits: [visit("a", { day: today }), visit("b", { day: "2026-03-10" })] })).toEqual(["Takes place today", "Takes place tomorrow"]);
  expect(whenOf({ reviews: [review("r", ["2026-03-10", "2026-03-11"])] })).toEqual(["Takes place on Tuesday 10 March 2026 and Wednesday 11 March 2026"]);
  expect(whenOf({ meetings: [settled("m", today, { starts: "16:00", coming: 4, apologies: 1 })] })).toEqual(["Takes place today, 16:00 · 4 coming, 1 apologies"]);
  expect(whenOf({ partnerships: [partnership("p", { last_activity: "2026-03-02" })] })).toEqual(["Last worked together on Monday 2 March 2026"]);
});

it("says what it is", () => {
  const rows = comingIn({ visits: [visit("v", { day: today })], reviews: [review("r", ["2026-03-10"])], partnerships: [partnership("p", {})], meetings: [settled("m", "2026-03-11")] });
  expect(rows.map((row) => sayComing(row, (urn) => urn, () => "Severn cluster"))).toEqual([
    "Visit of G to H", "Review of H by R", "Meeting of Severn cluster, hosted by H", "Partnership of S and P",
  ]);
});

it("asks each school for what is open, and shows what two of them share once", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    const items = url.includes("/visits") ? [visit("shared", { day: today })] : url.includes("/meetings") ? [settled("of their cluster", today)] : [];
    return Promise.resolve(new Response(JSON.stringify({ items })));
  });
  expect((await readComing(["G", "H"], today)).map(({ id }) => id)).toEqual(["shared", "of their cluster"]);
  expect(asked).toContain("/api/v1/meetings?school=G&open=true&limit=50");
  expect(asked).toContain("/api/v1/visits?school=G&open=true&limit=50");
  expect(asked).toContain("/api/v1/reviews?school=H&open=true&limit=50");
});
