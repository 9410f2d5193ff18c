// A school's page and what changed in it, as projections/school_page/school_page.hpp says.
import type { SchoolPageChange, SchoolPageView } from "../api/types";
import { addActivity } from "./rows";

/** As many visits, as many reviews, and as many partnerships, as the server lists. */
export const listed_max = 50;

/** Newest request first: ids are ULIDs, so their order is the order of the requests. */
function upsertNewest<Row extends { id: string }>(rows: Row[], changed: Row[]): Row[] {
  if (changed.length === 0) return rows;
  const merged = [...rows];
  for (const row of changed) {
    const at = merged.findIndex((other) => other.id === row.id);
    if (at >= 0) merged[at] = row;
    else merged.splice(placeFor(merged, row.id), 0, row);
  }
  return merged.slice(0, listed_max);
}

function placeFor(rows: { id: string }[], id: string): number {
  const at = rows.findIndex((other) => other.id < id);
  return at >= 0 ? at : rows.length;
}

export function applySchoolPageChange(view: SchoolPageView, change: SchoolPageChange, position: number): SchoolPageView {
  return {
    ...view,
    position,
    details: change.details ?? view.details,
    open: change.open ?? view.open,
    networks: change.networks ?? view.networks,
    clusters: change.clusters ?? view.clusters,
    balance: change.balance ?? view.balance,
    visits: upsertNewest(view.visits, change.visits),
    reviews: upsertNewest(view.reviews, change.reviews),
    partnerships: upsertNewest(view.partnerships, change.partnerships),
    activity: addActivity(view.activity, change.activity),
  };
}
