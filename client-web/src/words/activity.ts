// An event as a sentence, in the words of the domain.
import type { ActivityEntry } from "../api/types";
import { sayDays } from "./dates";
import { sayLineageEvent } from "./lineage";
import { sayMeetingEvent } from "./meetings";
import { sayReturnEvent } from "./returns";

export interface Lookup {
  school(urn: string): string;
  theme(code: string): string;
  cluster(id: string): string;
  network(id: string): string;
}

/** Who gives comes first in an entry: the host of a visit, the reviewing school of a review, who proposed a partnership. */
export function sayEntry(entry: ActivityEntry, look: Lookup): string {
  const giver = look.school(entry.schools[0] ?? "");
  const receiver = look.school(entry.schools[1] ?? "");
  const theme = entry.theme ? ` about ${look.theme(entry.theme).toLowerCase()}` : "";
  const days = entry.days.length > 0 ? ` on ${sayDays(entry.days)}` : "";
  switch (entry.kind) {
    case "visit-requested":
      return `${receiver} asked to visit ${giver}${theme}`;
    case "visit-agreed":
      return `${giver} agreed to a visit by ${receiver}${theme}`;
    case "visit-declined":
      return `${giver} declined a visit by ${receiver}${theme}`;
    case "visit-dated":
      return `${receiver} will visit ${giver}${theme}${days}`;
    case "visit-moved":
      return `The visit of ${receiver} to ${giver}${theme} moved: it is now${days}`;
    case "visit-cancelled":
      return `The visit of ${receiver} to ${giver}${theme} was cancelled`;
    case "visit-held":
      return `${receiver} visited ${giver}${theme}${days}`;
    case "visit-attested":
      return `${receiver} visited ${giver}${theme}${days}: entered afterwards`;
    case "visit-held-corrected":
      return corrected(`The visit of ${receiver} to ${giver}${theme}`, days);
    case "visit-reflected":
      return `A reflection was written on the visit of ${receiver} to ${giver}${theme}`;
    // By the guest or by the host: the entry does not say which.
    case "visit-practice-adopted":
      return `A practice was taken over after the visit of ${receiver} to ${giver}${theme}`;
    case "visit-practice-followed-up":
      return `What became of a practice after the visit of ${receiver} to ${giver}${theme} was written down`;
    case "review-requested":
      return `A peer review of ${receiver} by ${giver} was asked for`;
    case "review-declined":
      return `The review of ${receiver} by ${giver} was declined`;
    case "review-team-named":
      return `${giver} named its team for the review of ${receiver}`;
    case "review-member-left":
      return `Somebody on the team of ${giver} for the review of ${receiver} no longer works there`;
    case "review-days-agreed":
      return `${giver} will review ${receiver}${days}`;
    case "review-cancelled":
      return `The review of ${receiver} by ${giver} was cancelled`;
    case "review-held":
      return `${giver} reviewed ${receiver}${days}`;
    case "review-attested":
      return `${giver} reviewed ${receiver}${days}: entered afterwards`;
    case "review-held-corrected":
      return corrected(`The review of ${receiver} by ${giver}`, days);
    case "review-report-drafted":
      return `${giver} wrote its report on ${receiver}`;
    case "review-report-answered":
      return `${receiver} answered the report of ${giver}`;
    case "review-report-corrected":
      return `${giver} corrected its report on ${receiver}`;
    case "review-answer-corrected":
      return `${receiver} corrected its answer to the report of ${giver}`;
    case "review-closed":
      return `The review of ${receiver} by ${giver} is complete`;
    default:
      if (entry.visit) return sayReturnEvent(entry.kind, giver, receiver);
      if (entry.meeting) return sayMeetingEvent(entry, look);
      return entry.partnership ? sayPartnership(entry, giver, receiver, look) : sayPlace(entry, giver, look);
  }
}

/** With no day any more it did not take place. */
const corrected = (what: string, days: string) => `${what} ${days ? `was${days}` : "did not take place"}: corrected`;

function sayPartnership(entry: ActivityEntry, school: string, partner: string, look: Lookup): string {
  const on = entry.theme ? ` on ${look.theme(entry.theme).toLowerCase()}` : "";
  const both = `${school} and ${partner}`;
  switch (entry.kind) {
    case "partnership-proposed":
      return `${school} proposed to ${partner} to work together${on}`;
    case "partnership-accepted":
      return `${partner} agreed to work together with ${school}${on}`;
    case "partnership-declined":
      return `${partner} declined to work together with ${school}${on}`;
    case "partnership-withdrawn":
      return `${school} took back its proposal to ${partner} to work together${on}`;
    case "partnership-activity-logged":
      return `${both} worked together${on}${entry.days.length > 0 ? `, on ${sayDays(entry.days)}` : ""}`;
    case "partnership-activity-corrected":
      return `What ${both} did together${on} was corrected`;
    case "partnership-attested":
      return `${both} work together${on}: entered afterwards`;
    case "partnership-effect-noted":
      return `An effect of the work of ${both}${on} was noted`;
    case "partnership-effect-corrected":
      return `What was noted as an effect of the work of ${both}${on} was corrected`;
    case "partnership-paused":
      return `The partnership of ${both}${on} was paused`;
    case "partnership-resumed":
      return `The partnership of ${both}${on} was resumed`;
    case "partnership-ended":
      return `The partnership of ${both}${on} ended`;
    default:
      return entry.kind.replaceAll("-", " ");
  }
}

function sayPlace(entry: ActivityEntry, school: string, look: Lookup): string {
  const cluster = entry.cluster ? look.cluster(entry.cluster) : "a cluster";
  const network = entry.network ? look.network(entry.network) : "a network";
  switch (entry.kind) {
    case "school-joined-network":
      return `${school} joined ${network}`;
    case "school-left-network":
      return `${school} left ${network}`;
    case "school-joined-cluster":
      return `${school} joined ${cluster}`;
    case "school-left-cluster":
      return `${school} left ${cluster}`;
    case "school-registered":
      return `${school} was taken from the register`;
    case "school-details-changed":
      return `The register says something new of ${school}`;
    case "school-closed":
      return `${school} closed`;
    case "school-reopened":
      return `${school} is open again`;
    case "network-founded":
      return `${network} was founded`;
    case "network-themes-set":
      return `${network} chose its themes`;
    case "cluster-formed":
      return `${cluster} was formed`;
    default:
      return sayLineageEvent(entry, look);
  }
}

/** Where an entry's own page is; none where it has none. */
export function entryAddress(entry: ActivityEntry): string | null {
  return thingAddress(entry) ?? (entry.schools[0] ? `/schools/${entry.schools[0]}` : null);
}

/** Where the page of a visit, a review, a partnership or a meeting is. */
export function thingAddress({ visit, review, partnership, meeting }: Pick<ActivityEntry, "visit" | "review" | "partnership" | "meeting">): string | null {
  if (visit) return `/visits/${visit}`;
  if (review) return `/reviews/${review}`;
  if (meeting) return `/meetings/${meeting}`;
  return partnership ? `/partnerships/${partnership}` : null;
}
