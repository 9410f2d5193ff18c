// What a task is about, in words.
import type { Task } from "./tasks";

export function sayTask({ visit, review, partnership }: Task, nameOf: (urn: string) => string): string {
  if (visit) return `Visit of ${nameOf(visit.guest)} to ${nameOf(visit.host)}`;
  if (review) return `Review of ${nameOf(review.host)} by ${nameOf(review.reviewing_school)}`;
  if (!partnership) return "";
  const [school, partner] = [nameOf(partnership.school), nameOf(partnership.partner)];
  return partnership.stage === "proposed" ? `${school} proposed a partnership to ${partner}` : `Partnership of ${school} and ${partner}`;
}
