// What can be done with a meeting, of what its reader may do: the questions and the words.
import type { MeetingCancel, MeetingChangeHost, MeetingDetail, MeetingMove, MeetingSetAgenda, MeetingSettleDay } from "../../api/types";
import { filled, need, offered, textOf, typed, type Action, type Asked } from "../../forms/action";
import { sayDay } from "../../words/dates";
import { sayProposed } from "../../words/meetings";
import { clusterHint } from "./about";
import { answers, replies } from "./answering";
import { correctAttendance, recordAttendance } from "./recording";

const why: Asked = { as: "text", name: "reason", label: "Why (optional)", hint: clusterHint, rows: 3 };

export function meetingActions(meeting: MeetingDetail, mySchools: string[], today: string, nameOf: (urn: string) => string): Action[] {
  const own = mySchools.filter((school) => meeting.speaks_for.includes(school));
  const all: Action[] = [
    ...answers(meeting, own, nameOf),
    ...replies(meeting, own, nameOf),
    settleDay(meeting, own, today),
    recordAttendance(meeting, today, nameOf),
    correctAttendance(meeting, nameOf),
    move(meeting, today),
    setAgenda(meeting),
    changeHost(meeting, nameOf),
    cancel,
  ];
  return all.filter(({ command }) => offered(command, meeting.may));
}

const another = "another";

/** Who has still to answer for their own school does that first. */
function settleDay(meeting: MeetingDetail, own: string[], today: string): Action {
  const answered = (school: string) => (meeting.answers ?? []).some((answer) => answer.school === school && answer.days);
  const days = meeting.proposed.filter(({ day }) => day >= today);
  const remote = meeting.mode === "remote";
  const choices = days.map((row) => ({ value: row.day, text: sayDay(row.day), hint: sayProposed(row, meeting.schools.length) }));
  const chosen = (values: Record<string, string>) => typed(values, typed(values, "day") === another ? "other_day" : "day");
  return {
    command: "settle-day",
    title: "Settle the day",
    asks: [
      { as: "choice", name: "day", label: "On which day does the cluster meet?", choices: [...choices, { value: another, text: "Another day" }] },
      { as: "day", name: "other_day", label: "If another: on which day?", hint: "A school day, Monday to Friday.", min: today, planned: true },
      { as: "time", name: "starts", label: "When does it start? (optional)", hint: "UK time, for example 16:00." },
      { as: "text", name: "where", label: remote ? "How does one join? (optional)" : "Where is it? (optional)", hint: clusterHint, rows: 2 },
    ],
    button: "Settle the day",
    done: "The day is settled. Each school is asked whether somebody comes.",
    first: own.every(answered),
    exact: true,
    check: (values) => [
      ...need(values, "day", "Choose the day of the meeting"),
      ...(values.day === another ? need(values, "other_day", "Enter the other day") : []),
    ],
    body: (values): MeetingSettleDay => ({ day: chosen(values), ...filled(values, "starts", "where") }),
  };
}

const move = (meeting: MeetingDetail, today: string): Action => ({
  command: "move",
  title: "Move the meeting to another day or time",
  lead: "Each school is then asked again whether somebody comes.",
  asks: [
    { as: "day", name: "day", label: "What is the new day?", hint: "A school day, Monday to Friday.", min: today, planned: true },
    { as: "time", name: "starts", label: "When does it start?", hint: "Leave it empty if the time stays as it is." },
    why,
  ],
  button: "Move the meeting",
  done: "The meeting has moved. Each school is asked again whether somebody comes.",
  first: false,
  exact: true,
  check: (values) => {
    const same = values.day === meeting.day && (!values.starts || values.starts === meeting.starts);
    return same ? [{ field: "day", text: "Enter another day, or another time" }] : need(values, "day", "Enter the new day");
  },
  body: (values): MeetingMove => ({ day: typed(values, "day"), ...filled(values, "starts", "reason") }),
});

const setAgenda = ({ agenda }: MeetingDetail): Action => ({
  command: "set-agenda",
  title: agenda ? "Change the agenda" : "Write the agenda",
  asks: [{ as: "text", name: "agenda", label: "What is the meeting about?", hint: `${clusterHint} Do not write about single children.`, rows: 7 }],
  blank: { agenda: textOf(agenda) },
  button: "Save the agenda",
  done: "The agenda is saved.",
  first: false,
  exact: true,
  check: (values) => need(values, "agenda", "Write the agenda"),
  body: (values): MeetingSetAgenda => ({ agenda: typed(values, "agenda") }),
});

const changeHost = ({ schools, host }: MeetingDetail, nameOf: (urn: string) => string): Action => ({
  command: "change-host",
  title: "Let another school host",
  asks: [
    {
      as: "choice",
      name: "host",
      label: "Which school hosts?",
      choices: schools.filter((school) => school !== host).map((school) => ({ value: school, text: nameOf(school) })),
      list: true,
    },
  ],
  button: "Change the host",
  done: "Another school hosts the meeting.",
  first: false,
  exact: true,
  check: (values) => need(values, "host", "Choose the school that hosts"),
  body: (values): MeetingChangeHost => ({ host: typed(values, "host") }),
});

const cancel: Action = {
  command: "cancel",
  title: "Cancel the meeting",
  asks: [why],
  button: "Cancel the meeting",
  tone: "warning",
  done: "The meeting is cancelled.",
  first: false,
  exact: true,
  check: () => [],
  body: (values): MeetingCancel => filled(values, "reason"),
};
