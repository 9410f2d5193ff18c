import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import type { HistoryRow } from "../api/types";
import { names } from "../stores/names.svelte";
import History from "./History.svelte";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
names.learn([{ school: "100001", name: "Ashton Park" }, { school: "100002", name: "Glory Farm" }]);

const row = (position: number, kind: string, part: Partial<HistoryRow> = {}): HistoryRow => ({ position, recorded: "2026-03-09T09:00:00Z", kind, how: "live", by: "Lead, Ashton Park", ...part });
const requested = row(3, "visit-requested");
const held = row(5, "visit-held", { event: { day: "2026-03-09" } });
const corrected = row(8, "visit-held-corrected", { how: "corrected", corrects: 5, event: { day: "2026-03-06" } });

let asked: string[] = [];
function serve(pages: Record<string, object>): void {
  asked = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(JSON.stringify(pages[/cursor=(\d+)/.exec(url)?.[1] ?? ""])));
  });
}
const visit = (version: number) => ({ of: "visits" as const, id: "vis_1", version, thing: { schools: ["100001", "100002"], visit: "vis_1" }, onerased: () => undefined });
async function open(): Promise<void> {
  const details = screen.getByText(/^History/).closest("details") as HTMLDetailsElement;
  details.open = true;
  await fireEvent(details, new Event("toggle"));
  await screen.findAllByRole("listitem");
}
const lines = () => within(screen.getByRole("list")).getAllByRole("listitem").map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim());

it("is read when it is opened, and shows both of what was corrected", async () => {
  serve({ "": { items: [corrected, held, requested] } });
  render(History, visit(3));
  expect(asked).toEqual([]);
  await open();
  expect(lines()).toEqual([
    "The visit of Glory Farm to Ashton Park was on Friday 6 March 2026: corrected Correction Monday 9 March 2026, 09:00, by Lead, Ashton Park As it was then, after event 8 Proof of event 8 When, beforeMonday 9 March 2026 When, nowFriday 6 March 2026",
    "Glory Farm visited Ashton Park on Monday 9 March 2026 Corrected later Monday 9 March 2026, 09:00, by Lead, Ashton Park As it was then, after event 5 Proof of event 5",
    "Glory Farm asked to visit Ashton Park Monday 9 March 2026, 09:00, by Lead, Ashton Park As it was then, after event 3 Proof of event 3",
  ]);
});

it("leads from each event to its proof", async () => {
  serve({ "": { items: [held, requested] } });
  render(History, visit(1));
  await open();
  expect(screen.getAllByRole("link", { name: /^Proof of event/ }).map((link) => link.getAttribute("href"))).toEqual(["/record?position=5", "/record?position=3"]);
});

it("is read again when the thing has changed, and not while it is closed", async () => {
  serve({ "": { items: [held] } });
  const { rerender } = render(History, visit(1));
  await rerender(visit(2));
  expect(asked).toHaveLength(0);
  await open();
  serve({ "": { items: [corrected, held] } });
  await rerender(visit(3));
  await vi.waitFor(() => expect(lines()).toHaveLength(2));
});

it("goes on to what happened earlier, and then finds what was corrected", async () => {
  serve({ "": { items: [corrected], next: "4" }, "4": { items: [held, requested] } });
  render(History, visit(3));
  await open();
  expect(screen.queryByText("Monday 9 March 2026")).toBeNull();
  await fireEvent.click(screen.getByRole("button", { name: "Show what happened earlier" }));
  await vi.waitFor(() => expect(lines()).toHaveLength(3));
  expect(screen.getByText("Monday 9 March 2026").tagName).toBe("DEL");
  expect(screen.queryByRole("button", { name: "Show what happened earlier" })).toBeNull();
});

it("reads as many again as are shown", async () => {
  serve({ "": { items: [corrected], next: "4" }, "4": { items: [held], next: "2" }, "2": { items: [requested] } });
  const { rerender } = render(History, visit(3));
  await open();
  await fireEvent.click(screen.getByRole("button", { name: "Show what happened earlier" }));
  await vi.waitFor(() => expect(lines()).toHaveLength(2));
  asked = [];
  await rerender(visit(4));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked.map((url) => /cursor=\d+/.exec(url)?.[0])).toEqual([undefined, "cursor=4"]);
  expect(lines()).toHaveLength(2);
  expect(screen.getByRole("button", { name: "Show what happened earlier" })).toBeTruthy();
});

it("tries what happened earlier again where that went wrong", async () => {
  serve({ "": { items: [corrected], next: "4" }, "4": { items: [held, requested] } });
  render(History, visit(3));
  await open();
  const served = fetch;
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  await fireEvent.click(screen.getByRole("button", { name: "Show what happened earlier" }));
  const again = await screen.findByRole("button", { name: "Try again" });
  vi.stubGlobal("fetch", served);
  await fireEvent.click(again);
  await vi.waitFor(() => expect(lines()).toHaveLength(3));
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

it("says what went wrong, and can be asked again", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  render(History, visit(3));
  const details = screen.getByText(/^History/).closest("details") as HTMLDetailsElement;
  details.open = true;
  await fireEvent(details, new Event("toggle"));
  const again = await screen.findByRole("button", { name: "Try again" });
  serve({ "": { items: [requested] } });
  await fireEvent.click(again);
  await vi.waitFor(() => expect(lines()).toHaveLength(1));
});

it("leads to the thing as it was at each moment, and on a page of the past marks the present one and those later", async () => {
  serve({ "": { items: [corrected, held, requested] } });
  const shown = render(History, { ...visit(3), present: { first: 5, position: 6 } });
  await open();
  const links = screen.getAllByRole("link", { name: /^As it was then/ });
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["/visits/vis_1?at=8", "/visits/vis_1?at=5", "/visits/vis_1?at=3"]);
  expect(links.map((link) => link.getAttribute("aria-current"))).toEqual([null, "true", null]);
  expect(lines().map((line) => /^(Later|Last event)?/.exec(line ?? "")?.[0])).toEqual(["Later", "Last event", ""]);
  await shown.rerender({ ...visit(3), present: { first: 8, position: 8 } });
  expect(lines().map((line) => /^(Later|Last event)?/.exec(line ?? "")?.[0])).toEqual(["Last event", "", ""]);
});
