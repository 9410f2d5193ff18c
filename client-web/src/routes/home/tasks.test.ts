import { expect, it } from "vitest";
import type { ReviewSummary, VisitSummary } from "../../api/types";
import { tasksOf } from "./tasks";

const visit = (id: string, part: Partial<VisitSummary>) => ({ id, guest: "G", host: "H", theme: "equity", stage: "requested", position: 1, ...part }) as VisitSummary;
const review = (id: string, part: Partial<ReviewSummary>) => ({ id, host: "H", reviewing_school: "R", stage: "requested", days: [], position: 1, ...part }) as ReviewSummary;

it("what the reader is to do comes first, then by day, then the newest", () => {
  const visits = [
    visit("planned later", { stage: "dated", day: "2026-03-20" }),
    visit("planned sooner", { stage: "dated", day: "2026-03-12" }),
    visit("asked", { position: 2 }),
    visit("asked last", { position: 9 }),
  ];
  const tasks = tasksOf(visits, [review("waiting for others", {})], ["H"], "2026-03-09");
  expect(tasks.map(({ id }) => id)).toEqual(["asked last", "asked", "planned sooner", "planned later", "waiting for others"]);
});

it("what is over is no task, and a visit between two of one's schools is one", () => {
  const tasks = tasksOf([visit("a", {}), visit("a", {}), visit("b", { stage: "held" })], [review("c", { stage: "closed" })], ["G", "H"], "2026-03-09");
  expect(tasks.map(({ id }) => id)).toEqual(["a"]);
});

it("a review that took place still wants its report", () => {
  expect(tasksOf([], [review("r", { stage: "held", days: ["2026-03-02"] })], ["R"], "2026-03-09")[0]?.next.words).toBe("Write the report");
});
