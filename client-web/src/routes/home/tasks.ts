// What waits for whom: the visits, reviews and partnerships of one's schools that are not finished.
import { listPartnerships } from "../../api/partnerships";
import { listReviews } from "../../api/reviews";
import type { PartnershipSummary, ReviewSummary, VisitSummary } from "../../api/types";
import { listVisits } from "../../api/visits";
import { nextOfPartnership, nextOfReview, nextOfVisit, partnershipOpen, reviewOpen, visitOpen, type Next } from "../../words/stages";

export interface Task {
  id: string;
  next: Next;
  visit?: VisitSummary;
  review?: ReviewSummary;
  partnership?: PartnershipSummary;
}

export interface Diary {
  visits: VisitSummary[];
  reviews: ReviewSummary[];
  partnerships: PartnershipSummary[];
}

/** Those for the reader first; of each, what has a day in the order of days, then the newest change. */
export function tasksOf({ visits, reviews, partnerships }: Diary, mySchools: string[], today: string): Task[] {
  const tasks: (Task & { position: number; day: string })[] = [
    ...unique(visits)
      .filter(visitOpen)
      .map((visit) => ({ id: visit.id, visit, position: visit.position, day: visit.day ?? later, next: nextOfVisit(visit, mySchools, today) })),
    ...unique(reviews)
      .filter(reviewOpen)
      .map((review) => ({ id: review.id, review, position: review.position, day: review.days[0] ?? later, next: nextOfReview(review, mySchools, today) })),
    ...unique(partnerships)
      .filter(partnershipOpen)
      .map((partnership) => ({ id: partnership.id, partnership, position: partnership.position, day: later, next: nextOfPartnership(partnership, mySchools) })),
  ];
  return tasks.sort((a, b) => Number(b.next.mine) - Number(a.next.mine) || a.day.localeCompare(b.day) || b.position - a.position);
}

const later = "9999-12-31";

function unique<Row extends { id: string }>(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

const enough = 50;

export async function readTasks(mySchools: string[], today: string): Promise<Task[]> {
  const of = async <Row>(list: (school: string) => Promise<{ items: Row[] }>) =>
    (await Promise.all(mySchools.map(list))).flatMap(({ items }) => items);
  const [visits, reviews, partnerships] = await Promise.all([
    of((school) => listVisits({ school, open: true, limit: enough })),
    // A review that took place still wants its report and answer.
    of((school) => listReviews({ school, limit: enough })),
    of((school) => listPartnerships({ school, open: true, limit: enough })),
  ]);
  return tasksOf({ visits, reviews, partnerships }, mySchools, today);
}
