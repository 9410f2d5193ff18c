// A school's page and what changed in it, as projections/school_page/school_page.hpp says.
import type { SchoolPageChange, SchoolPageView } from "../api/types";
import { addActivity, upsertNewest } from "./rows";

/** As many visits, as many reviews, and as many partnerships, as the server lists. */
export const listed_max = 50;

export function applySchoolPageChange(view: SchoolPageView, change: SchoolPageChange, position: number): SchoolPageView {
  // What went to the school that followed is no longer this one's.
  const ours = (...schools: string[]) => schools.includes(view.school);
  return {
    ...view,
    position,
    details: change.details ?? view.details,
    open: change.open ?? view.open,
    networks: change.networks ?? view.networks,
    clusters: change.clusters ?? view.clusters,
    predecessors: change.predecessors ?? view.predecessors,
    successors: change.successors ?? view.successors,
    groups: change.groups ?? view.groups,
    balance: change.balance ?? view.balance,
    visits: follow(view.visits, change.visits, ({ guest, host }) => ours(guest, host)),
    reviews: follow(view.reviews, change.reviews, ({ host, reviewing_school }) => ours(host, reviewing_school)),
    partnerships: follow(view.partnerships, change.partnerships, ({ school, partner }) => ours(school, partner)),
    activity: addActivity(view.activity, change.activity),
  };
}

function follow<Row extends { id: string }>(rows: Row[], changed: Row[], isOurs: (row: Row) => boolean): Row[] {
  return changed.length === 0 ? rows : upsertNewest(rows, changed, listed_max).filter(isOurs);
}
