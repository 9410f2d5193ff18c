// What can be done with a visit, of what its reader may do: the questions and the words.
import type { VisitAgree, VisitCancel, VisitDecline, VisitDetail, VisitMove, VisitRecordHeld, VisitReflect, VisitSetDay, VisitWaiveReturn } from "../../api/types";
import { filled, need, noteHint, offered, typed, type Action } from "../../forms/action";
import { correctHeld, reflectionCorrections } from "./correction_actions";
import { adoptions } from "./practice_actions";
import { nameVisitors, writeSheet } from "./sheet_actions";

export function visitActions(visit: VisitDetail, mySchools: string[], today: string): Action[] {
  const before = [agree, decline, setDay(today), writeSheet(visit), nameVisitors(visit), move(visit, today), recordHeld(visit, today), cancel];
  const corrections = [...reflectionCorrections(visit, mySchools), correctHeld(visit, today)];
  const all: Action[] = [...before, ...adoptions(visit, mySchools), waiveReturn, ...corrections];
  const may = all.filter(({ command }) => offered(command, visit.may)).map((action) => ({ ...action, first: isFirst(action.command, visit, today) }));
  return visit.may.includes("reflect") ? [...reflections(visit, mySchools), ...may] : may;
}

function isFirst(command: string, visit: VisitDetail, today: string): boolean {
  const due = visit.day !== undefined && visit.day <= today;
  if (command === "record-held") return visit.stage === "dated" && due;
  if (command === "write-sheet") return visit.stage === "dated" && !due && visit.sheet === undefined;
  if (command === "name-visitors") return visit.stage === "dated" && !due && visit.visitors === undefined;
  return command === "agree" || command === "set-day";
}

const agree: Action = {
  command: "agree",
  title: "Agree to the visit",
  asks: [{ as: "text", name: "note", label: "A note to the guest (optional)", hint: noteHint, rows: 4 }],
  button: "Agree",
  done: "You agreed to the visit. Next, one of the two schools sets a day.",
  first: true,
  exact: true,
  check: () => [],
  body: (values): VisitAgree => filled(values, "note"),
};

const decline: Action = {
  command: "decline",
  title: "Decline the visit",
  asks: [{ as: "text", name: "reason", label: "Why (optional)", hint: "Only the two schools and the coordinator can read this.", rows: 3 }],
  button: "Decline",
  tone: "warning",
  done: "You declined the visit.",
  first: false,
  exact: true,
  check: () => [],
  body: (values): VisitDecline => filled(values, "reason"),
};

const setDay = (today: string): Action => ({
  command: "set-day",
  title: "Set the day",
  asks: [{ as: "day", name: "day", label: "On which day is the visit?", hint: "A school day, Monday to Friday.", min: today, planned: true }],
  button: "Set the day",
  done: "The day is set.",
  first: true,
  exact: true,
  check: (values) => need(values, "day", "Enter the day of the visit"),
  body: (values): VisitSetDay => ({ day: typed(values, "day") }),
});

const move = (visit: VisitDetail, today: string): Action => ({
  command: "move",
  title: "Move the visit to another day",
  asks: [
    { as: "day", name: "day", label: "What is the new day?", hint: "A school day, Monday to Friday.", min: today, planned: true },
    { as: "text", name: "reason", label: "Why (optional)", hint: "Only the two schools and the coordinator can read this.", rows: 3 },
  ],
  button: "Move the visit",
  done: "The visit has a new day.",
  first: false,
  exact: true,
  check: (values) =>
    values.day === visit.day && visit.day ? [{ field: "day", text: "Enter a day other than the present one" }] : need(values, "day", "Enter the new day"),
  body: (values): VisitMove => ({ day: typed(values, "day"), ...filled(values, "reason") }),
});

const recordHeld = (visit: VisitDetail, today: string): Action => ({
  command: "record-held",
  title: "Say that the visit was held",
  asks: [{ as: "day", name: "day", label: "On which day was it held?", max: today }],
  blank: { day: visit.day && visit.day <= today ? visit.day : "" },
  button: "It was held",
  done: "The visit is recorded. Both schools can now write what they take from it.",
  first: false,
  exact: true,
  check: (values) => need(values, "day", "Enter the day on which it was held"),
  body: (values): VisitRecordHeld => filled(values, "day"),
});

const cancel: Action = {
  command: "cancel",
  title: "Cancel the visit",
  asks: [{ as: "text", name: "reason", label: "Why (optional)", hint: "Only the two schools and the coordinator can read this.", rows: 3 }],
  button: "Cancel the visit",
  tone: "warning",
  done: "The visit is cancelled.",
  first: false,
  exact: true,
  check: () => [],
  body: (values): VisitCancel => filled(values, "reason"),
};

const waiveReturn: Action = {
  command: "waive-return",
  title: "Let the return visit go",
  lead: "The return visit is then no longer owed.",
  warning: "This cannot be taken back.",
  asks: [{ as: "text", name: "reason", label: "Why (optional)", hint: "Only the two schools and the coordinator can read this.", rows: 3 }],
  button: "Let it go",
  tone: "warning",
  done: "The return visit is waived: it is no longer owed.",
  first: false,
  exact: true,
  check: () => [],
  body: (values): VisitWaiveReturn => filled(values, "reason"),
};

/** One for each of the reader's schools that took part and has not written yet. */
function reflections(visit: VisitDetail, mySchools: string[]): Action[] {
  const sides: { side: VisitReflect["side"]; open: boolean; label: string }[] = [
    { side: "guest", open: mySchools.includes(visit.guest) && visit.guest_reflection === undefined, label: "What do you take from this visit?" },
    { side: "host", open: mySchools.includes(visit.host) && visit.host_reflection === undefined, label: "What do you take from hosting this visit?" },
  ];
  return sides
    .filter(({ open }) => open)
    .map(({ side, label }) => ({
      command: "reflect",
      title: side === "guest" ? "Write your reflection as the guest" : "Write your reflection as the host",
      asks: [{ as: "text", name: `${side}_reflection`, label, hint: `Start with what was strong. ${noteHint}`, rows: 7 }],
      button: "Send the reflection",
      done: "Your reflection is with both schools.",
      first: true,
      exact: false,
      check: (values) => need(values, `${side}_reflection`, "Write what you take from the visit"),
      body: (values): VisitReflect => ({ side, reflection: typed(values, `${side}_reflection`) }),
    }));
}
