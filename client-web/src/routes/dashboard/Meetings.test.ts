import { cleanup, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ClusterSummary, DashboardView, Person } from "../../api/types";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { dashboard, meeting, member } from "../../testing/views";
import Meetings from "./Meetings.svelte";

const members = [member("100001", "Ashton Park"), member("100002", "Glory Farm")];
names.learn(members);

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") }));
afterEach(() => {
  cleanup();
  session.person = null;
  vi.useRealTimers();
});

const settled = meeting("mee_2", { stage: "settled", day: "2026-03-16", starts: "16:00", coming: 4, apologies: 1 });
const held = ["2026-01-12", "2026-02-09", "2026-03-02", "2025-12-08"].map((day) => meeting(`mee_${day}`, { stage: "held", day, attended: 5, absent: 1 }));

function show(part: Partial<DashboardView>, role?: [string, string], clusters: ClusterSummary[] = []): void {
  if (role) session.person = { id: "per_1", name: "Jo", roles: [{ role: role[0], place: role[1] }] } as unknown as Person;
  render(Meetings, { view: { ...dashboard(members), ...part }, clusters });
}
const lines = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim());
const way = () => screen.queryByRole("link", { name: "Plan a meeting" })?.getAttribute("href");

it("says when the cluster meets next, who hosts and who comes, and how many were there last", () => {
  show({ meetings: [meeting("mee_3"), settled, ...held] });
  expect(lines()).toEqual([
    "Monday 16 March 2026, 16:00 Hosted by Ashton Park · 4 coming, 1 apologies Day settled",
    "Monday 16 March 2026 or Tuesday 17 March 2026 Hosted by Ashton Park · No school has answered yet Days proposed",
    "Monday 2 March 2026 Hosted by Ashton Park · 5 of 6 were there Held",
    "Monday 9 February 2026 Hosted by Ashton Park · 5 of 6 were there Held",
    "Monday 12 January 2026 Hosted by Ashton Park · 5 of 6 were there Held",
  ]);
  expect(within(screen.getAllByRole("listitem")[0] ?? document.body).getByRole("link").getAttribute("href")).toBe("/meetings/mee_2");
});

it("follows the view", async () => {
  const view = { ...dashboard(members), meetings: [settled] };
  const { rerender } = render(Meetings, { view, clusters: [] });
  await rerender({ view: { ...view, meetings: [{ ...settled, coming: 5 }] }, clusters: [] });
  expect(lines()[0]).toContain("5 coming, 1 apologies");
});

it("names the cluster on the network’s dashboard, and who acts next where nothing is planned", () => {
  const { cluster: _, ...network } = dashboard(members);
  render(Meetings, { view: { ...network, meetings: [settled] }, clusters: [] });
  expect(lines()[0]).toMatch(/^A cluster: Monday 16 March 2026, 16:00 /);
  cleanup();
  show({});
  expect(screen.getByText(/No meeting is planned/)).toBeTruthy();
});

it("leads to planning one whom it concerns", () => {
  show({}, ["lead", "100002"]);
  expect(way()).toBe("/meetings/new?cluster=clu_1");
  cleanup();
  show({}, ["coordinator", "net_1"]);
  expect(way()).toBe("/meetings/new?cluster=clu_1");
  cleanup();
  show({}, ["lead", "100009"]);
  expect(way()).toBeUndefined();
});

it("leads a cluster’s coordinator there from the network", () => {
  const { cluster: _, ...network } = dashboard(members);
  session.person = { id: "per_1", name: "Jo", roles: [{ role: "coordinator", place: "clu_7" }] } as unknown as Person;
  render(Meetings, { view: network, clusters: [{ id: "clu_7", network: "net_1", name: "Severn South", members: 2 }] });
  expect(way()).toBe("/meetings/new");
  expect(screen.getByRole("link", { name: "All meetings" }).getAttribute("href")).toBe("/meetings?of=net_1");
});
