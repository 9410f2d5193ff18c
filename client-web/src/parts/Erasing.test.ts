import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { HistoryRow, Personal, RedactionEntry } from "../api/types";
import { router } from "../router/router.svelte";
import { announcer } from "../stores/announcer.svelte";
import { names } from "../stores/names.svelte";
import { session } from "../stores/session.svelte";
import { person } from "../testing/views";
import History from "./History.svelte";

names.learn([{ school: "100001", name: "Ashton Park" }, { school: "100002", name: "Glory Farm" }]);
const erased = { erased: true } as Personal;
const row = (position: number, part: Partial<HistoryRow> = {}): HistoryRow => ({ position, recorded: "2027-03-01T09:00:00Z", kind: "review-report-drafted", how: "live", ...part });
const report = (part: Partial<HistoryRow> = {}) => row(7, { event: { strengths: "Robin reads well", even_better_if: "Less noise" }, may_redact: ["strengths", "even_better_if"], ...part });
const request = row(3, { kind: "review-requested", event: { focus: "Robin" } as HistoryRow["event"], may_redact: ["focus"] });
const redaction: RedactionEntry = { position: 9, recorded: "2027-03-03T09:00:00Z", by: "Lead, Ashton Park", words: ["strengths"], why: "mistake" };
const afterwards = report({ event: { strengths: erased, even_better_if: "Less noise" }, may_redact: ["even_better_if"], redactions: [redaction] });

let rows: HistoryRow[];
let answer: () => Response;
let sent: [string, unknown][];
const onerased = vi.fn();
beforeEach(() => {
  session.person = person("per_1", "Lead, Ashton Park", []);
  [rows, sent, announcer.text] = [[report(), request], [], ""];
  answer = () => new Response(JSON.stringify({ id: "7", version: 1, position: 9, events: [] }));
  onerased.mockClear();
  localStorage.clear();
  vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => {
    if (init.method !== "POST") return Promise.resolve(new Response(JSON.stringify({ items: rows })));
    sent.push([url.replace("/api/v1", ""), JSON.parse(String(init.body))]);
    return Promise.resolve(answer());
  });
});
afterEach(() => {
  cleanup();
  session.person = null;
  [router.path, router.search] = ["/", ""];
  vi.unstubAllGlobals();
});

async function open(): Promise<void> {
  render(History, { of: "reviews", id: "rev_1", version: 3, thing: { schools: ["100001", "100002"], review: "rev_1" }, onerased });
  const details = screen.getByText(/^History/).closest("details") as HTMLDetailsElement;
  details.open = true;
  await fireEvent(details, new Event("toggle"));
  await screen.findAllByRole("listitem");
}
const way = (position: number) => screen.getByRole("button", { name: `Erase words… of event ${position}` });
const form = () => within(screen.getByRole("form", { name: "Erase words" }));
const send = () => fireEvent.click(form().getByRole("button", { name: "Erase for good" }));
const heading = () => screen.queryByRole("heading", { name: "Erase words of this event" });
const refuse = (status: number, part: object = {}) => () => new Response(JSON.stringify({ type: "x", title: "No", status, ...part }), { status });
async function begin(): Promise<void> {
  await open();
  await fireEvent.click(way(7));
  await fireEvent.click(form().getByRole("checkbox", { name: "Strengths" }));
  await fireEvent.click(form().getByRole("radio", { name: "It should not have been written down" }));
}

it("is offered where words may be erased, and opens one form at a time", async () => {
  rows = [row(8, { kind: "review-held" }), report(), request];
  await open();
  expect(screen.getAllByRole("button", { name: /^Erase words/ })).toHaveLength(2);
  await fireEvent.click(way(7));
  expect(way(7).getAttribute("aria-expanded")).toBe("true");
  await vi.waitFor(() => expect(document.activeElement).toBe(heading()));
  await fireEvent.click(way(3));
  expect(screen.getAllByRole("form")).toHaveLength(1);
  expect([way(7), way(3)].map((each) => each.getAttribute("aria-expanded"))).toEqual(["false", "true"]);
  expect(screen.getByText("What is erased: what the review should look at, “Robin”")).toBeTruthy();
});

it.each([
  ["Escape", () => fireEvent.keyDown(form().getByRole("radio", { name: "It was kept long enough" }), { key: "Escape" })],
  ["the button", () => fireEvent.click(screen.getByRole("button", { name: "Keep the words" }))],
])("is closed with %s, and the focus is where it was", async (_, close) => {
  await open();
  await fireEvent.click(way(7));
  await fireEvent.keyDown(form().getByRole("checkbox", { name: "Strengths" }), { key: "Tab" });
  expect(heading()).toBeTruthy();
  await close();
  expect(heading()).toBeNull();
  await vi.waitFor(() => expect(document.activeElement).toBe(way(7)));
});

it("erases the words that were chosen, says so, and has the page read its own", async () => {
  await begin();
  await fireEvent.input(form().getByLabelText(/^Who asked, and what is wrong/), { target: { value: "His mother wrote." } });
  rows = [afterwards, request];
  await send();
  await vi.waitFor(() => expect(heading()).toBeNull());
  expect(sent).toEqual([["/events/7/redact", { words: ["strengths"], why: "mistake", note: "His mother wrote." }]]);
  expect(onerased).toHaveBeenCalledOnce();
  const said = "Erased on 3 March 2027 by Lead, Ashton Park: it should not have been written down";
  expect(announcer.text).toBe(said);
  const line = screen.getByRole("list", { name: "Erased of event 7" });
  expect(line.textContent?.replace(/\s+/g, " ").trim()).toBe(`${said} What was erased: strengths`);
  await vi.waitFor(() => expect(document.activeElement).toBe(line));
  await fireEvent.click(way(7));
  expect(screen.getByText("What is erased: even better if, “Less noise”")).toBeTruthy();
});

it("says that they are erased even where the history cannot be read again, and keeps the focus in it", async () => {
  await begin();
  const served = fetch;
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => (init?.method === "POST" ? served(url, init) : Promise.reject(new TypeError("offline"))));
  await send();
  await vi.waitFor(() => expect(heading()).toBeNull());
  expect(announcer.text).toBe("The words are erased.");
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByText(/^History/).closest("summary")));
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

it("asks for what is missing, and sends nothing", async () => {
  await open();
  await fireEvent.click(way(7));
  await send();
  expect(screen.getByRole("alert").textContent).toMatch(/Choose which words are erased.*Choose why they are erased/);
  expect(sent).toEqual([]);
});

it.each([
  [422, { errors: [{ pointer: "/note", detail: "The note is too long." }] }, "The note is too long."],
  [503, { detail: "It is decided and written down, but the keys could not be deleted yet." }, "It is decided and written down"],
])("says what the server says, and keeps what was typed: %i", async (status, problem, said) => {
  await begin();
  answer = refuse(status, problem);
  await send();
  expect((await screen.findByRole("alert")).textContent).toContain(said);
  expect(form().getByRole<HTMLInputElement>("checkbox", { name: "Strengths" }).checked).toBe(true);
  expect(onerased).not.toHaveBeenCalled();
});

it.each([
  ["nothing is left", report({ may_redact: [], redactions: [redaction] }), true],
  ["some are left", afterwards, false],
])("says that somebody else was faster, where %s", async (_, now, nothing) => {
  await begin();
  answer = refuse(422, { type: "https://commonweal.example/problems/refusal/same-again" });
  rows = [now, request];
  await send();
  expect((await screen.findByText("Words of this event were erased while you were looking at it.")).closest("[role=alert]")).toBeTruthy();
  await vi.waitFor(() => expect(document.activeElement).toBe(heading()));
  expect(screen.queryAllByRole("form")).toHaveLength(nothing ? 0 : 1);
  await fireEvent.click(screen.getByRole("button", { name: nothing ? "Close" : "Keep the words" }));
  const back = nothing ? screen.getByRole("list", { name: "Erased of event 7" }) : way(7);
  await vi.waitFor(() => expect(document.activeElement).toBe(back));
});

it("says that it changed, where the words are still the same", async () => {
  await begin();
  answer = refuse(409);
  await send();
  expect((await screen.findByRole("alert")).textContent).toContain("Somebody changed this while you were looking at it");
  expect(form().getByRole<HTMLInputElement>("checkbox", { name: "Strengths" }).checked).toBe(true);
});

it("shows others who and why, and the note to whoever is told; of what is not shown only the day", async () => {
  const note = { ...redaction, note: "His mother wrote.", words: ["strengths", "even_better_if"] };
  rows = [row(7, { redactions: [note] }), row(5, { kind: "visit-sheet-written", redactions: [{ position: 10, recorded: "2027-03-04T09:00:00Z", words: [] }] })];
  await open();
  const said = (position: number) => screen.getByRole("list", { name: `Erased of event ${position}` }).textContent?.replace(/\s+/g, " ").trim();
  expect(said(7)).toMatch(/by Lead, Ashton Park: it should not have been written down What was erased: strengths; even better if Note: His mother wrote\.$/);
  expect(said(5)).toBe("Erased on 4 March 2027");
  expect(screen.queryByRole("button", { name: /^Erase words/ })).toBeNull();
});

it("is not offered in the past, where what was erased is shown", async () => {
  [router.path, router.search] = ["/reviews/rev_01J6P64AC0W68H10241SE877N2", "?at=8"];
  rows = [afterwards, request];
  await open();
  expect(screen.queryByRole("button", { name: /^Erase words/ })).toBeNull();
  expect(screen.getByRole("list", { name: "Erased of event 7" })).toBeTruthy();
});
