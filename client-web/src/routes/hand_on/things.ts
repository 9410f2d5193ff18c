// What hangs on a school, as things to be ticked: each with a word, and with its own page.
import type { HangingView, MeetingSummary, Person, ReviewSummary, Successor, VisitSummary } from "../../api/types";
import type { Tick } from "../../forms/ticks";
import { listOf, sayDay, sayDays } from "../../words/dates";
import { meetingStages, sayMeetingWhen } from "../../words/meetings";
import { capital, sayName, sayRole } from "../../words/people";
import { partnershipStages, reviewStages, visitStages } from "../../words/stages";
import { sayComing } from "../home/say_coming";
import { mayMove, mayMovePeople } from "./may";

/** As the body of the command names them. */
export const kinds = ["networks", "clusters", "people", "visits", "reviews", "partnerships", "meetings"] as const;
export type Kind = (typeof kinds)[number];
export type Things = Record<Kind, Tick[]>;

export const titles: Record<Kind, string> = {
  networks: "Networks",
  clusters: "Clusters",
  people: "People",
  visits: "Visits",
  reviews: "Reviews",
  partnerships: "Partnerships",
  meetings: "Meetings that it hosts",
};

export interface Lookup {
  school(urn: string): string;
  network(id: string): string;
  cluster(id: string): string;
  networkOf(cluster: string): string;
}

export function thingsOf(view: HangingView, reader: Person | null, look: Lookup, followed: Successor[] = []): Things {
  const within = (network: string) => (mayMove(reader, network) ? {} : { blocked: `Of ${look.network(network)}, which you do not coordinate` });
  const staying = mayMovePeople(reader, view, followed) ? {} : { blocked: "An administrator says who takes up posts there" };
  const say = (row: Parameters<typeof sayComing>[0]) => sayComing(row, look.school, look.cluster);
  return {
    networks: view.networks.map((id) => ({ value: id, text: look.network(id), href: `/networks/${id}`, ...within(id) })),
    clusters: view.clusters.map((id) => ({ value: id, text: look.cluster(id), href: `/clusters/${id}`, ...within(look.networkOf(id)) })),
    people: view.people.map((person) => ({ ...tickOf(person, view.school), ...staying })),
    visits: view.visits.map((visit) => ({
      value: visit.id, text: say({ id: visit.id, visit }), hint: sayVisit(visit), href: `/visits/${visit.id}`, ...within(visit.network),
    })),
    reviews: view.reviews.map((review) => ({
      value: review.id, text: say({ id: review.id, review }), hint: sayReview(review), href: `/reviews/${review.id}`, ...within(review.network),
    })),
    partnerships: view.partnerships.map((partnership) => ({
      value: partnership.id, text: say({ id: partnership.id, partnership }), hint: partnershipStages[partnership.stage],
      href: `/partnerships/${partnership.id}`, ...within(partnership.network),
    })),
    meetings: view.meetings.map((meeting) => ({
      value: meeting.id, text: say({ id: meeting.id, meeting }), hint: sayMeeting(meeting), href: `/meetings/${meeting.id}`, ...within(meeting.network),
    })),
  };
}

export const isEmpty = (things: Things): boolean => kinds.every((kind) => things[kind].length === 0);

const joined = (stage: string, when: string) => [stage, when].filter(Boolean).join(", ");
const sayVisit = ({ stage, day }: VisitSummary) => joined(visitStages[stage], day ? sayDay(day) : "");
const sayReview = ({ stage, days }: ReviewSummary) => joined(reviewStages[stage], sayDays(days));
const sayMeeting = (meeting: MeetingSummary) => joined(meetingStages[meeting.stage], sayMeetingWhen(meeting));

/** Their posts at this school, and for whose they act. */
function tickOf({ id, name, roles, acts_for }: Person, school: string): Tick {
  const posts = roles.filter(({ place }) => place === school).map(({ role }) => sayRole(role));
  const deputy = acts_for.filter(({ role }) => role.place === school).map(({ role }) => `deputy of the ${sayRole(role.role)}`);
  return { value: id, text: sayName(name), hint: capital(listOf([...new Set([...posts, ...deputy])])), href: `/schools/${school}/people` };
}
