// Small views and a random source with a seed, for tests.
import type { ActivityEntry, DashboardChange, DashboardView, Deputising, HangingView, Link, MeetingDetail, MeetingSummary, Member, Person, RoleKind, SchoolSummary, TaskItem, VisitDetail } from "../api/types";

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

/** Somebody who holds these roles and acts for nobody. */
export const person = (id: string, name: string, roles: [RoleKind, string][], acts_for: Deputising[] = []): Person => ({
  id, name, roles: roles.map(([role, place]) => ({ role, place })), acts_for,
});

/** A step that school H is to take next, while G waits; of no visit, review, partnership or meeting until it is said. */
export const task = (duty: TaskItem["duty"], part: Partial<TaskItem> = {}): TaskItem => ({
  duty, school: "H", other: "G", network: "net_1", since: "2026-03-02", overdue: false, mine: false, team: false, vacant: false, ...part,
});

/** Ashton Park's cluster is to meet there; no school has answered. */
export const meeting = (id: string, part: Partial<MeetingSummary> = {}): MeetingSummary => ({
  id, cluster: "clu_1", network: "net_1", host: "100001", mode: "mixed", stage: "proposed", proposed: ["2026-03-16", "2026-03-17"], starts: "",
  answered: 0, coming: 0, apologies: 0, attended: 0, absent: 0, version: 1, position: 1, changed: "2026-03-09T09:00:00Z", ...part,
});

export const meetingDetail = (part: Partial<MeetingDetail> = {}): MeetingDetail => ({
  id: "mee_1", version: 1, cluster: "clu_1", network: "net_1", host: "100001", mode: "mixed", stage: "proposed", starts: "",
  proposed: [{ day: "2026-03-16", suits: 0, open: 3 }, { day: "2026-03-17", suits: 0, open: 2 }],
  schools: ["100001", "100002", "100003"], answers: [], attendance: [], speaks_for: [], may: [], ...part,
});

/** Ashton Park visits Glory Farm on a Monday; nobody has written anything, and the reader may read what they will. */
export const visitDetail = (part: Partial<VisitDetail> = {}): VisitDetail => ({
  id: "vis_1", version: 4, guest: "100001", host: "100002", network: "net_1", clusters: [], theme: "equity", stage: "dated", day: "2026-03-09",
  return_stage: "none", practices: [], attested: false, may: [], ...part,
});

/** The same to somebody who takes no part in it: what the schools write is left out. */
export function fromOutside(part: Partial<VisitDetail> = {}): VisitDetail {
  const { practices, ...seen } = visitDetail(part);
  void practices;
  return seen as VisitDetail;
}

export const schoolSummary = (school: string, name: string, open = true): SchoolSummary => ({
  school, name, phase: "Primary", town: "Bristol", local_authority: "Bristol, City of", open, networks: [], clusters: [],
});

/** Ashton Park has closed, Glory Farm followed it, and a network, a person and a visit are left. */
export const hanging = (part: Partial<HangingView> = {}): HangingView => ({
  school: "100001", name: "Ashton Park", open: false, successors: [schoolSummary("100002", "Glory Farm")], networks: ["net_1"], clusters: [],
  people: [person("per_1", "Head, Ashton Park", [["head", "100001"]])],
  visits: [{
    id: "vis_1", guest: "100001", host: "100003", network: "net_1", theme: "equity", stage: "dated", day: "2026-03-12", return_stage: "none",
    practices: 0, attested: false, version: 1, position: 1, changed: "2026-03-09T09:00:00Z",
  }],
  reviews: [], partnerships: [], meetings: [],
  balance: { school: "100001", reviews_given: 0, reviews_received: 0, visits_hosted: 2, visits_made: 1 }, may: true, ...part,
});

export const nothing: DashboardChange = { members: [], members_left: [], links: [], balance: [], meetings: [], activity: [] };

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
    meetings: [],
    overdue: { visits: 0, reviews: 0, partnerships: 0, meetings: 0 },
    activity: [],
  };
}
