// What is coming up, in words: what it is, and when.
import { onDay, sayDays } from "../../words/dates";
import { sayMeetingFar } from "../../words/meetings";
import { nextOfPartnership } from "../../words/stages";
import type { Coming } from "./coming";

export function sayComing({ visit, review, partnership, meeting }: Coming, nameOf: (urn: string) => string, clusterOf: (id: string) => string): string {
  if (visit) return `Visit of ${nameOf(visit.guest)} to ${nameOf(visit.host)}`;
  if (review) return `Review of ${nameOf(review.host)} by ${nameOf(review.reviewing_school)}`;
  if (meeting) return `Meeting of ${clusterOf(meeting.cluster)}, hosted by ${nameOf(meeting.host)}`;
  return partnership ? `Partnership of ${nameOf(partnership.school)} and ${nameOf(partnership.partner)}` : "";
}

export function sayWhen({ visit, review, partnership, meeting }: Coming, mySchools: string[], today: string): string {
  if (partnership) return nextOfPartnership(partnership, mySchools).words;
  if (meeting) return [`Takes place ${sayFrom(meeting.day ?? "", meeting.starts, today)}`, sayMeetingFar(meeting, today)].join(" · ");
  const days = visit?.day ? [visit.day] : (review?.days ?? []);
  return `Takes place ${days.length > 1 ? `on ${sayDays(days)}` : onDay(days[0] ?? "", today)}`;
}

const sayFrom = (day: string, starts: string, today: string) => [onDay(day, today), starts].filter(Boolean).join(", ");
