import { expect, it } from "vitest";
import type { HistoryRow, Personal } from "../api/types";
import type { Lookup } from "./activity";
import { bothOf, sayEntered, sayHistory } from "./history";

const schools: Record<string, string> = { "1": "Ashton Park", "2": "Glory Farm", "3": "Ashton Park Academy" };
const look: Lookup = { school: (urn) => schools[urn] ?? urn, theme: () => "Equity", cluster: () => "Severn South", network: () => "Severn" };
const row = (kind: string, part: Partial<HistoryRow> = {}): HistoryRow => ({ position: 7, recorded: "2026-03-09T09:00:00Z", kind, how: "live", ...part });
const visit = { schools: ["1", "2"], theme: "equity", visit: "vis_1" };

it("says each step as the feed says it, with the days of the event itself", () => {
  expect(sayHistory(row("visit-requested", { event: {} }), visit, look)).toBe("Glory Farm asked to visit Ashton Park about equity");
  expect(sayHistory(row("visit-held", { event: { day: "2026-03-06" } }), visit, look)).toBe("Glory Farm visited Ashton Park about equity on Friday 6 March 2026");
  expect(sayHistory(row("visit-moved", { event: { to: "2026-03-12" } }), visit, look)).toBe("The visit of Glory Farm to Ashton Park about equity moved: it is now on Thursday 12 March 2026");
  expect(sayHistory(row("review-days-agreed", { event: { days: ["2026-03-09", "2026-03-10"] } }), { schools: ["2", "1"], review: "rev_1" }, look)).toMatch(/^Glory Farm will review Ashton Park on Monday 9/);
  expect(sayHistory(row("partnership-activity-logged", { event: { day: "2026-03-06" } }), { schools: ["1", "2"], partnership: "par_1", theme: "equity" }, look)).toBe(
    "Ashton Park and Glory Farm worked together on equity, on Friday 6 March 2026",
  );
});

it("says what is told in the history of a thing alone", () => {
  const said = (kind: string, event: HistoryRow["event"] = {}) => sayHistory(row(kind, { event }), visit, look);
  expect(said("visit-sheet-written")).toBe("Ashton Park wrote what its guests need to know");
  expect(said("visit-visitors-named")).toBe("Glory Farm said who comes");
  expect(said("visit-reflection-corrected")).toBe("A reflection on the visit of Glory Farm to Ashton Park was written anew");
  expect(said("visit-carried-over", { from: "1", to: "3" })).toBe("It went from Ashton Park to Ashton Park Academy, which followed it");
  expect(said("visit-return-paid")).toBe("Ashton Park made its return visit to Glory Farm");
  const meeting = { schools: ["1"], cluster: "clu_1", meeting: "mee_1" };
  expect(sayHistory(row("meeting-replied", { event: { school: "2" } }), meeting, look)).toBe("Glory Farm said whether it comes");
  expect(sayHistory(row("meeting-day-settled", { event: { day: "2026-03-12" } }), meeting, look)).toBe("A meeting of Severn South will be on Thursday 12 March 2026, hosted by Ashton Park");
});

it("says when it was entered and by whom, as far as the reader may know", () => {
  expect(sayEntered(row("visit-held", { by: "Lead, Ashton Park" }))).toBe("Monday 9 March 2026, 09:00, by Lead, Ashton Park");
  expect(sayEntered(row("visit-held", { by: "Deputy", on_behalf_of: "Head, Ashton Park", happened: "2026-03-06" }))).toBe(
    "Monday 9 March 2026, 09:00, by Deputy, for Head, Ashton Park; it happened on Friday 6 March 2026",
  );
  expect(sayEntered(row("review-member-left", { how: "by_policy" }))).toBe("Monday 9 March 2026, 09:00, by Commonweal itself");
  expect(sayEntered(row("visit-held"))).toBe("Monday 9 March 2026, 09:00");
});

it("says of a correction what differs, what it was and what it is", () => {
  const held = row("visit-held", { event: { day: "2026-03-09" } });
  const moved = row("visit-held-corrected", { corrects: 7, event: { day: "2026-03-06" } });
  expect(bothOf(moved, held, look)).toEqual([{ name: "When", was: "Monday 9 March 2026", is: "Friday 6 March 2026" }]);
  expect(bothOf(moved, undefined, look)).toEqual([{ name: "When", is: "Friday 6 March 2026" }]);
  expect(bothOf(row("visit-held-corrected", { event: {} }), held, look)).toEqual([{ name: "When", was: "Monday 9 March 2026", is: "It did not take place" }]);
  const report = (strengths: string, even_better_if?: string) => row("review-report-corrected", { event: { strengths, ...(even_better_if ? { even_better_if } : {}) } });
  expect(bothOf(report("Warm"), report("Warm", "Warmer"), look)).toEqual([{ name: "Even better if", was: "Warmer", is: "Nothing" }]);
  const answer = (accurate: boolean, comments: string) => row("review-answer-corrected", { event: { accurate, comments } });
  expect(bothOf(answer(true, "Read"), answer(false, "Read"), look)).toEqual([{ name: "The report", was: "Is not right in something", is: "Is accurate" }]);
  const there = (presence: "in_person" | "remote", day?: string) => {
    const attendance = [{ school: "1", presence: "absent" as const, substitute: false }, { school: "2", presence, substitute: false }];
    return row(day ? "meeting-attendance-recorded" : "meeting-attendance-corrected", { event: { ...(day ? { day } : {}), attendance } });
  };
  expect(bothOf(there("remote"), there("in_person", "2026-03-09"), look)).toEqual([{ name: "Who was there", was: "Glory Farm (in person)", is: "Glory Farm (remotely)" }]);
});

it("says of words that they were erased, and of no difference where both are", () => {
  const reflected = (kind: string, reflection: Personal) => row(kind, { event: { reflection } });
  const erased = { erased: true } as Personal;
  expect(bothOf(reflected("visit-reflection-corrected", "Better"), reflected("visit-reflected", erased), look)).toEqual([{ name: "Reflection", was: "Erased", is: "Better" }]);
  expect(bothOf(reflected("visit-reflection-corrected", erased), reflected("visit-reflected", erased), look)).toEqual([]);
  expect(sayHistory(row("text-redacted"), visit, look)).toBe("Words that had been written down were erased");
});

it("shows a reader without the words nothing of them", () => {
  expect(bothOf(row("visit-reflection-corrected", { event: {} }), row("visit-reflected", { event: {} }), look)).toEqual([]);
});
