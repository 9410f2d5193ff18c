// What a meeting's page says of its schools: who answered, who comes, who was there; and how each question begins.
import type { MeetingAnswer, MeetingComing, MeetingDetail, MeetingPresence } from "../../api/types";
import { presences } from "../../words/meetings";

/** Beneath what somebody writes about a meeting. */
export const clusterHint = "The schools of the cluster and the coordinator can read this.";

/** Who may not read the answers does not get them. */
export const answersOf = (meeting: MeetingDetail): MeetingAnswer[] => meeting.answers ?? [];
export const answerOf = (meeting: MeetingDetail, school: string) => answersOf(meeting).find((answer) => answer.school === school);

/** In which ways a school may come to such a meeting. */
export function waysToCome({ mode }: Pick<MeetingDetail, "mode">): MeetingComing[] {
  return mode === "mixed" ? ["in_person", "remote", "apologies"] : [mode, "apologies"];
}

/** The schools whom a proposed day suits, and what is still open. */
export function whomItSuits(meeting: MeetingDetail, day: string): string[] {
  return answersOf(meeting).filter(({ days }) => days?.includes(day)).map(({ school }) => school);
}
export const whomNoDaySuits = (meeting: MeetingDetail) => answersOf(meeting).filter(({ days }) => days?.length === 0).map(({ school }) => school);
export const stillToAnswer = (meeting: MeetingDetail) => meeting.schools.filter((school) => !answerOf(meeting, school)?.days);

export interface Group {
  title: string;
  /** `note`: that it sends, or sent, a substitute. */
  schools: { school: string; note: string }[];
}

/** The cluster's schools by how they come, or by how they were there: in the order of names. */
export function groupsOf(meeting: MeetingDetail): Group[] {
  const groups = meeting.stage === "held" ? groupsHeld(meeting) : groupsComing(meeting);
  return groups.filter(({ schools }) => schools.length > 0);
}

function groupsHeld(meeting: MeetingDetail): Group[] {
  const rows = listed(meeting).flatMap((school) => (meeting.attendance ?? []).filter((row) => row.school === school));
  return (Object.entries(presences) as [MeetingPresence, string][]).map(([presence, title]) => ({
    title,
    schools: rows.filter((row) => row.presence === presence).map(({ school, substitute }) => ({ school, note: substitute ? "a substitute" : "" })),
  }));
}

function groupsComing(meeting: MeetingDetail): Group[] {
  const said = meeting.schools.map((school) => ({ school, ...answerOf(meeting, school) }));
  const coming = (["in_person", "remote", "apologies"] as const).map((way) => ({ title: presences[way], schools: said.filter((each) => each.coming === way) }));
  return [...coming, { title: "No reply yet", schools: said.filter((each) => each.coming === undefined) }].map(({ title, schools }) => ({
    title,
    schools: schools.map(({ school, substitute }) => ({ school, note: sayIntended(substitute) })),
  }));
}

function sayIntended(substitute: MeetingAnswer["substitute"]): string {
  if (!substitute) return "";
  return typeof substitute === "string" ? `a substitute: ${substitute}` : "a substitute";
}

/** The schools of the cluster; after them those that have left it and stand on the list of who was there. */
export function listed({ schools, attendance }: MeetingDetail): string[] {
  const left = (attendance ?? []).map(({ school }) => school).filter((school) => !schools.includes(school));
  return [...schools, ...left];
}
