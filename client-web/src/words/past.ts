// What is of earlier times, in words; and since when, and until when, two schools work together.
import type { PartnershipSummary } from "../api/types";
import { sayDay } from "./dates";

export const enteredAfterwards = "Entered afterwards";
export const enteredMeans = "From before the network used Commonweal: entered afterwards, on somebody’s word.";

/** "Since Monday 2 March 2026"; of one that is over, from when until when. */
export function sayTime({ stage, proposed_on, began_on, ended_on }: Pick<PartnershipSummary, "stage" | "proposed_on" | "began_on" | "ended_on">): string {
  if (stage === "proposed") return proposed_on ? `Proposed on ${sayDay(proposed_on)}` : "";
  if (stage === "active" || stage === "paused") return began_on ? `Since ${sayDay(began_on)}` : "";
  if (!ended_on) return "";
  return began_on ? `From ${sayDay(began_on)} to ${sayDay(ended_on)}` : `On ${sayDay(ended_on)}`;
}
