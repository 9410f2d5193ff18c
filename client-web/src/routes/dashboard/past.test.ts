import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { PastServer, goTo, logged } from "../../testing/past";
import { dashboard, member, person } from "../../testing/views";
import { lookback } from "../../time/lookback.svelte";
import type { Listener } from "../../live/topics";
import Dashboard from "./Dashboard.svelte";

const live = vi.hoisted(() => ({ watched: [] as string[], tell: (_: unknown) => {} }));
vi.mock("../../stores/live", () => ({
  connection: {
    watch: (topic: string, listener: Listener) => {
      live.watched.push(topic);
      live.tell = (view) => (listener.snapshot(20, view), listener.state("live"));
      return () => live.watched.splice(live.watched.indexOf(topic), 1);
    },
  },
}));

const members = [member("100001", "Ashton Park"), member("100002", "Glory Farm")];
names.learn(members);
const events = [logged(4, "cluster-formed"), logged(10, "visit-requested"), logged(11, "visit-agreed"), logged(20, "visit-requested")];
let server: PastServer;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-04-01T09:00:00Z") });
  server = new PastServer(events);
  session.person = person("per_1", "Coordinator", [["coordinator", "clu_1"]]);
});
afterEach(() => {
  cleanup();
  goTo("/");
  [live.watched, session.person, lookback.turned] = [[], null, false];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function show(search: string): Promise<HTMLElement> {
  goTo(`/clusters/clu_1${search}`);
  render(Dashboard, { of: "cluster", id: "clu_1" });
  return search.includes("at=") ? screen.findByRole("region", { name: "Looking back" }) : document.body;
}
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const words = (part: Element | null | undefined) => part?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const off = () => [...document.querySelectorAll("[data-step]")].filter((each) => each.getAttribute("aria-disabled") === "true").map(words);

it("shows the cluster as it was known, watches nothing, and offers no command", async () => {
  const strip = await show("?at=2026-03-11&school=100001");
  await screen.findByRole("heading", { name: "Severn cluster", level: 1 });
  expect(words(strip)).toContain("As it was known at the end of Wednesday 11 March 2026");
  expect(words(strip.querySelector("mark"))).toBe("Glory Farm asked to visit Ashton Park");
  expect(live.watched).toEqual([]);
  for (const name of ["Plan a meeting", "Ask to visit", "Ask for a review", "Propose a partnership", "Pause"]) expect(screen.queryByText(name), name).toBeNull();
  expect(words(document.querySelector("[data-present]"))).toContain("Last event Glory Farm asked to visit Ashton Park");
  expect(document.title).toBe("Severn cluster (looking back) – Commonweal");
  const leading = screen.getAllByRole("link").map((each) => each.getAttribute("href") ?? "").filter((href) => /^\/(schools|visits|clusters)\/|^\/meetings\?/.test(href));
  expect(leading.length).toBeGreaterThan(5);
  for (const href of leading) expect(href).toContain("at=2026-03-11");
});

it("goes into the past at what is on the screen, and comes back to what is live", async () => {
  await show("");
  expect(live.watched).toEqual(["cluster/clu_1/network"]);
  live.tell({ ...dashboard(members), position: 11 });
  await fireEvent.click(await screen.findByRole("button", { name: "Look back" }));
  await screen.findByText("As it was known on Thursday 12 March 2026 at 09:00, at position 11");
  expect([location.search, live.watched]).toEqual(["?at=11", []]);
  expect(document.activeElement?.getAttribute("data-step")).toBe("earlier");
  await fireEvent.click(button("Back to now"));
  expect([location.search, live.watched]).toEqual(["", ["cluster/clu_1/network"]]);
  live.tell({ ...dashboard(members), position: 20 });
  await vi.waitFor(() => expect(words(document.activeElement)).toBe("Look back"));
});

it("says beside the counts of then how many there are now", async () => {
  await show("");
  const [now, then] = [dashboard(members), dashboard(members)];
  now.counts.visits = { ...then.counts.visits, agreed: 1200 };
  live.tell({ ...now, position: 11 });
  expect(document.querySelector(".counts__now")).toBeNull();
  await fireEvent.click(await screen.findByRole("button", { name: "Look back" }));
  await vi.waitFor(() => expect([...document.querySelectorAll('[data-counts="visits"] .counts__now')].map(words)).toEqual(["as now", "now 1,200", "as now", "as now"]));
  expect(server.asked.filter((url) => url.endsWith("/dashboard"))).toEqual([]);
  cleanup();
  server = new PastServer(events);
  await show("?at=11");
  await vi.waitFor(() => expect(document.querySelectorAll(".counts__now")).toHaveLength(15));
  await fireEvent.click(button("Earlier"));
  await screen.findByText(/at position 10$/);
  expect(server.asked.filter((url) => url.endsWith("/dashboard"))).toHaveLength(1);
  expect(server.at_once).toBe(1);
});

it("a button that leads nowhere stays, keeps the focus, and does nothing", async () => {
  await show("?at=4");
  await vi.waitFor(() => expect(off()).toEqual(["◂ Earlier", "◂◂ Previous like this: A cluster was formed"]));
  const earlier = button("Earlier");
  earlier.focus();
  await fireEvent.click(earlier);
  expect([location.search, document.activeElement]).toEqual(["?at=4", earlier]);
  await fireEvent.click(button("Later"));
  await screen.findByText(/at position 10$/);
  expect(off()).toEqual([]);
  await fireEvent.click(button(/Next like this/));
  await screen.findByText(/at position 20$/);
  expect(off()).toEqual(["▶ Play", "▸ Later", "▸▸ Next like this: A visit was asked for"]);
  expect(button("Earlier")).toBe(earlier);
});

it("goes to a day that has been", async () => {
  await show("?at=4");
  const day = await screen.findByLabelText<HTMLInputElement>("Day");
  await vi.waitFor(() => expect(day.value).toBe("2026-03-05"));
  for (const [typed, fault] of [["", "Enter a day"], ["2026-04-02", "Enter a day that has been"]] as const) {
    await fireEvent.input(day, { target: { value: typed } });
    await fireEvent.click(button("Show"));
    expect([screen.getByRole("alert").textContent, day.getAttribute("aria-invalid")]).toEqual([fault, "true"]);
  }
  await fireEvent.input(day, { target: { value: "2026-03-12" } });
  await fireEvent.submit(day.form as HTMLFormElement);
  await screen.findByText("As it was known at the end of Thursday 12 March 2026");
  expect([location.search, screen.queryByRole("alert")]).toEqual(["?at=2026-03-12", null]);
});

it.each([
  ["banana", "The address asks for no moment that there is"],
  ["2001-01-01", "This cluster was not there yet"],
])("says what is wrong with %s and keeps the ways on", async (at, title) => {
  const strip = await show(`?at=${at}`);
  const notice = (await screen.findByRole("heading", { name: title })).parentElement as HTMLElement;
  expect(within(notice).queryByRole("button")).toBeNull();
  expect(screen.queryByText("How far things were")).toBeNull();
  await fireEvent.click(within(strip).getByRole("button", { name: "Back to now" }));
  expect(location.search).toBe("");
});

it("can be asked again where the server gave no answer", async () => {
  server.refuses = 503;
  await show("?at=11");
  await screen.findByRole("heading", { name: "This moment could not be read" });
  server.refuses = 0;
  await fireEvent.click(button("Try again"));
  await screen.findByRole("heading", { name: "Severn cluster", level: 1 });
});

it("plays, and pauses with the same button", async () => {
  await show("?at=4");
  await vi.waitFor(() => expect(off()).toHaveLength(2));
  const play = button("Play");
  await fireEvent.change(screen.getByRole("combobox", { name: /^Speed/ }), { target: { value: "64" } });
  expect(screen.getByText("64 events a second")).toBeTruthy();
  await fireEvent.click(play);
  expect(words(play)).toBe("‖ Pause");
  await fireEvent.click(play);
  expect(words(play)).toBe("▶ Play");
});

it("reads the calendar of the same moment", async () => {
  await show("?at=11&view=calendar");
  await vi.waitFor(() => expect(server.asked.some((url) => /^\/clusters\/clu_1\/calendar\?.*at=11$/.test(url))).toBe(true));
  expect(server.at_once).toBe(1);
});
