// Meetings of clusters in words: how far one is, when it takes place, who comes and who was there.
import type { ActivityEntry, MeetingMode, MeetingPresence, MeetingStage, MeetingSummary, OpenDay, ProposedDay } from "../api/types";
import type { Lookup } from "./activity";
import { count, listOf, sayDay, sayDays } from "./dates";

export const meetingStages: Record<MeetingStage, string> = {
  none: "Not proposed",
  proposed: "Days proposed",
  settled: "Day settled",
  held: "Held",
  cancelled: "Cancelled",
};
export const meetingPath: MeetingStage[] = ["proposed", "settled", "held"];

export const meetingModes: Record<MeetingMode, string> = {
  in_person: "In person",
  remote: "Remotely",
  mixed: "In person or remotely",
};

export const presences: Record<MeetingPresence, string> = {
  in_person: "In person",
  remote: "Remotely",
  apologies: "Apologies",
  absent: "Absent",
};

/** "Monday 9 March 2026, 16:00". */
export const sayMeetingDay = (day: string, starts: string) => [sayDay(day), starts].filter(Boolean).join(", ");

/** When it takes place; while no day is settled, the days that were proposed, or how many. */
export function sayMeetingWhen({ day, starts, proposed }: Pick<MeetingSummary, "day" | "starts" | "proposed">): string {
  if (day) return sayMeetingDay(day, starts);
  return proposed.length > 2 ? `One of ${count(proposed.length, "day")}` : proposed.map(sayDay).join(" or ");
}

/** How far its schools are: how many answered, come, or were there. */
export function sayMeetingFar(meeting: MeetingSummary, today: string): string {
  switch (meeting.stage) {
    case "proposed":
      return meeting.answered > 0 ? `${count(meeting.answered, "school has", "schools have")} answered` : "No school has answered yet";
    case "settled":
      if (meeting.day && meeting.day < today) return "Who was there is still to be written down";
      if (meeting.coming + meeting.apologies === 0) return "No school has replied yet";
      return `${meeting.coming} coming${meeting.apologies > 0 ? `, ${meeting.apologies} apologies` : ""}`;
    case "held":
      return `${meeting.attended} of ${meeting.attended + meeting.apologies + meeting.absent} were there`;
    default:
      return "";
  }
}

/** Of a proposed day: "suits 4 of 6 schools, 5 are open". */
export function sayProposed({ suits, open }: ProposedDay, schools: number): string {
  return `Suits ${suits} of ${count(schools, "school")} so far; ${open} ${open === 1 ? "has" : "have"} nothing else that day`;
}

const named_max = 4;

/** "Ashton Park, Cooper and 3 more": as many as there is room for. */
export function someOf(schools: string[], nameOf: (urn: string) => string): string {
  const named = schools.slice(0, named_max).map(nameOf);
  return listOf(schools.length > named_max ? [...named, `${schools.length - named_max} more`] : named);
}

/** How many schools are open and have nothing else on a day, which are busy, and which are on holiday. */
export function sayOpenDay({ open, schools, busy, closed }: OpenDay, nameOf: (urn: string) => string): string {
  if (open === schools) return `All ${count(schools, "school")} open`;
  if (closed.length === schools) return "Every school is on holiday";
  if (open === 0 && closed.length === 0) return "No school open";
  const free = open === 0 ? "No school open" : `${open} of ${count(schools, "school")} open`;
  const taken = busy.length > 0 ? [`Busy: ${someOf(busy, nameOf)}`] : [];
  const away = closed.length > 0 ? [`On holiday: ${someOf(closed, nameOf)}`] : [];
  return [free, ...taken, ...away].join(". ");
}

/** The host's is the only school in such an entry; the day is the one that was settled, if any. */
export function sayMeetingEvent(entry: ActivityEntry, look: Lookup): string {
  const host = look.school(entry.schools[0] ?? "");
  const cluster = entry.cluster ? look.cluster(entry.cluster) : "a cluster";
  const on = entry.days.length > 0 ? ` on ${sayDays(entry.days)}` : "";
  switch (entry.kind) {
    case "meeting-proposed":
      return `Days were proposed for a meeting of ${cluster}, hosted by ${host}`;
    case "meeting-day-settled":
      return `A meeting of ${cluster} will be${on}, hosted by ${host}`;
    case "meeting-moved":
      return `The meeting of ${cluster} moved: it is now${on}`;
    case "meeting-cancelled":
      return `The meeting of ${cluster}${on} was cancelled`;
    case "meeting-host-changed":
      return `${host} now hosts the meeting of ${cluster}${on}`;
    case "meeting-attendance-recorded":
      return `The meeting of ${cluster} took place${on}`;
    case "meeting-attendance-corrected":
      return `Who was at the meeting of ${cluster}${on} was corrected`;
    default:
      return entry.kind.replaceAll("-", " ");
  }
}
