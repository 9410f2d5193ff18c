import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { RebuildStatus, ViewsStatus } from "../../api/types";
import { announcer } from "../../stores/announcer.svelte";
import { session } from "../../stores/session.svelte";
import { serveLog, SmallLog } from "../../testing/record";
import { person } from "../../testing/views";
import Record from "./Record.svelte";
import Views from "./Views.svelte";

const status = (rebuild: Partial<RebuildStatus> = {}, part: Partial<ViewsStatus> = {}): ViewsStatus => ({
  version: 3, current: true, position: 1204, head: 1204, instances: 57, rebuild: { state: "never", folded: 0, of: 0, ...rebuild }, ...part,
});
const folding = (folded: number) => status({ state: "folding", folded, of: 1204 });

let now: ViewsStatus;
let begun: Response | null;
let asked: string[];
beforeEach(() => {
  vi.useFakeTimers();
  [now, begun, asked, announcer.text] = [status(), null, [], ""];
  vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => {
    asked.push(`${init.method ?? "GET"} ${url.replace("/api/v1", "")}`);
    return Promise.resolve(init.method === "POST" && begun ? begun : new Response(JSON.stringify(now)));
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  session.person = null;
});

const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
async function open(): Promise<void> {
  render(Views);
  await tick();
}
const button = () => screen.getByRole("button", { name: /^Work(ing)? everything out/ });
const fact = (name: string) => screen.getByText(name).nextElementSibling?.textContent?.trim();
const title = () => screen.queryByRole("heading", { level: 3 })?.textContent;
const refuse = (state: number, detail = "No.") => new Response(JSON.stringify({ type: "x", title: "No", detail, status: state }), { status: state });

/** Whether the page is in front, as the browser says it. */
async function turn(state: DocumentVisibilityState): Promise<void> {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  await fireEvent(document, new Event("visibilitychange"));
}

it("says how far the views are, and asks no more", async () => {
  await open();
  expect(fact("Up to")).toMatch(/^Event 1,204, the last one.*The pages are live/);
  expect(fact("Views")).toBe("57");
  expect(fact("Version")).toBe("3");
  expect(title()).toBeUndefined();
  await tick(5000);
  expect(asked).toEqual(["GET /views"]);
});

it("works everything out anew, shows how far it is once a second, and says that they were right", async () => {
  await open();
  now = folding(0);
  await fireEvent.click(button());
  await tick();
  expect(asked).toEqual(["GET /views", "POST /views/rebuild"]);
  expect(announcer.text).toMatch(/^Everything is being worked out anew/);
  expect(button().getAttribute("aria-disabled")).toBe("true");
  await fireEvent.click(button());
  now = folding(602);
  await tick(999);
  expect(asked).toHaveLength(2);
  await tick(1);
  const bar = screen.getByRole<HTMLProgressElement>("progressbar", { name: "Being worked out anew: Event 602 of 1,204" });
  expect([bar.value, bar.max]).toEqual([602, 1204]);
  now = status({ state: "swapped", folded: 1204, of: 1204, differed: false });
  await tick(1000);
  expect(title()).toBe("The pages were right");
  expect(announcer.text).toBe("The pages were right");
  expect(screen.queryByRole("progressbar")).toBeNull();
  expect(button().getAttribute("aria-disabled")).toBe("false");
  await tick(5000);
  expect(asked).toHaveLength(4);
});

it.each([
  ["they differed", { state: "swapped", of: 9, differed: true }, "The pages differed from the record, and are put right"],
  ["it failed", { state: "failed", of: 9, failed_because: "the disk is full" }, "It could not be done: the pages go on as before"],
] as const)("says so where %s, with a short record at once", async (_, rebuild, said) => {
  await open();
  now = status(rebuild);
  await fireEvent.click(button());
  await tick();
  expect(title()).toBe(said);
  expect(announcer.text).toBe(said);
});

it("follows what somebody else began, but only while the page is in front", async () => {
  now = folding(100);
  await open();
  await turn("hidden");
  await tick(5000);
  expect(asked).toHaveLength(1);
  now = status({ state: "swapped", of: 1204, differed: false });
  await turn("visible");
  await tick(1000);
  expect(asked).toHaveLength(2);
  expect(announcer.text).toBe("The pages were right");
});

it("goes on asking where nobody answers for a while, and keeps what was there", async () => {
  now = folding(100);
  await open();
  const fetched = fetch;
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  await tick(1000);
  expect(screen.getByText(/There is no connection to the server/)).toBeTruthy();
  expect(screen.getByRole("progressbar")).toBeTruthy();
  vi.stubGlobal("fetch", fetched);
  now = status({ state: "swapped", of: 1204, differed: false });
  await tick(1000);
  expect(screen.queryByText(/There is no connection/)).toBeNull();
  expect(title()).toBe("The pages were right");
});

it("says that another was faster, and shows how far that is", async () => {
  await open();
  [now, begun] = [folding(300), refuse(409)];
  await fireEvent.click(button());
  await tick();
  expect(screen.getByRole("alert").textContent).toContain("Somebody else has just begun it");
  expect(screen.getByRole("progressbar")).toBeTruthy();
});

it("says what to do where the server works nothing out any more, and what else it refuses", async () => {
  await open();
  begun = refuse(409);
  await fireEvent.click(button());
  await tick();
  expect(screen.getByRole("alert").textContent).toContain("Whoever runs the server starts it again");
  begun = refuse(403, "Only an administrator sees to the views.");
  await fireEvent.click(button());
  await tick();
  expect(screen.getByRole("alert").textContent).toContain("Only an administrator sees to the views.");
  [begun, now] = [null, folding(1)];
  await fireEvent.click(button());
  await tick();
  expect(screen.queryByRole("alert")).toBeNull();
});

it("says that the pages are of an earlier version", async () => {
  now = status({ state: "failed", failed_because: "no room" }, { current: false });
  await open();
  expect(screen.getByText(/^Commonweal was renewed, and the pages still show/)).toBeTruthy();
  expect(fact("Version")).toBe("3; the pages still show an earlier one");
});

it.each([["administrator", 1], ["lead", 0]] as const)("on the page of the record %s finds it so many times: %i", async (role, times) => {
  vi.useRealTimers();
  session.person = person("per_1", "Somebody", [[role, ""]]);
  const { asked: of_log } = serveLog(new SmallLog(3));
  const log = fetch;
  vi.stubGlobal("fetch", (url: string) => (url.endsWith("/views") ? (asked.push(url), Promise.resolve(new Response(JSON.stringify(now)))) : log(url)));
  render(Record);
  await screen.findByRole("button", { name: "Keep this head" });
  expect(screen.queryAllByRole("heading", { name: "Whether the pages agree with the record" })).toHaveLength(times);
  expect(asked).toHaveLength(times);
  expect(of_log.length).toBeGreaterThan(0);
});
