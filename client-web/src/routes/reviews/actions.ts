// What can be done with a review, of what its reader may do: the questions and the words.
import type { ReviewAgreeDays, ReviewAnswerReport, ReviewClose, ReviewDecline, ReviewDetail, ReviewDraftReport, ReviewRecordHeld } from "../../api/types";
import { filled, offered, type Action } from "../../forms/action";
import { correctAnswer, correctHeld, correctReport } from "./correction_actions";
import { blankDays, checkDays, daysOf } from "./days";
import { answerAsks, answerOf, blankReport, checkAnswer, checkReport, reportAsks, reportOf, safeguarding } from "./report";
import { leadIsMissing, nameTeam } from "./team";

export function reviewActions(review: ReviewDetail, today: string): Action[] {
  const all: Action[] = [
    nameTeam(review),
    agreeDays(review, today),
    recordHeld(review, today),
    draftReport(review),
    answerReport,
    close,
    decline,
    cancel,
    correctReport(review),
    correctAnswer(review),
    correctHeld(review, today),
  ];
  return all
    .filter(({ command }) => offered(command, review.may))
    .map((action) => ({ ...action, first: isFirst(action.command, review, today) }));
}

function isFirst(command: string, review: ReviewDetail, today: string): boolean {
  if (command === "name-team" && leadIsMissing(review)) return true;
  const begun = (review.days[0] ?? "9999") <= today;
  switch (review.stage) {
    case "requested":
      return command === "name-team";
    case "team_named":
      return command === "agree-days";
    case "days_agreed":
      return command === "record-held" && begun;
    case "held":
      return command === "draft-report";
    case "drafted":
      return command === "answer-report";
    case "answered":
      return review.accurate === false ? command === "draft-report" : command === "close";
    default:
      return false;
  }
}

const agreeDays = (review: ReviewDetail, today: string): Action => ({
  command: "agree-days",
  title: review.stage === "days_agreed" ? "Move the review to other days" : "Agree the days",
  asks: [
    { as: "day", name: "day1", label: "First day", hint: "School days, Monday to Friday; most reviews take two.", min: today, planned: true },
    { as: "day", name: "day2", label: "Second day (optional)", min: today, planned: true },
    { as: "day", name: "day3", label: "Third day (optional)", min: today, planned: true },
  ],
  blank: blankDays(review.days),
  button: review.stage === "days_agreed" ? "Move the review" : "Agree the days",
  done: "The days are agreed.",
  first: true,
  exact: true,
  check: checkDays,
  body: (values): ReviewAgreeDays => ({ days: daysOf(values) }),
});

const recordHeld = (review: ReviewDetail, today: string): Action => ({
  command: "record-held",
  title: "Say that the review was held",
  asks: [
    { as: "day", name: "day1", label: "First day on which it was held", max: today },
    { as: "day", name: "day2", label: "Second day (if there was one)", max: today },
    { as: "day", name: "day3", label: "Third day (if there was one)", max: today },
  ],
  blank: blankDays(review.days.filter((day) => day <= today)),
  button: "It was held",
  done: "The review is recorded. Next, the team writes its report.",
  first: false,
  exact: true,
  check: checkDays,
  body: (values): ReviewRecordHeld => ({ days: daysOf(values) }),
});

const draftReport = (review: ReviewDetail): Action => ({
  command: "draft-report",
  title: review.stage === "held" ? "Write the report" : "Write the report anew",
  warning: safeguarding,
  asks: reportAsks,
  blank: blankReport(review),
  button: "Give the report to the host",
  done: "The report is with the host, who now says whether it is accurate.",
  first: true,
  exact: true,
  check: checkReport,
  body: (values): ReviewDraftReport => reportOf(values),
});

const answerReport: Action = {
  command: "answer-report",
  title: "Answer the report",
  asks: answerAsks,
  button: "Send the answer",
  done: "Your answer is with the team.",
  first: true,
  exact: true,
  check: checkAnswer,
  body: (values): ReviewAnswerReport => answerOf(values),
};

const close: Action = {
  command: "close",
  title: "Close the review",
  lead: "The report is accurate. Closed, the review is complete, and its report belongs to the host.",
  asks: [],
  button: "Close the review",
  done: "The review is complete.",
  first: true,
  exact: true,
  check: () => [],
  body: (): ReviewClose => ({}),
};

const decline: Action = {
  command: "decline",
  title: "Decline the review",
  asks: [{ as: "text", name: "reason", label: "Why (optional)", hint: "Only the two schools and the coordinator can read this.", rows: 3 }],
  button: "Decline",
  tone: "warning",
  done: "The review is declined.",
  first: false,
  exact: true,
  check: () => [],
  body: (values): ReviewDecline => filled(values, "reason"),
};

const cancel: Action = {
  ...decline,
  command: "cancel",
  title: "Cancel the review",
  button: "Cancel the review",
  done: "The review is cancelled.",
};
