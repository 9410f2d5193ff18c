// What happened before the network came to Commonweal, entered on somebody's word.
import { post, type WriteOptions } from "./http";
import type { PartnershipAttest, ReviewAttest, VisitAttest, Written } from "./types";

export const enterPastVisit = (body: VisitAttest, options: WriteOptions): Promise<Written> => post("/past-visits", body, options);
export const enterPastReview = (body: ReviewAttest, options: WriteOptions): Promise<Written> => post("/past-reviews", body, options);
export const enterPastPartnership = (body: PartnershipAttest, options: WriteOptions): Promise<Written> => post("/past-partnerships", body, options);
