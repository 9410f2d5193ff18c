// What can be done with a review, of what its reader may do: the questions and the words.
import type { ReviewAgreeDays, ReviewAnswerReport, ReviewClose, ReviewDecline, ReviewDetail, ReviewDraftReport, ReviewNameTeam, ReviewRecordHeld } from "../../api/types";
import { filled, need, offered, textOf, typed, type Action } from "../../forms/action";
import { readTeam, writeTeam } from "../../forms/team";
import { correctHeld } from "./correction_actions";
import { blankDays, checkDays, daysOf } from "./days";

export const safeguarding = "Safeguarding concerns do not belong in this report: tell the head at once.";

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
    correctHeld(review, today),
  ];
  return all
    .filter(({ command }) => offered(command, review.may))
    .map((action) => ({ ...action, first: isFirst(action.command, review, today) }));
}

function isFirst(command: string, review: ReviewDetail, today: string): boolean {
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

const nameTeam = (review: ReviewDetail): Action => ({
  command: "name-team",
  title: review.stage === "team_named" ? "Name another team" : "Name the team",
  lead: "Naming the team says yes for the reviewing school.",
  asks: [{ as: "team", name: "team", label: "Who is on the team?", hint: "Exactly one person leads.", school: review.reviewing_school }],
  blank: { team: writeTeam(review.team ?? []) },
  button: "Name the team",
  done: "The team is named. Next, the two schools agree the days.",
  first: true,
  exact: true,
  check: (values) => {
    const team = readTeam(values.team ?? "");
    if (team.length === 0) return [{ field: "team", text: "Choose who is on the team" }];
    const leads = team.filter(({ role }) => role === "lead").length;
    return leads === 1 ? [] : [{ field: "team", text: leads === 0 ? "Choose who leads the review" : "Choose only one person who leads" }];
  },
  body: (values): ReviewNameTeam => ({ team: readTeam(values.team ?? "") }),
});

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
  asks: [
    { as: "text", name: "strengths", label: "What is strong at this school?", hint: "Start here: what did the team see that others should see too?", rows: 9 },
    { as: "text", name: "even_better_if", label: "Even better if… (optional)", hint: "What would make a good thing better? Do not name single children.", rows: 7 },
  ],
  blank: { strengths: textOf(review.strengths), even_better_if: textOf(review.even_better_if) },
  button: "Give the report to the host",
  done: "The report is with the host, who now says whether it is accurate.",
  first: true,
  exact: true,
  check: (values) => need(values, "strengths", "Write what is strong at this school"),
  body: (values): ReviewDraftReport => ({ strengths: typed(values, "strengths"), ...filled(values, "even_better_if") }),
});

const answerReport: Action = {
  command: "answer-report",
  title: "Answer the report",
  asks: [
    {
      as: "choice",
      name: "accurate",
      label: "Is the report accurate?",
      choices: [
        { value: "yes", text: "Yes, it is accurate", hint: "The review can then be closed" },
        { value: "no", text: "No, something is not right", hint: "The team writes it anew" },
      ],
    },
    { as: "text", name: "comments", label: "Comments", hint: "Needed where something is not right: say what.", rows: 6 },
  ],
  button: "Send the answer",
  done: "Your answer is with the team.",
  first: true,
  exact: true,
  check: (values) => [
    ...need(values, "accurate", "Say whether the report is accurate"),
    ...(values.accurate === "no" ? need(values, "comments", "Say what is not right in the report") : []),
  ],
  body: (values): ReviewAnswerReport => ({ accurate: values.accurate === "yes", ...filled(values, "comments") }),
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
