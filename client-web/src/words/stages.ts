// Stages of visits, reviews and partnerships in words, and what comes next for whom.
import type { MeetingStage, PartnershipStage, PartnershipSummary, ReviewStage, ReviewSummary, VisitStage, VisitSummary } from "../api/types";
import { sayDay } from "./dates";
import { returnOwed } from "./returns";

export const visitStages: Record<VisitStage, string> = {
  none: "Not asked for",
  requested: "Asked for",
  agreed: "Agreed",
  dated: "Day set",
  held: "Held",
  declined: "Declined",
  cancelled: "Cancelled",
};
export const visitPath: VisitStage[] = ["requested", "agreed", "dated", "held"];

export const reviewStages: Record<ReviewStage, string> = {
  none: "Not asked for",
  requested: "Asked for",
  team_named: "Team named",
  days_agreed: "Days agreed",
  held: "Held",
  drafted: "Report drafted",
  answered: "Report answered",
  closed: "Closed",
  declined: "Declined",
  cancelled: "Cancelled",
};
export const reviewPath: ReviewStage[] = [
  "requested",
  "team_named",
  "days_agreed",
  "held",
  "drafted",
  "answered",
  "closed",
];

export const partnershipStages: Record<PartnershipStage, string> = {
  none: "Not proposed",
  proposed: "Proposed",
  active: "Active",
  paused: "Paused",
  declined: "Declined",
  withdrawn: "Withdrawn",
  ended: "Ended",
};

/** Pausing is a step only while it lasts; what began in earlier times was never proposed here. */
export function partnershipPath({ stage, attested }: { stage: PartnershipStage; attested?: boolean }): PartnershipStage[] {
  const path: PartnershipStage[] = stage === "paused" ? ["proposed", "active", "paused", "ended"] : ["proposed", "active", "ended"];
  return attested ? path.slice(1) : path;
}

type Stage = VisitStage | ReviewStage | PartnershipStage | MeetingStage;

const tones: Partial<Record<Stage, "waiting" | "done" | "over">> = {
  requested: "waiting",
  drafted: "waiting",
  answered: "waiting",
  proposed: "waiting",
  paused: "waiting",
  held: "done",
  closed: "done",
  declined: "over",
  cancelled: "over",
  withdrawn: "over",
  ended: "over",
};

/** How a tag is coloured; its word says the same. */
export const stageTone = (stage: Stage) => tones[stage] ?? "planned";

/** What is to be done next, and whether it is for the reader to do. */
export interface Next {
  mine: boolean;
  words: string;
}

const nothing: Next = { mine: false, words: "" };

export function nextOfVisit(visit: VisitSummary, mySchools: string[], today: string): Next {
  const host = mySchools.includes(visit.host);
  const party = host || mySchools.includes(visit.guest);
  switch (visit.stage) {
    case "requested":
      return host ? { mine: true, words: "Answer the request" } : { mine: false, words: "Waiting for the host’s answer" };
    case "agreed":
      return { mine: party, words: "Set a day" };
    case "dated":
      if (visit.day && visit.day <= today) return { mine: party, words: "Say whether it was held" };
      return { mine: false, words: visit.day ? `Takes place on ${sayDay(visit.day)}` : "" };
    case "held":
      return returnOwed(visit) ? nextOfReturn(host) : nothing;
    default:
      return nothing;
  }
}

function nextOfReturn(host: boolean): Next {
  return host ? { mine: true, words: "Ask for the return visit, or let it go" } : { mine: false, words: "A return visit is owed to the host" };
}

export function nextOfReview(review: ReviewSummary, mySchools: string[], today: string): Next {
  const host = mySchools.includes(review.host);
  const reviewing = mySchools.includes(review.reviewing_school);
  const first = review.days[0];
  switch (review.stage) {
    case "requested":
      return reviewing ? { mine: true, words: "Name the team" } : { mine: false, words: "Waiting for the team" };
    case "team_named":
      return { mine: host || reviewing, words: "Agree the days" };
    case "days_agreed":
      if (first && first <= today) return { mine: host || reviewing, words: "Say whether it was held" };
      return { mine: false, words: first ? `Begins on ${sayDay(first)}` : "" };
    case "held":
      return reviewing ? { mine: true, words: "Write the report" } : { mine: false, words: "Waiting for the report" };
    case "drafted":
      return host ? { mine: true, words: "Answer the report" } : { mine: false, words: "Waiting for the host’s answer" };
    case "answered":
      return reviewing
        ? { mine: true, words: "Close the review, or write the report anew" }
        : { mine: false, words: "Waiting for the team" };
    default:
      return nothing;
  }
}

export function nextOfPartnership(partnership: PartnershipSummary, mySchools: string[]): Next {
  switch (partnership.stage) {
    case "proposed":
      return mySchools.includes(partnership.partner)
        ? { mine: true, words: "Accept or decline" }
        : { mine: false, words: "Waiting for the partner’s answer" };
    case "active":
      return {
        mine: false,
        words: partnership.last_activity ? `Last worked together on ${sayDay(partnership.last_activity)}` : "No activity written down yet",
      };
    default:
      return nothing;
  }
}
