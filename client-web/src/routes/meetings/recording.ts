// Who was at a meeting: written down once, and corrected where it was wrong. It begins from what the schools replied,
// or from what stands.
import type { MeetingAttendance, MeetingCorrectAttendance, MeetingDetail, MeetingRecordAttendance } from "../../api/types";
import { filled, need, typed, type Action } from "../../forms/action";
import { missingFrom, readAttendance, wasThere, writeAttendance } from "../../forms/attendance";
import { answersOf, clusterHint, listed } from "./about";

type NameOf = (urn: string) => string;

/** A draft may still hold a school that has left the cluster. */
const rowsOf = (text: string | undefined, schools: string[]) => readAttendance(text ?? "").filter(({ school }) => schools.includes(school));

const hint = "A substitute is somebody who came in the place of the school’s lead.";

/** As the schools replied beforehand; nothing of those that did not. */
export function expected(meeting: MeetingDetail): MeetingAttendance[] {
  return answersOf(meeting)
    .filter(({ school }) => meeting.schools.includes(school))
    .flatMap(({ school, coming, substitute }) => (coming ? [{ school, presence: coming, substitute: wasThere(coming) && Boolean(substitute) }] : []));
}

export function recordAttendance(meeting: MeetingDetail, today: string, nameOf: NameOf): Action {
  const due = meeting.day !== undefined && meeting.day <= today;
  return {
    command: "record-attendance",
    title: "Write down who was there",
    lead: "It begins from what the schools replied: change what was otherwise.",
    asks: [
      { as: "day", name: "day", label: "On which day was it?", max: today },
      { as: "attendance", name: "attendance", label: "Who was there?", hint, schools: meeting.schools },
    ],
    blank: { day: due ? (meeting.day ?? "") : "", attendance: writeAttendance(expected(meeting)) },
    button: "Write it down",
    done: "Who was there is written down. It can be corrected.",
    first: due,
    exact: true,
    check: (values) => [
      ...need(values, "day", "Enter the day on which the cluster met"),
      ...(typed(values, "day") > today ? [{ field: "day", text: "Enter a day that is not in the future" }] : []),
      ...missingFrom(values.attendance ?? "", "attendance", meeting.schools, nameOf),
    ],
    body: (values): MeetingRecordAttendance => ({ ...filled(values, "day"), attendance: rowsOf(values.attendance, meeting.schools) }),
  };
}

/** A school that has joined the cluster since need not be on the list. */
export function correctAttendance(meeting: MeetingDetail, nameOf: NameOf): Action {
  const stands = meeting.attendance ?? [];
  const written = writeAttendance(stands);
  const schools = listed(meeting);
  const on = stands.map(({ school }) => school);
  const later = schools.some((school) => !on.includes(school));
  return {
    command: "correct-attendance",
    title: "Correct who was there",
    asks: [
      { as: "attendance", name: "attendance", label: "Who was there?", hint: later ? `${hint} Leave out a school that joined the cluster later.` : hint, schools },
      { as: "text", name: "reason", label: "Why is it corrected? (optional)", hint: clusterHint, rows: 3 },
    ],
    blank: { attendance: written },
    button: "Correct it",
    done: "Who was there is corrected.",
    first: false,
    exact: true,
    check: (values) => [
      ...(values.attendance === written ? [{ field: "attendance", text: "Nothing is changed yet: correct what is wrong" }] : []),
      ...missingFrom(values.attendance ?? "", "attendance", on, nameOf),
    ],
    body: (values): MeetingCorrectAttendance => ({ attendance: rowsOf(values.attendance, schools), ...filled(values, "reason") }),
  };
}
