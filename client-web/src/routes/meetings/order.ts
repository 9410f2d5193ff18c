// Meetings in the order in which people look for them.
import type { MeetingSummary } from "../../api/types";

const isOpen = ({ stage }: MeetingSummary) => stage === "proposed" || stage === "settled";

/** Those that are still to take place before the others; else as they came. */
export function openFirst(meetings: MeetingSummary[]): MeetingSummary[] {
  return [...meetings.filter(isOpen), ...meetings.filter((meeting) => !isOpen(meeting))];
}

/** What is to come: by its day, then those of which no day is settled. A day that is past is still to be written down. */
export function toCome(meetings: MeetingSummary[]): MeetingSummary[] {
  const day = (meeting: MeetingSummary) => meeting.day ?? `9999-${meeting.proposed[0] ?? ""}`;
  return meetings.filter(isOpen).sort((a, b) => day(a).localeCompare(day(b)));
}

/** The last that took place, the latest first. */
export function lastHeld(meetings: MeetingSummary[]): MeetingSummary[] {
  return meetings.filter(({ stage }) => stage === "held").sort((a, b) => (b.day ?? "").localeCompare(a.day ?? ""));
}
