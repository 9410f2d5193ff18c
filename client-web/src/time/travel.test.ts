import { afterEach, expect, it, vi } from "vitest";
import { dashboardAt } from "../api/schools";
import { announcer } from "../stores/announcer.svelte";
import { PastServer, goTo, logged } from "../testing/past";
import { eventsOfPlace } from "./events";
import { lookback } from "./lookback.svelte";
import { TimeTravel } from "./travel.svelte";

const events = [logged(4, "cluster-formed"), logged(10, "visit-requested"), logged(11, "visit-agreed"), logged(12, "visit-dated", 12), logged(13, "visit-return-offered", 12), logged(20, "visit-requested")];
const travelTo = () => new TimeTravel((at) => dashboardAt("clusters", "clu_1", at), eventsOfPlace({ cluster: "clu_1" }));
const query = () => new URLSearchParams(location.search).get("at");

afterEach(() => {
  goTo("/");
  [lookback.shown, lookback.day] = ["", ""];
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("shows the view as it was known, and what had happened last", async () => {
  const server = new PastServer(events);
  goTo("/clusters/clu_1?at=12");
  const travel = travelTo();
  await travel.show("12");
  expect([travel.shown, travel.position, travel.view?.position, travel.recorded]).toEqual(["12", 13, 13, "2026-03-13T09:00:00.000Z"]);
  expect(travel.present?.events.map(({ kind }) => kind)).toEqual(["visit-dated", "visit-return-offered"]);
  expect([lookback.shown, lookback.day, lookback.today]).toEqual(["12", "2026-03-13", "2026-03-13"]);
  expect(server.views).toEqual(["/clusters/clu_1/dashboard?at=12"]);
  expect(server.at_once).toBe(1);
});

it("asks when it was only of a moment that is none of the place’s own", async () => {
  const server = new PastServer(events);
  goTo("/clusters/clu_1?at=15");
  const travel = travelTo();
  await travel.show("15");
  expect(server.asked).toContain("/events/15");
  expect(travel.present?.position).toBe(13);
});

it("steps by what was written down in one go, and the address follows", async () => {
  const server = new PastServer(events);
  goTo("/clusters/clu_1?at=2026-03-13&view=map");
  const travel = travelTo();
  await travel.show("2026-03-13");
  travel.step(-1);
  await vi.waitFor(() => expect(travel.shown).toBe("11"));
  expect(location.search).toBe("?at=11&view=map");
  travel.step(1);
  await vi.waitFor(() => expect(travel.shown).toBe("13"));
  travel.step(1);
  await vi.waitFor(() => expect(travel.shown).toBe("20"));
  travel.step(1);
  expect(query()).toBe("20");
  expect(server.at_once).toBe(1);
});

it("reads the last of what was asked for while one was read, and one at a time", async () => {
  const server = new PastServer(events);
  goTo("/clusters/clu_1?at=4");
  const travel = travelTo();
  await travel.show("4");
  server.wait = () => new Promise((resolve) => setTimeout(resolve, 5));
  for (let step = 0; step < 4; ++step) travel.step(1);
  await vi.waitFor(() => expect(travel.shown).toBe("20"));
  expect(server.views.slice(1)).toEqual(["/clusters/clu_1/dashboard?at=10", "/clusters/clu_1/dashboard?at=20"]);
  expect(server.at_once).toBe(1);
});

it("goes to the next of the same kind, and says where there is none", async () => {
  new PastServer(events);
  goTo("/clusters/clu_1?at=10");
  const travel = travelTo();
  await travel.show("10");
  await travel.toSameKind(1);
  await vi.waitFor(() => expect(travel.shown).toBe("20"));
  await travel.toSameKind(1);
  expect(announcer.text).toBe("There is none later of this kind.");
  expect(query()).toBe("20");
});

it("of what was not there yet it shows nothing, and leads to the beginning", async () => {
  new PastServer(events);
  goTo("/clusters/clu_1?at=2026-03-01");
  const travel = travelTo();
  await travel.show("2026-03-01");
  expect([travel.view, travel.present, travel.shown]).toEqual([null, null, "2026-03-01"]);
  expect(travel.timeline.from(travel.position, -1)).toBeNull();
  travel.step(1);
  await vi.waitFor(() => expect(travel.shown).toBe("4"));
  expect(travel.error).toBeNull();
});

it.each(["banana", "999"])("leads nowhere from a moment that is none: %s", async (at) => {
  new PastServer(events);
  goTo("/clusters/clu_1?at=11");
  const travel = travelTo();
  await travel.show("11");
  await travel.show(at);
  expect([travel.view, travel.shown]).toEqual([null, at]);
  expect([travel.timeline.from(travel.position, -1), travel.timeline.from(travel.position, 1)]).toEqual([null, null]);
});

it("keeps what is on the screen where another moment cannot be read, and tries again", async () => {
  const server = new PastServer(events);
  goTo("/clusters/clu_1?at=11");
  const travel = travelTo();
  await travel.show("11");
  server.refuses = 503;
  travel.step(1);
  await vi.waitFor(() => expect(travel.error).toBeTruthy());
  expect([travel.shown, travel.view?.position]).toEqual(["11", 11]);
  server.refuses = 0;
  travel.again();
  await vi.waitFor(() => expect(travel.shown).toBe("13"));
  expect(travel.error).toBeNull();
});

it("plays to the end; Back leads to where it began", async () => {
  vi.useFakeTimers();
  const server = new PastServer(events);
  goTo("/clusters/clu_1?at=10");
  const travel = travelTo();
  await travel.show("10");
  const entries = history.length;
  travel.togglePlay();
  await vi.advanceTimersByTimeAsync(1500);
  expect([travel.shown, travel.player.playing]).toEqual(["13", true]);
  await vi.advanceTimersByTimeAsync(3000);
  expect([travel.shown, travel.player.playing, announcer.text]).toEqual(["20", false, "This is the last event so far."]);
  expect(history.length - entries).toBe(1);
  expect(server.at_once).toBe(1);
});

it("stops playing when the reader goes elsewhere, and at an error", async () => {
  vi.useFakeTimers();
  const server = new PastServer(events);
  goTo("/clusters/clu_1?at=4");
  const travel = travelTo();
  await travel.show("4");
  travel.togglePlay();
  await vi.advanceTimersByTimeAsync(500);
  await travel.show("2026-03-11");
  expect([travel.player.playing, travel.shown]).toEqual([false, "2026-03-11"]);
  server.refuses = 500;
  travel.togglePlay();
  await vi.advanceTimersByTimeAsync(2500);
  expect([travel.player.playing, announcer.text]).toEqual([false, "Paused: the next moment could not be read."]);
});

it("waits for what parts of the page read of their own before the next moment", async () => {
  const server = new PastServer(events);
  goTo("/clusters/clu_1?at=4");
  const travel = travelTo();
  let done: () => void = () => {};
  lookback.reading(new Promise<void>((resolve) => (done = resolve)));
  const shown = travel.show("4");
  await vi.waitFor(() => expect(travel.shown).toBe("4"));
  travel.step(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.views).toHaveLength(1);
  done();
  await shown;
  expect(server.views).toHaveLength(2);
});

it("forgets all when the page shows how things are now, even while it reads", async () => {
  new PastServer(events);
  goTo("/clusters/clu_1?at=11");
  const travel = travelTo();
  const shown = travel.show("11");
  travel.leave();
  await shown;
  expect([travel.view, travel.shown, lookback.shown]).toEqual([null, "", ""]);
});
