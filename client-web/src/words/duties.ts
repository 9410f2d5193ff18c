// What a school is to do next, in words: to whoever does it, and of the school that others wait for.
import type { TaskDuty, TaskItem } from "../api/types";
import { onDay, sayDay } from "./dates";

const steps: Record<TaskDuty, string> = {
  answer_visit: "answer the request for a visit",
  set_visit_day: "set a day for the visit",
  record_visit: "say whether the visit was held",
  reflect_on_visit: "write what you take from the visit",
  // True of the first team and of one that nobody leads any more: the server says only that one is to be named.
  name_team: "name the review team",
  agree_review_days: "agree the days of the review",
  record_review: "say whether the review was held",
  // True of the first report and of one that came back from the host: the server says only that one is owed.
  write_report: "write the review report for the host",
  answer_report: "answer the review report",
  close_review: "close the review",
  answer_partnership: "answer the proposal of a partnership",
  ask_for_return: "ask for the return visit, or let it go",
  follow_up_practice: "say what became of the practice that was taken over",
  answer_meeting_days: "say which days suit for the meeting",
  settle_meeting_day: "settle the day of the meeting",
  reply_to_meeting: "say whether somebody comes to the meeting",
  record_attendance: "write down who was at the meeting",
};

const stepOfSchool = (duty: TaskDuty) => (duty === "reflect_on_visit" ? "write what it takes from the visit" : steps[duty]);

/** "Answer the request for a visit". */
export const sayDuty = (duty: TaskDuty) => steps[duty].charAt(0).toUpperCase() + steps[duty].slice(1);

/** "Waiting for Glory Farm to answer the request for a visit". */
export const sayWaiting = (duty: TaskDuty, school: string) => `Waiting for ${school} to ${stepOfSchool(duty)}`;

/** "Glory Farm is to answer the request for a visit". */
export const sayOwed = (duty: TaskDuty, school: string) => `${school} is to ${stepOfSchool(duty)}`;

/** By when; nothing where that is not the reader's to know. What is overdue is the server's word, not this computer's clock's. */
export function sayDue({ due, overdue }: Pick<TaskItem, "due" | "overdue">, today: string): string {
  if (!due) return "";
  return overdue ? `Overdue since ${sayDay(due)}` : `Due ${onDay(due, today)}`;
}

/** A team is asked for, too, but also wanted since somebody left: "since" is true of both. */
const asked: TaskDuty[] = ["answer_visit", "answer_partnership", "answer_meeting_days", "reply_to_meeting"];

/** Since when one waits: a request since it was made, another step since it could be taken. */
export function saySince({ duty, since }: Pick<TaskItem, "duty" | "since">): string {
  return `${asked.includes(duty) ? "Asked on" : "Since"} ${sayDay(since)}`;
}
