// Whether a visit has a letter for reception, and if not, why not.
import type { VisitDetail } from "../../api/types";
import { mayRead, sheetOver } from "../../words/sheet";

/** Nothing where there is a letter. */
export function whyNoLetter(visit: VisitDetail, today: string): string {
  if (!mayRead(visit)) return "Only the two schools and the coordinator can read this letter.";
  if (visit.stage === "declined" || visit.stage === "cancelled") return "This visit does not take place, so there is no letter for it.";
  if (visit.visitors) return "";
  if (visit.stage === "requested" || visit.stage === "agreed") return "The day is not set yet. Once it is, the guest says who comes, and the letter is here.";
  if (sheetOver(visit, today)) return "What the schools write for a visit is shown until four weeks after its day. That time is over.";
  return "The guest has not said yet who comes. As soon as it has, the letter is here.";
}
