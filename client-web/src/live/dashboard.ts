// A dashboard and what changed in it, as projections/dashboard/dashboard.hpp says.
import type { Balance, DashboardChange, DashboardView, Link, Member } from "../api/types";
import { addActivity, upsertNewest, upsertSorted } from "./rows";

/** As many meetings as the server lists. */
export const meetings_max = 20;

export const linkKey = (link: Pick<Link, "giver" | "receiver" | "kind">) =>
  `${link.giver}>${link.receiver}>${link.kind}`;
const schoolOf = (row: Member | Balance) => row.school;

export function applyDashboardChange(view: DashboardView, change: DashboardChange, position: number): DashboardView {
  const left = new Set(change.members_left);
  const staying = left.size > 0 ? view.members.filter((member) => !left.has(member.school)) : view.members;
  return {
    ...view,
    position,
    name: change.name ?? view.name,
    members: upsertSorted(staying, change.members, schoolOf),
    counts: change.counts ?? view.counts,
    links: upsertSorted(view.links, change.links, linkKey).filter((link) => link.open + link.held > 0),
    balance: upsertSorted(view.balance, change.balance, schoolOf),
    meetings: upsertNewest(view.meetings, change.meetings, meetings_max),
    overdue: change.overdue ?? view.overdue,
    activity: addActivity(view.activity, change.activity),
  };
}
