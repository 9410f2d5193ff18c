// A school's page and what changed in it, as projections/school_page/school_page.hpp says.
import type { SchoolPageChange, SchoolPageView } from "../api/types";
import { addActivity, upsertNewest } from "./rows";

/** As many visits, as many reviews, and as many partnerships, as the server lists. */
export const listed_max = 50;

export function applySchoolPageChange(view: SchoolPageView, change: SchoolPageChange, position: number): SchoolPageView {
  return {
    ...view,
    position,
    details: change.details ?? view.details,
    open: change.open ?? view.open,
    networks: change.networks ?? view.networks,
    clusters: change.clusters ?? view.clusters,
    balance: change.balance ?? view.balance,
    visits: upsertNewest(view.visits, change.visits, listed_max),
    reviews: upsertNewest(view.reviews, change.reviews, listed_max),
    partnerships: upsertNewest(view.partnerships, change.partnerships, listed_max),
    activity: addActivity(view.activity, change.activity),
  };
}
