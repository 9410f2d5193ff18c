import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import type { ActivityEntry } from "../api/types";
import type { LiveTopic } from "../live/topic.svelte";
import { SmallLog, serveLog } from "../testing/record";
import LiveStrip from "./LiveStrip.svelte";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
type View = { position: number; activity: ActivityEntry[] };
const topic = { state: "live", paused: false, waiting: 0, heard: Date.parse("2026-03-09T09:00:00Z"), missed: [], view: { position: 20, activity: [] } } as unknown as LiveTopic<View, Pick<View, "activity">>;
const open = () => fireEvent.click(screen.getByRole("button", { name: "Details" }));

it("says under Details how large the record is and how its root begins, and leads there", async () => {
  const { log } = serveLog(new SmallLog(21));
  render(LiveStrip, { topic });
  await open();
  const link = await screen.findByRole("link", { name: "See and check the record" });
  expect(link.getAttribute("href")).toBe("/record");
  const root = log.head().root.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
  expect(link.parentElement?.textContent?.replace(/\s+/g, " ")).toContain(`position 20; last word from the server Monday 9 March 2026, 09:00 UK time. The record holds 21 events; its root begins with ${root}. See`);
});

it("says the rest where the record cannot be asked", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  render(LiveStrip, { topic });
  await open();
  expect(screen.getByText(/This view holds every event up to position 20/)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});
