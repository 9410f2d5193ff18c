// What waits for whom: the visits and reviews of one's schools that are not finished.
import { listReviews } from "../../api/reviews";
import type { ReviewSummary, VisitSummary } from "../../api/types";
import { listVisits } from "../../api/visits";
import { nextOfReview, nextOfVisit, reviewOpen, visitOpen, type Next } from "../../words/stages";

export interface Task {
  kind: "visit" | "review";
  id: string;
  next: Next;
  visit?: VisitSummary;
  review?: ReviewSummary;
}

/** Those for the reader first; of each, what has a day in the order of days, then the newest change. */
export function tasksOf(visits: VisitSummary[], reviews: ReviewSummary[], mySchools: string[], today: string): Task[] {
  const tasks: (Task & { position: number; day: string })[] = [
    ...unique(visits)
      .filter(visitOpen)
      .map((visit) => ({ kind: "visit" as const, id: visit.id, visit, position: visit.position, day: visit.day ?? later, next: nextOfVisit(visit, mySchools, today) })),
    ...unique(reviews)
      .filter(reviewOpen)
      .map((review) => ({ kind: "review" as const, id: review.id, review, position: review.position, day: review.days[0] ?? later, next: nextOfReview(review, mySchools, today) })),
  ];
  return tasks.sort((a, b) => Number(b.next.mine) - Number(a.next.mine) || a.day.localeCompare(b.day) || b.position - a.position);
}

const later = "9999-12-31";

function unique<Row extends { id: string }>(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

const enough = 50;

export async function readTasks(mySchools: string[], today: string): Promise<Task[]> {
  const asked = mySchools.flatMap((school) => [
    listVisits({ school, open: true, limit: enough }).then(({ items }) => ({ visits: items, reviews: [] })),
    // A review that took place still wants its report and answer.
    listReviews({ school, limit: enough }).then(({ items }) => ({ visits: [], reviews: items })),
  ]);
  const answers: { visits: VisitSummary[]; reviews: ReviewSummary[] }[] = await Promise.all(asked);
  return tasksOf(answers.flatMap(({ visits }) => visits), answers.flatMap(({ reviews }) => reviews), mySchools, today);
}
