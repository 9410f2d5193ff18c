import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LedgerView } from "../../api/types";
import { router } from "../../router/router.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { ledgerLine, ledgerRow, ledgerView } from "../../testing/ledger";
import { member, person } from "../../testing/views";
import GroupLedger from "./GroupLedger.svelte";
import SchoolLedger from "./SchoolLedger.svelte";

names.learn([member("100001", "Oak Hill"), member("100002", "Ashton Park")]);
let asked: string[] = [];
let sent: [string, unknown][] = [];
let view: LedgerView;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") });
  localStorage.clear();
  window.scrollTo = vi.fn();
  [asked, sent, view] = [[], [], ledgerView()];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push([url, JSON.parse(String(init.body))]);
    else asked.push(url);
    const school = { school: "100001", details: { name: "Oak Hill" }, networks: ["net_1"], clusters: [] };
    const answer = init.method === "POST" ? { id: "x", version: 1, position: 2, events: [] } : url.includes("/ledger") ? view : school;
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
});
afterEach(() => {
  cleanup();
  history.replaceState(null, "", "/");
  [router.path, router.search, session.person] = ["/", "", null];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function at(path: string, search = ""): void {
  history.replaceState(null, "", path + search);
  [router.path, router.search] = [path, search];
}
const words = (part: Element) => part.textContent?.replace(/\s+/g, " ").trim() ?? "";
const rows = (name: string) => within(screen.getByRole("table", { name })).getAllByRole("row").map((row) => [...row.children].map(words).filter(Boolean).join(" | "));

it("shows the schools of a cluster in the order of names, with what each gave and received", async () => {
  at("/clusters/clu_1", "?view=ledger");
  view.rows = [
    ledgerRow({ reviews_given: 5, days_given: 9, balance_reviews: 5, balance_days: 9, travel_km: 124, journeys_unknown: 1 }),
    ledgerRow({ school: "100002", reviews_received: 1, days_received: 4, balance_reviews: -1, balance_days: -2, adjusted_days: 2 }),
  ];
  render(GroupLedger, { of: "cluster", id: "clu_1", balance: [] });
  await screen.findByRole("table");
  expect(asked).toEqual(["/api/v1/ledger?cluster=clu_1"]);
  expect(rows("What each school gave and received").slice(2)).toEqual([
    "Ashton Park | 0 | 1 | 0 | 4 | 0 | 0 | −1 | −2 | +2 reviewer-days | none",
    "Oak Hill | 5 | 0 | 9 | 0 | 0 | 0 | +5 | +9 | – | 124 km, and 1 journey of unknown length",
  ]);
  expect(screen.queryByRole("columnheader", { name: "Cover cost" })).toBeNull();
});

it("shows what cover costs only where the reader is told, and the lines of a school over the same time", async () => {
  at("/clusters/clu_1", "?view=ledger&from=2025-08-01&to=2026-03-09");
  view.rows = [ledgerRow({ cover_cost: 84_000 }), ledgerRow({ school: "100002" })];
  render(GroupLedger, { of: "cluster", id: "clu_1", balance: [] });
  await screen.findByRole("columnheader", { name: "Cover cost" });
  expect(asked).toEqual(["/api/v1/ledger?cluster=clu_1&from=2025-08-01&to=2026-03-09"]);
  expect(rows("What each school gave and received").slice(2).map((row) => row.split(" | ").at(-1))).toEqual(["–", "£840"]);
  expect(screen.getByRole("link", { name: "Oak Hill" }).getAttribute("href")).toBe("/schools/100001/ledger?from=2025-08-01&to=2026-03-09");
});

it("is asked for anew where the time changes, or what took place", async () => {
  at("/networks/net_1", "?view=ledger");
  const page = render(GroupLedger, { of: "network", id: "net_1", balance: [] });
  await fireEvent.change(await screen.findByLabelText("Over which time"), { target: { value: "last" } });
  await vi.waitFor(() => expect(asked.at(-1)).toBe("/api/v1/ledger?network=net_1&from=2024-08-01&to=2025-07-31"));
  expect(router.query.get("view")).toBe("ledger");
  await page.rerender({ balance: [] });
  await vi.waitFor(() => expect(asked).toHaveLength(3));
});

it("takes the reader's own days once they are a time", async () => {
  at("/networks/net_1", "?view=ledger");
  render(GroupLedger, { of: "network", id: "net_1", balance: [] });
  await fireEvent.change(await screen.findByLabelText("Over which time"), { target: { value: "own" } });
  await fireEvent.change(screen.getByLabelText("First day"), { target: { value: "2026-02-01" } });
  await fireEvent.change(screen.getByLabelText("Last day"), { target: { value: "2026-01-01" } });
  expect(screen.getByRole("alert").textContent).toContain("The last day must not be before the first");
  expect(asked).toHaveLength(1);
  await fireEvent.change(screen.getByLabelText("Last day"), { target: { value: "2026-03-01" } });
  await vi.waitFor(() => expect(asked.at(-1)).toContain("from=2026-02-01&to=2026-03-01"));
  expect(screen.queryByRole("alert")).toBeNull();
});

function ofSchool(): void {
  view.rows = [ledgerRow({ reviews_given: 1, days_given: 4, adjusted_days: -1, balance_reviews: 1, balance_days: 3, travel_km: 0, journeys_unknown: 1 })];
  view.lines = [
    ledgerLine({ day: "2026-03-03", entry: 1, other: undefined, gave: false, days: -1, kind: "correction", reason: "Counted twice" }),
    ledgerLine({ review: "rev_1", reviews: 1, days: 4, journey_unknown: true }),
    ledgerLine({ day: "2026-02-02", visit: "vis_1" }),
  ];
  at("/schools/100001/ledger");
}

it("shows a school's lines, and a journey whose length is not known as such", async () => {
  ofSchool();
  render(SchoolLedger, { urn: "100001" });
  await screen.findByRole("table", { name: "Each review, visit and entry" });
  expect(asked[0]).toBe("/api/v1/ledger?school=100001");
  expect(rows("Each review, visit and entry").slice(1)).toEqual([
    "Tuesday 3 March 2026 | Correction Counted twice | 0 | −1 | –",
    "Monday 2 March 2026 | Reviewed Ashton Park | +1 | +4 | not known",
    "Monday 2 February 2026 | Hosted a visit by Ashton Park | – | – | –",
  ]);
  expect(rows("Given and received")[2]).toBe("Reviewer-days | 4 | 0 | −1 | +3");
  expect(screen.getByRole("link", { name: "Reviewed Ashton Park" }).getAttribute("href")).toBe("/reviews/rev_1");
  expect(screen.queryByRole("form")).toBeNull();
});

it("lets the school say what cover costs, and reads the ledger again", async () => {
  ofSchool();
  view.may = ["set-cover-rate"];
  session.person = person("per_1", "Lead", [["lead", "100001"]]);
  render(SchoolLedger, { urn: "100001" });
  await fireEvent.input(await screen.findByLabelText("Cover for one day, in pounds"), { target: { value: "210.50" } });
  view = { ...view, rows: [ledgerRow({ cover_rate: 21_050, cover_cost: 84_200 })] };
  await fireEvent.click(screen.getByRole("button", { name: "Save the rate" }));
  expect(await screen.findByText("What cover costs is saved.")).toBeTruthy();
  expect(sent).toEqual([["/api/v1/schools/100001/set-cover-rate", { pence_per_day: 21_050, from: "2026-03-09" }]]);
  expect(screen.getByText("£842")).toBeTruthy();
});

it("the file of a school's lines has signs, and says where a distance is not known", async () => {
  let file = "";
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => (void (blob as Blob).text().then((text) => (file = text)), "blob:x"));
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  ofSchool();
  render(SchoolLedger, { urn: "100001" });
  await fireEvent.click(await screen.findByRole("button", { name: "Save as CSV" }));
  await vi.waitFor(() => expect(file).toContain("2026-03-02,Reviewed Ashton Park,100002,Ashton Park,1,4,not known,,,rev_1\r\n"));
  expect(file).toContain("2026-03-03,Correction,,,0,-1,,,Counted twice,1\r\n");
});
