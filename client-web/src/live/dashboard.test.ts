import { describe, expect, it } from "vitest";
import type { DashboardChange } from "../api/types";
import { dashboard, entry, link, meeting, member, nothing, seeded } from "../testing/views";
import { applyDashboardChange, linkKey, meetings_max } from "./dashboard";
import { activity_max, upsertSorted } from "./rows";

const change = (part: Partial<DashboardChange>): DashboardChange => ({ ...nothing, ...part });

/** What the server does when it folds two changes into one (projections/dashboard/merge.hpp). */
function merged(first: DashboardChange, later: DashboardChange): DashboardChange {
  const joined = new Set(later.members.map(({ school }) => school));
  const left = new Set(later.members_left);
  const rows = <Row>(a: Row[], b: Row[], key: (row: Row) => string) => upsertSorted(a, b, key);
  return {
    ...first,
    ...later,
    members: rows(first.members.filter(({ school }) => !left.has(school)), later.members, ({ school }) => school),
    members_left: [...first.members_left.filter((school) => !joined.has(school)), ...later.members_left],
    links: rows(first.links, later.links, linkKey),
    balance: rows(first.balance, later.balance, ({ school }) => school),
    meetings: rows(first.meetings, later.meetings, ({ id }) => id),
    activity: [...first.activity, ...later.activity].slice(-activity_max),
  };
}

describe("a change to a dashboard", () => {
  it("replaces the row of the same key and keeps the order of URNs", () => {
    const view = dashboard([member("100003"), member("100001")]);
    const now = applyDashboardChange(view, change({ members: [member("100002"), member("100001", "Renamed")] }), 11);
    expect(now.members.map(({ school }) => school)).toEqual(["100001", "100002", "100003"]);
    expect(now.members[0]?.name).toBe("Renamed");
    expect(now.position).toBe(11);
    expect(now.counts).toBe(view.counts);
  });

  it("replaces the counts where it has them", () => {
    const counts = { ...dashboard().counts, visits: { ...dashboard().counts.visits, requested: 3 } };
    expect(applyDashboardChange(dashboard(), change({ counts }), 11).counts.visits.requested).toBe(3);
  });

  it("replaces what is overdue where it says so, and keeps it where it does not", () => {
    const overdue = { visits: 1, reviews: 0, partnerships: 0, meetings: 2 };
    const now = applyDashboardChange(dashboard(), change({ overdue }), 11);
    expect(now.overdue).toEqual(overdue);
    expect(applyDashboardChange(now, nothing, 12).overdue).toBe(now.overdue);
  });

  it("takes away members who left and links that are empty", () => {
    const view = { ...dashboard([member("100001"), member("100002")]), links: [link("100001", "100002", 0, 1)] };
    const now = applyDashboardChange(view, change({ members_left: ["100002"], links: [link("100001", "100002", 0, 0)] }), 11);
    expect(now.members.map(({ school }) => school)).toEqual(["100001"]);
    expect(now.links).toEqual([]);
    expect(now.balance).toHaveLength(2);
  });

  it("keeps a partnership beside the visits of the same schools, until it ends", () => {
    const open = applyDashboardChange(dashboard(), change({ links: [link("100001", "100002", 1), link("100001", "100002", 0, 1, "partnership")] }), 11);
    expect(open.links.map(({ kind }) => kind)).toEqual(["partnership", "visit"]);
    const ended = applyDashboardChange(open, change({ links: [link("100001", "100002", 0, 0, "partnership")] }), 12);
    expect(ended.links.map(({ kind }) => kind)).toEqual(["visit"]);
  });

  it("replaces a meeting where it stands, and puts a new one first", () => {
    const view = { ...dashboard(), meetings: [meeting("mee_3"), meeting("mee_1")] };
    const now = applyDashboardChange(view, change({ meetings: [meeting("mee_1", { stage: "settled", coming: 2 }), meeting("mee_4"), meeting("mee_2")] }), 11);
    expect(now.meetings.map(({ id, stage, coming }) => [id, stage, coming])).toEqual([
      ["mee_4", "proposed", 0], ["mee_3", "proposed", 0], ["mee_2", "proposed", 0], ["mee_1", "settled", 2],
    ]);
    expect(applyDashboardChange(now, nothing, 12).meetings).toBe(now.meetings);
  });

  it("keeps as many meetings as the server lists, and an old one that changed does not push out a newer", () => {
    const full = Array.from({ length: meetings_max }, (_, index) => meeting(`mee_${900 - index}`));
    const now = applyDashboardChange({ ...dashboard(), meetings: full }, change({ meetings: [meeting("mee_100"), meeting("mee_901")] }), 11);
    expect(now.meetings).toHaveLength(meetings_max);
    expect([now.meetings[0]?.id, now.meetings.at(-1)?.id]).toEqual(["mee_901", "mee_882"]);
  });

  it("adds activity, oldest first in the change, newest first in the view, the newest fifty", () => {
    const view = { ...dashboard(), activity: [entry(10)] };
    const later = Array.from({ length: 60 }, (_, index) => entry(11 + index));
    const now = applyDashboardChange(view, change({ activity: later }), 70);
    expect(now.activity).toHaveLength(activity_max);
    expect(now.activity[0]?.position).toBe(70);
    expect(now.activity.at(-1)?.position).toBe(21);
  });

  it("adds an entry once, though it comes again", () => {
    const once = applyDashboardChange(dashboard(), change({ activity: [entry(11)] }), 11);
    const twice = applyDashboardChange(once, change({ activity: [entry(11), entry(12)] }), 12);
    expect(twice.activity.map(({ position }) => position)).toEqual([12, 11]);
  });

  it("leaves the view that it was given as it was", () => {
    const view = dashboard([member("100001")]);
    const before = structuredClone(view);
    applyDashboardChange(view, change({ members: [member("100002")], activity: [entry(11)] }), 11);
    expect(view).toEqual(before);
  });
});

describe("random changes", () => {
  const urn = (random: () => number) => String(100001 + Math.floor(random() * 6));

  function randomChange(random: () => number, position: number): DashboardChange {
    const school = urn(random);
    const parts: Partial<DashboardChange>[] = [
      { members: [member(school, `Name ${position}`)] },
      { members_left: [school] },
      { links: [link(school, urn(random), Math.floor(random() * 3), Math.floor(random() * 2), (["visit", "review", "partnership"] as const)[Math.floor(random() * 3)])] },
      { balance: [{ school, reviews_given: position, reviews_received: 0, visits_hosted: 0, visits_made: 0 }] },
      { name: `Cluster ${position}` },
      { meetings: [meeting(`mee_${100 + Math.floor(random() * 40)}`, { version: position })] },
      { counts: { ...dashboard().counts, visits: { ...dashboard().counts.visits, held: position } } },
      { overdue: { ...dashboard().overdue, visits: position } },
    ];
    return change({ ...parts[Math.floor(random() * parts.length)], activity: [entry(position)] });
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8].map((round) => [Date.now() % 100_000 + round]))(
    "come to the same one by one as folded into groups (seed %i)",
    (seed) => {
      const random = seeded(seed);
      const changes = Array.from({ length: 80 }, (_, index) => randomChange(random, 11 + index));
      const start = dashboard([member("100001"), member("100004")]);
      const one = changes.reduce((view, each, index) => applyDashboardChange(view, each, 11 + index), start);
      let grouped = start;
      for (let from = 0; from < changes.length; ) {
        const to = Math.min(changes.length, from + 1 + Math.floor(random() * 7));
        grouped = applyDashboardChange(grouped, changes.slice(from, to).reduce(merged), 10 + to);
        from = to;
      }
      expect(grouped).toEqual(one);
    },
  );

  it.each([11, 12, 13, 14].map((round) => [Date.now() % 100_000 + round]))(
    "of different rows come to the same in any order (seed %i)",
    (seed) => {
      const random = seeded(seed);
      const rows = Array.from({ length: 30 }, (_, index) => member(String(200000 + index), `Name ${seed} ${index}`));
      const shuffled = rows.map((row) => [random(), row] as const).sort(([a], [b]) => a - b).map(([, row]) => row);
      const fold = (list: typeof rows) => list.reduce((view, row) => applyDashboardChange(view, change({ members: [row] }), 11), dashboard());
      expect(fold(shuffled)).toEqual(fold(rows));
    },
  );
});
