import { expect, it } from "vitest";
import { task } from "../testing/views";
import { sayDue, sayDuty, sayOwed, saySince, sayWaiting } from "./duties";

const today = "2026-03-09";

it("a duty is an instruction to whoever is to do it", () => {
  expect(sayDuty("answer_visit")).toBe("Answer the request for a visit");
  expect(sayDuty("set_visit_day")).toBe("Set a day for the visit");
  expect(sayDuty("name_team")).toBe("Name the review team");
  expect(sayDuty("ask_for_return")).toBe("Ask for the return visit, or let it go");
  expect(sayDuty("follow_up_practice")).toBe("Say what became of the practice that was taken over");
  expect(sayDuty("answer_meeting_days")).toBe("Say which days suit for the meeting");
  expect(sayDuty("settle_meeting_day")).toBe("Settle the day of the meeting");
});

it("of another school, it says who is to do what", () => {
  expect(sayWaiting("answer_visit", "Glory Farm")).toBe("Waiting for Glory Farm to answer the request for a visit");
  expect(sayWaiting("ask_for_return", "Glory Farm")).toBe("Waiting for Glory Farm to ask for the return visit, or let it go");
  expect(sayWaiting("reply_to_meeting", "Glory Farm")).toBe("Waiting for Glory Farm to say whether somebody comes to the meeting");
  expect(sayOwed("record_attendance", "Glory Farm")).toBe("Glory Farm is to write down who was at the meeting");
  expect(sayOwed("close_review", "Glory Farm")).toBe("Glory Farm is to close the review");
});

it("what one takes from a visit is one's own, and another's theirs", () => {
  expect(sayDuty("reflect_on_visit")).toBe("Write what you take from the visit");
  expect(sayWaiting("reflect_on_visit", "Glory Farm")).toBe("Waiting for Glory Farm to write what it takes from the visit");
});

it("the day on which it is due is near, later, or over", () => {
  const due = (day: string, overdue = false) => sayDue(task("answer_visit", { due: day, overdue }), today);
  expect(due("2026-03-09")).toBe("Due today");
  expect(due("2026-03-10")).toBe("Due tomorrow");
  expect(due("2026-03-11")).toBe("Due on Wednesday 11 March 2026");
  expect(due("2026-03-06", true)).toBe("Overdue since Friday 6 March 2026");
});

it("is overdue by the server's day, whatever this computer's clock says", () => {
  expect(sayDue(task("answer_visit", { due: today, overdue: true }), today)).toBe("Overdue since Monday 9 March 2026");
});

it("has no day where that is not the reader's to know", () => {
  expect(sayDue(task("answer_visit"), today)).toBe("");
});

it("a request is waited for since it was made, another step since it could be taken", () => {
  expect(saySince(task("answer_partnership", { since: today }))).toBe("Asked on Monday 9 March 2026");
  expect(saySince(task("answer_meeting_days", { since: today }))).toBe("Asked on Monday 9 March 2026");
  expect(saySince(task("name_team", { since: today }))).toBe("Since Monday 9 March 2026");
  expect(saySince(task("record_attendance", { since: today }))).toBe("Since Monday 9 March 2026");
  expect(saySince(task("write_report", { since: today }))).toBe("Since Monday 9 March 2026");
});
