// Small views and a random source with a seed, for tests.
import type { ActivityEntry, DashboardChange, DashboardView, Link, Member, TaskItem } from "../api/types";

/** Numbers in [0, 1) that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const member = (school: string, name = `School ${school}`): Member => ({
  school, name, phase: "Primary", local_authority: "Oxfordshire", open: true,
});

export const link = (giver: string, receiver: string, held: number, open = 0, kind: Link["kind"] = "visit"): Link => ({
  giver, receiver, kind, held, open,
});

export const entry = (position: number, kind = "visit-requested"): ActivityEntry => ({
  position, kind, how: "live", recorded: "2026-03-09T09:00:00Z", schools: ["100001", "100002"], days: [],
});

/** A step that school H is to take next, while G waits; of no visit, review or partnership until it is said. */
export const task = (duty: TaskItem["duty"], part: Partial<TaskItem> = {}): TaskItem => ({
  duty, school: "H", other: "G", network: "net_1", since: "2026-03-02", overdue: false, mine: false, ...part,
});

export const nothing: DashboardChange = { members: [], members_left: [], links: [], balance: [], activity: [] };

export function dashboard(members: Member[] = []): DashboardView {
  return {
    cluster: "clu_1",
    network: "net_1",
    name: "Severn cluster",
    position: 10,
    members,
    counts: {
      visits: { requested: 0, agreed: 0, dated: 0, held: 0, declined: 0, cancelled: 0 },
      reviews: { requested: 0, team_named: 0, days_agreed: 0, held: 0, drafted: 0, answered: 0, closed: 0, declined: 0, cancelled: 0 },
      partnerships: { proposed: 0, active: 0, paused: 0, declined: 0, withdrawn: 0, ended: 0 },
    },
    links: [],
    balance: members.map(({ school }) => ({ school, reviews_given: 0, reviews_received: 0, visits_hosted: 0, visits_made: 0 })),
    activity: [],
  };
}
