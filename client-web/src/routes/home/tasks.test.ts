import { expect, it } from "vitest";
import type { PartnershipSummary, ReviewSummary, VisitSummary } from "../../api/types";
import { sayTask } from "./say_task";
import { tasksOf, type Diary } from "./tasks";

const visit = (id: string, part: Partial<VisitSummary>) => ({ id, guest: "G", host: "H", theme: "equity", stage: "requested", position: 1, ...part }) as VisitSummary;
const review = (id: string, part: Partial<ReviewSummary>) => ({ id, host: "H", reviewing_school: "R", stage: "requested", days: [], position: 1, ...part }) as ReviewSummary;
const partnership = (id: string, part: Partial<PartnershipSummary>) => ({ id, school: "S", partner: "P", purpose: "equity", stage: "proposed", position: 1, ...part }) as PartnershipSummary;
const tasksIn = (diary: Partial<Diary>, mySchools: string[]) => tasksOf({ visits: [], reviews: [], partnerships: [], ...diary }, mySchools, "2026-03-09");

it("what the reader is to do comes first, then by day, then the newest", () => {
  const visits = [
    visit("planned later", { stage: "dated", day: "2026-03-20" }),
    visit("planned sooner", { stage: "dated", day: "2026-03-12" }),
    visit("asked", { position: 2 }),
    visit("asked last", { position: 9 }),
  ];
  const tasks = tasksIn({ visits, reviews: [review("waiting for others", {})] }, ["H"]);
  expect(tasks.map(({ id }) => id)).toEqual(["asked last", "asked", "planned sooner", "planned later", "waiting for others"]);
});

it("what is over is no task, and a visit between two of one's schools is one", () => {
  const tasks = tasksIn({ visits: [visit("a", {}), visit("a", {}), visit("b", { stage: "held" })], reviews: [review("c", { stage: "closed" })] }, ["G", "H"]);
  expect(tasks.map(({ id }) => id)).toEqual(["a"]);
});

it("a review that took place still wants its report", () => {
  expect(tasksIn({ reviews: [review("r", { stage: "held", days: ["2026-03-02"] })] }, ["R"])[0]?.next.words).toBe("Write the report");
});

it("a proposal is for the partner to answer; who proposed it waits", () => {
  const [asked] = tasksIn({ partnerships: [partnership("p", {})] }, ["P"]);
  expect(asked?.next).toEqual({ mine: true, words: "Accept or decline" });
  expect(asked && sayTask(asked, (urn) => `School ${urn}`)).toBe("School S proposed a partnership to School P");
  expect(tasksIn({ partnerships: [partnership("p", {})] }, ["S"])[0]?.next.mine).toBe(false);
});

it("a partnership is under way, active or paused, until it ends", () => {
  const partnerships = (["active", "paused", "ended", "declined"] as const).map((stage) => partnership(stage, { stage }));
  const tasks = tasksIn({ partnerships }, ["S", "P"]);
  expect(tasks.map(({ id, next }) => [id, next.mine])).toEqual([["active", false], ["paused", false]]);
  expect(tasks[0] && sayTask(tasks[0], (urn) => urn)).toBe("Partnership of S and P");
});
