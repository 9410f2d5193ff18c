import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { CalendarEntry, CalendarOfGroup } from "../../../api/types";
import { router } from "../../../router/router.svelte";
import { names } from "../../../stores/names.svelte";
import { printing } from "../../../stores/printing.svelte";
import Agenda from "./Agenda.svelte";
import Calendar from "./Calendar.svelte";
import MonthGrid from "./MonthGrid.svelte";

names.learn([{ school: "1", name: "Ashton Park" }, { school: "2", name: "Cooper" }]);
const entry = (day: string, part: Partial<CalendarEntry>): CalendarEntry => ({ day, proposed: false, took_place: false, schools: ["1", "2"], ...part });
const entries = [entry("2026-10-06", { visit: "vis_1", took_place: true }), entry("2026-10-14", { review: "rev_1" }), entry("2026-10-21", { meeting: "mee_1", proposed: true, schools: ["2"] })];
const closed = [{ first: "2026-10-24", last: "2026-11-01", closed: "holiday" as const, name: "half-term", schools: ["1"] }];
const october: CalendarOfGroup = {
  from: "2026-10-01", to: "2026-10-31", today: "2026-10-14", complete: true, entries, closed, holidays: [{ day: "2026-10-30", name: "A holiday" }],
};
let asked: string[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: new Date("2026-10-14T09:00:00Z") });
  asked = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    const { searchParams } = new URL(url, "http://here");
    return Promise.resolve(new Response(JSON.stringify({ ...october, from: searchParams.get("from"), to: searchParams.get("to") })));
  });
});
afterEach(() => {
  cleanup();
  history.replaceState(null, "", "/");
  [router.search, router.path, printing.on] = ["", "/", false];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function show(search = "?view=calendar"): Promise<ReturnType<typeof render<typeof Calendar>>> {
  [router.path, router.search] = ["/clusters/clu_1", search];
  history.replaceState(null, "", `/clusters/clu_1${search}`);
  const shown = render(Calendar, { of: "cluster", id: "clu_1", members: 6, position: 10 });
  await vi.waitFor(() => expect(document.querySelector(".calendar__month")).toBeTruthy());
  return shown;
}
const month = () => render(MonthGrid, { month: "2026-10", calendar: october, today: "2026-10-14", members: 6 });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const titles = () => screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);

it("a month is a table of weeks in which each entry leads to its page", () => {
  month();
  const cell = document.querySelector<HTMLElement>('td:has(time[datetime="2026-10-14"])') ?? document.body;
  expect(within(cell).getByRole("link").getAttribute("href")).toBe("/reviews/rev_1");
  expect(cell.textContent?.replace(/\s+/g, " ")).toContain("Wednesday 14 October 2026");
  expect(document.querySelectorAll('[aria-current="date"]')).toHaveLength(1);
  expect(screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href"), link.closest("li")?.dataset.state])).toEqual([
    ["Cooper visited Ashton Park", "/visits/vis_1", "took-place"],
    ["Cooper reviews Ashton Park", "/reviews/rev_1", "planned"],
    ["Proposed: meeting at Cooper", "/meetings/mee_1", "proposed"],
  ]);
});

it("the days on which schools are closed are a band over them, bank holidays are named", () => {
  month();
  const band = screen.getByText("Ashton Park on holiday (half-term)");
  expect(band.closest("td")?.getAttribute("colspan")).toBe("5");
  expect(document.querySelector("td[data-holiday]")?.textContent).toContain("A holiday");
});

it("a day with much on it shows a few, and the others when asked; on paper all", async () => {
  const many = Array.from({ length: 7 }, (_, index) => entry("2026-10-14", { visit: `vis_${index}` }));
  render(MonthGrid, { month: "2026-10", calendar: { ...october, entries: many }, today: "2026-10-14", members: 6 });
  expect(screen.getAllByRole("link")).toHaveLength(4);
  await press("3 more on Wednesday 14 October 2026");
  expect(screen.getAllByRole("link")).toHaveLength(7);
  await press("Show fewer on Wednesday 14 October 2026");
  printing.on = true;
  await vi.waitFor(() => expect(screen.getAllByRole("link")).toHaveLength(7));
});

it("an agenda has the days on which something is, and first when schools are closed", () => {
  render(Agenda, { month: "2026-10", calendar: october, today: "2026-10-14", members: 6 });
  expect(screen.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual([
    "Tuesday 6 October 2026", "Wednesday 14 October 2026 · Today", "Wednesday 21 October 2026", "Friday 30 October 2026",
  ]);
  expect(screen.getByRole("list", { name: "Closed in October 2026" }).textContent).toBe("Mon 26 Oct 2026 to Fri 30 Oct 2026 Ashton Park on holiday (half-term)");
});

it("shows the month of today, goes on by the address, and asks for what it shows", async () => {
  await show();
  await vi.waitFor(() => expect(screen.getByText("1 visit and 1 review; 1 day is proposed for meetings.")).toBeTruthy());
  expect(titles()).toEqual(["October 2026"]);
  expect(asked).toEqual(["/api/v1/clusters/clu_1/calendar?from=2026-10-01&to=2026-10-31"]);
  await press("Next month");
  expect([router.search, ...titles()]).toEqual(["?view=calendar&month=2026-11", "November 2026"]);
  await press("Three months");
  expect(titles()).toEqual(["November 2026", "December 2026", "January 2027"]);
  expect(asked.at(-1)).toBe("/api/v1/clusters/clu_1/calendar?from=2026-11-01&to=2027-01-31");
  await press("Today");
  expect(titles()[0]).toBe("October 2026");
});

it("is read again, soon and once, when the live dashboard says that something changed", async () => {
  const { rerender } = await show();
  for (const position of [11, 12, 13]) await rerender({ position });
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  expect(asked).toHaveLength(2);
  await rerender({ position: 13 });
  vi.advanceTimersByTime(5000);
  expect(asked).toHaveLength(2);
});

it("goes to another month by the keyboard, and says where it is", async () => {
  await show();
  const [first, second] = screen.getAllByRole("link");
  first?.focus();
  await fireEvent.keyDown(first ?? document.body, { key: "ArrowRight" });
  expect(document.activeElement).toBe(second);
  await fireEvent.keyDown(second ?? document.body, { key: "PageDown" });
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("November 2026"));
});

it("says that there is more than it was given, and what went wrong", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ ...october, complete: false }))));
  await show();
  expect(screen.getByText(/There are more than are shown here/)).toBeTruthy();
  cleanup();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("gone")));
  render(Calendar, { of: "network", id: "net_1", members: 6, position: 10 });
  expect((await screen.findByRole("alert")).textContent).toContain("There is no connection to the server");
});
