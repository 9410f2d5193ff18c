// Practices that schools take over from a visit, and what became of them, in words.
import type { VisitInUse } from "../api/types";
import { count } from "./dates";

export const inUse: Record<VisitInUse, string> = {
  as_seen: "In use as seen",
  adapted: "In use, changed",
  given_up: "Given up",
};

/** "2 practices taken over"; nothing where there are none. */
export const sayTakenOver = (practices: number) => (practices > 0 ? `${count(practices, "practice")} taken over` : "");
