// Return visits in words: how far one is, and what happened to it.
import type { VisitSummary } from "../api/types";

type Visited = Pick<VisitSummary, "stage" | "return_stage">;

/** Offered, it is owed only once the visit itself was held. */
export const returnOwed = ({ stage, return_stage }: Visited) => stage === "held" && return_stage === "offered";

/** How far the return visit is. Nothing where none was offered, or where the visit itself did not come about. */
export function sayReturn(visit: Visited, host: string): string {
  if (visit.stage === "declined" || visit.stage === "cancelled") return "";
  switch (visit.return_stage) {
    case "offered":
      return returnOwed(visit) ? `Owed to ${host}` : "Offered";
    case "arranged":
      return "Asked for";
    case "paid":
      return "Held";
    case "waived":
      return "Waived";
    default:
      return "";
  }
}

/** Of the return visit itself only that it is one; the others are of the earlier visit, at `host`. */
export function sayReturnEvent(kind: string, host: string, guest: string): string {
  switch (kind) {
    case "visit-return-offered":
      return `${guest} offered ${host} a return visit`;
    case "visit-made-in-return":
      return `The visit of ${guest} to ${host} is in return for an earlier one`;
    case "visit-return-arranged":
      return `${host} asked for its return visit to ${guest}`;
    case "visit-return-fell-through":
      return `The return visit of ${host} to ${guest} fell through: it is owed again`;
    case "visit-return-paid":
      return `${host} made its return visit to ${guest}`;
    // By the host or by the coordinator: the entry does not say which.
    case "visit-return-waived":
      return `The return visit of ${host} to ${guest} was waived`;
    default:
      return kind.replaceAll("-", " ");
  }
}
