// What is coming up, in words: what it is, and when.
import { onDay, sayDays } from "../../words/dates";
import { nextOfPartnership } from "../../words/stages";
import type { Coming } from "./coming";

export function sayComing({ visit, review, partnership }: Coming, nameOf: (urn: string) => string): string {
  if (visit) return `Visit of ${nameOf(visit.guest)} to ${nameOf(visit.host)}`;
  if (review) return `Review of ${nameOf(review.host)} by ${nameOf(review.reviewing_school)}`;
  return partnership ? `Partnership of ${nameOf(partnership.school)} and ${nameOf(partnership.partner)}` : "";
}

export function sayWhen({ visit, review, partnership }: Coming, mySchools: string[], today: string): string {
  if (partnership) return nextOfPartnership(partnership, mySchools).words;
  const days = visit?.day ? [visit.day] : (review?.days ?? []);
  return `Takes place ${days.length > 1 ? `on ${sayDays(days)}` : onDay(days[0] ?? "", today)}`;
}
