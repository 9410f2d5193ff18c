// What is coming up at one's schools: visits, reviews and meetings that have a day still to come, and the partnerships at
// work.
import { listMeetings } from "../../api/meetings";
import { listPartnerships } from "../../api/partnerships";
import { listReviews } from "../../api/reviews";
import type { MeetingSummary, PartnershipSummary, ReviewSummary, VisitSummary } from "../../api/types";
import { listVisits } from "../../api/visits";

export interface Coming {
  id: string;
  visit?: VisitSummary;
  review?: ReviewSummary;
  partnership?: PartnershipSummary;
  meeting?: MeetingSummary;
}

export interface Diary {
  visits: VisitSummary[];
  reviews: ReviewSummary[];
  partnerships: PartnershipSummary[];
  meetings: MeetingSummary[];
}

/** Today is still to come: who goes this morning looks here. In the order of days, then the newest change. */
export function comingOf({ visits, reviews, partnerships, meetings }: Diary, today: string): Coming[] {
  const coming: (Coming & { position: number; day: string })[] = [
    ...unique(visits)
      .filter(({ stage, day }) => stage === "dated" && day && day >= today)
      .map((visit) => ({ id: visit.id, visit, position: visit.position, day: visit.day ?? later })),
    ...unique(reviews)
      .filter(({ stage, days }) => stage === "days_agreed" && (days.at(-1) ?? "") >= today)
      .map((review) => ({ id: review.id, review, position: review.position, day: review.days[0] ?? later })),
    ...unique(meetings)
      .filter(({ stage, day }) => stage === "settled" && day && day >= today)
      .map((meeting) => ({ id: meeting.id, meeting, position: meeting.position, day: meeting.day ?? later })),
    ...unique(partnerships)
      .filter(({ stage }) => stage === "active")
      .map((partnership) => ({ id: partnership.id, partnership, position: partnership.position, day: later })),
  ];
  return coming.sort((a, b) => a.day.localeCompare(b.day) || b.position - a.position);
}

const later = "9999-12-31";

/** What two of one's schools do together, or in one cluster, is in both their lists. */
function unique<Row extends { id: string }>(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

const enough = 50;

export async function readComing(mySchools: string[], today: string): Promise<Coming[]> {
  const of = async <Row>(list: (query: { school: string; open: boolean; limit: number }) => Promise<{ items: Row[] }>) =>
    (await Promise.all(mySchools.map((school) => list({ school, open: true, limit: enough })))).flatMap(({ items }) => items);
  const [visits, reviews, partnerships, meetings] = await Promise.all([of(listVisits), of(listReviews), of(listPartnerships), of(listMeetings)]);
  return comingOf({ visits, reviews, partnerships, meetings }, today);
}
