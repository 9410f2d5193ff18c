import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { TermCalendar, TermDatesView } from "../../api/types";
import { router } from "../../router/router.svelte";
import { names } from "../../stores/names.svelte";
import TermDates from "./TermDates.svelte";

const urn = "100001";
names.learn([{ school: urn, name: "Ashton Park" }]);
const terms = [{ name: "Autumn term", first: "2026-09-02", last: "2026-12-18" }];
const inset = { first: "2026-11-27", last: "2026-11-27", closed: "inset" as const, name: "Training" };
const authority = (part: Partial<TermCalendar> = {}): TermCalendar => ({
  of: "authority", code: "801", name: "Bristol", version: 1, may: false, years: [{ year: 2026, provisional: true, terms, closed: [] }], ...part,
});
const own = (part: Partial<TermCalendar> = {}): TermCalendar => ({ of: "school", code: urn, name: "Ashton Park", version: 0, may: false, years: [], ...part });
const known: TermDatesView["years"] = [{ year: 2026, of: "authority", provisional: true, terms, closed: [inset], open_days: 190 }];
let sent: { url: string; body: unknown }[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-10-14T09:00:00Z") });
  localStorage.clear();
  [sent, router.search] = [[], ""];
  window.scrollTo = vi.fn();
});
afterEach(() => {
  cleanup();
  history.replaceState(null, "", "/");
  router.search = "";
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server whose calendars change as they are told to: `after` is what it answers whoever waits for that. */
async function show(calendars: TermCalendar[], years = known, after = calendars): Promise<void> {
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method !== "POST") {
      const now = url.endsWith("?after=9") ? after : calendars;
      return Promise.resolve(new Response(JSON.stringify({ school: urn, today: "2026-10-14", holidays: [{ day: "2026-12-25", name: "Christmas Day" }], calendars: now, years })));
    }
    sent.push({ url, body: JSON.parse(String(init.body)) });
    return Promise.resolve(new Response(JSON.stringify({ id: urn, version: 2, position: 9, events: [] })));
  });
  render(TermDates, { urn });
  await screen.findByRole("heading", { level: 2, name: "Where the days come from" });
}
const rows = () => screen.getAllByRole("row").slice(1).map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim());
const day = (number: string, kind: string) => [...document.querySelectorAll(`.year__months .day[data-kind="${kind}"]`)].filter(({ textContent }) => textContent === number).length;
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name, hidden: true }));

it("draws the year, says it in a sentence, and has it as a table", async () => {
  await show([authority(), own()]);
  expect(screen.getByText(/those of the local authority \(Bristol\) and provisional: they may still change\. The school opens on 190 days/)).toBeTruthy();
  await vi.waitFor(() => expect(rows()).toEqual([
    "Autumn termTermWed 2 Sept 2026 to Fri 18 Dec 2026",
    "TrainingINSET dayFri 27 Nov 2026",
    "Christmas DayBank holidayFri 25 Dec 2026",
  ]));
  expect(screen.getByRole("img", { name: /The days of 2026\/27/ })).toBeTruthy();
  expect([day("27", "inset"), day("25", "bank_holiday"), document.querySelectorAll("[data-today]").length]).toEqual([1, 1, 1]);
});

it("goes to the next year by the address, and says what to do where nothing is known", async () => {
  await show([authority({ may: true }), own()]);
  await press("2027/28");
  expect(router.search).toBe("?year=2027");
  expect(screen.getByRole("heading", { level: 2, name: "2027/28" })).toBeTruthy();
  expect(screen.getByText(/No terms are known for 2027\/28 yet\. Until they are, visits and reviews can be planned/)).toBeTruthy();
  expect(screen.getByText(/Enter them below, or look at 2026\/27 and carry it on/)).toBeTruthy();
  expect(screen.queryByRole("img")).toBeNull();
});

it("offers nothing to whoever may change nothing, and says who may", async () => {
  await show([authority(), own()], []);
  expect(screen.queryByRole("form", { hidden: true })).toBeNull();
  expect(screen.getByText(/The lead or head of the school, or whoever coordinates its network, enters them/)).toBeTruthy();
});

it("takes a school’s INSET days, and shows how its calendar stands then", async () => {
  const closed = [{ ...inset, first: "2026-09-02", last: "2026-09-02", name: "Welcome" }];
  await show([authority(), own({ may: true })], known, [authority(), own({ may: true, version: 2, years: [{ year: 2026, provisional: false, terms: [], closed }] })]);
  await press("Add closed days");
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name of closed days 1")));
  await type("Name of closed days 1", "Welcome");
  await type("First day of closed days 1", "2026-09-02");
  await press("Save the days");
  expect(await screen.findByText("The days of 2026/27 are saved.")).toBeTruthy();
  expect(sent).toEqual([{ url: `/api/v1/schools/${urn}/set-term-dates`, body: { of: "school", year: 2026, provisional: false, terms: [], closed } }]);
  expect(screen.getByText(/1 INSET day in 2026\/27/)).toBeTruthy();
});

it("leads from the summary to the cell that is wrong, and sends nothing", async () => {
  await show([own({ may: true })], []);
  await press("Add term");
  await press("Save the days");
  await fireEvent.click(within(await screen.findByRole("alert", { hidden: true })).getByRole("link", { name: "Term 1: enter its first day", hidden: true }));
  expect(document.activeElement).toBe(screen.getByLabelText("First day of term 1"));
  expect(sent).toEqual([]);
  await press("Take away term 1");
  expect(screen.queryByLabelText("First day of term 1")).toBeNull();
});

it("confirms what is provisional with the days as they are, and carries a year on", async () => {
  await show([authority({ may: true })], known, [authority({ may: true, version: 2 })]);
  await press("Confirm 2026/27");
  await screen.findByText("2026/27 is confirmed.");
  await press("Make 2027/28");
  await screen.findByText(/2027\/28 is made from 2026\/27/);
  expect(sent).toEqual([
    { url: `/api/v1/schools/${urn}/set-term-dates`, body: { of: "authority", year: 2026, provisional: false, terms, closed: [] } },
    { url: `/api/v1/schools/${urn}/carry-term-dates`, body: { of: "authority", year: 2026 } },
  ]);
});

it("carries on only what has no next year yet, and confirms only what is provisional", async () => {
  const years = [2026, 2027].map((year) => ({ year, provisional: false, terms, closed: [] }));
  await show([authority({ may: true, years })]);
  expect(screen.queryByRole("button", { name: /^(Confirm|Make)/, hidden: true })).toBeNull();
});
