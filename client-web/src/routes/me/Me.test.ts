import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Held, HeldEvent, Person } from "../../api/types";
import { router } from "../../router/router.svelte";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import Me from "./Me.svelte";

const saved = vi.hoisted(() => [] as [string, string, string[]][]);
vi.mock("../../parts/save", () => ({ saveFile: (...file: [string, string, string[]]) => void saved.push(file) }));

const lead = person("per_1", "Lead, Ashton Park", [["lead", "100001"]]);
const administrator = person("per_9", "Administrator", [["administrator", ""]]);
const event = (position: number, kind: string, fields: Record<string, unknown>): HeldEvent => ({
  position, recorded: `2026-03-0${position}T09:00:00Z`, kind, said: { entered_by: "per_9", how: "live" }, event: fields,
});
const added = event(1, "person-added", { person: "per_1", name: "Lead, Ashton Park", email: "lead@ashton.example" });
const asked = event(2, "visit-requested", { visit: "vis_1", guest: "100001", host: "100002", note: "How you teach reading" });
const held = (part: Partial<Held> = {}): Held => ({
  person: "per_1", as_of: "2026-03-09T09:00:00Z", name: "Lead, Ashton Park", email: "lead@ashton.example",
  account: { password: true, sessions: 1, tokens: 0 }, events: [added, asked], ...part,
});

let [asks, sent] = [[] as string[], [] as [string, unknown][]];
let pages: Record<string, [object, number]> = {};

beforeEach(() => {
  [asks, sent, pages] = [[], [], { "": [held(), 200] }];
  saved.length = 0;
  localStorage.clear();
  [window.scrollTo, router.search] = [vi.fn(), ""];
});
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve));
  cleanup();
  [session.person, session.state, router.search] = [null, "asking", ""];
  vi.unstubAllGlobals();
});

function answer(url: string, init: RequestInit): [object, number] {
  if (init.method === "POST") {
    sent.push([url.replace("/api/v1", ""), JSON.parse(String(init.body))]);
    return pages.refused ?? [{ id: "per_1", version: 2, position: 9, events: [] }, 200];
  }
  if (url.includes("/held")) {
    asks.push(url.replace("/api/v1", ""));
    return pages[/cursor=(\d+)/.exec(url)?.[1] ?? ""] ?? [held(), 200];
  }
  if (url.includes("/session")) return [{ csrf_token: "t", person: { ...lead, name: "Lead, Glory Farm" } }, 200];
  return [{ details: { name: "Ashton Park" } }, 200];
}

function show(reader: Person, search = ""): void {
  [session.person, session.state, router.search] = [reader, "in", search];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const [body, status] = answer(url, init);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  render(Me);
}
const heading = (level: number, name: string | RegExp) => screen.findByRole("heading", { level, name });
const everything = () => fireEvent.click(screen.getByRole("button", { name: "Show everything held about me" }));
async function openForm(title = "Put my name or address right") {
  const line = screen.getByText(title).closest("details") as HTMLDetailsElement;
  line.open = true;
  await fireEvent(line, new Event("toggle"));
  return within(await screen.findByRole("form", { name: title }));
}

it("says who the reader is and what they do where, and asks for nothing more until it is wanted", async () => {
  show(lead);
  await heading(1, "About me");
  await heading(2, "Lead, Ashton Park");
  expect(await screen.findByText("Lead of Ashton Park")).toBeTruthy();
  expect(asks).toEqual([]);
  expect(screen.queryByRole("button", { name: "Save as a file" })).toBeNull();
});

it("shows everything held in words, newest first", async () => {
  show(lead);
  await everything();
  await heading(3, "What you entered, and what names you: 2 events");
  expect(screen.getByText("E-mail address: lead@ashton.example")).toBeTruthy();
  expect(screen.getByText("You are signed in at 1 place at present.")).toBeTruthy();
  const days = screen.getAllByRole("heading", { level: 4 }).map(({ textContent }) => textContent);
  expect(days).toEqual(["Monday 2 March 2026", "Sunday 1 March 2026"]);
  expect(screen.getByText(/^You were given an account/)).toBeTruthy();
  expect(screen.getByText("How you teach reading")).toBeTruthy();
  expect(screen.getByRole("link", { name: "page of the visit" }).getAttribute("href")).toBe("/visits/vis_1");
});

it("loads more with the next of the page, and then offers no more", async () => {
  pages = { "": [held({ events: [added], next: "2" }), 200], "2": [held({ events: [asked] }), 200] };
  show(lead);
  await everything();
  await heading(3, /1 event so far$/);
  await fireEvent.click(screen.getByRole("button", { name: "Load more" }));
  await heading(3, /: 2 events$/);
  expect(screen.queryByRole("button", { name: "Load more" })).toBeNull();
  expect(asks).toEqual(["/people/per_1/held", "/people/per_1/held?cursor=2"]);
});

it("saves all of it as a file, not only what was loaded", async () => {
  pages = { "": [held({ events: [added], next: "2" }), 200], "2": [held({ events: [asked] }), 200] };
  show(lead);
  await everything();
  await fireEvent.click(await screen.findByRole("button", { name: "Save as a file" }));
  await screen.findByText("The file has everything: the account and 2 events.");
  const [name, type, parts] = saved[0] ?? ["", "", []];
  expect([name, type]).toEqual(["commonweal-held-2026-03-09.json", "application/json"]);
  expect(JSON.parse(parts.join(""))).toEqual(held());
});

it("says when there is no file, and saves none", async () => {
  show(lead);
  await everything();
  const button = await screen.findByRole("button", { name: "Save as a file" });
  pages[""] = [{ type: "x", title: "The server is busy.", status: 503 }, 503];
  await fireEvent.click(button);
  await screen.findByText("There is no file. The server is busy.");
  expect(saved).toEqual([]);
});

it("puts the address right from what stands, and then reads it all again", async () => {
  show(lead);
  const form = await openForm();
  const field = form.getByLabelText<HTMLInputElement>("E-mail address");
  expect(field.value).toBe("lead@ashton.example");
  await fireEvent.input(field, { target: { value: "new@ashton.example" } });
  pages[""] = [held({ email: "new@ashton.example" }), 200];
  await fireEvent.click(form.getByRole("button", { name: "Put it right" }));
  await screen.findByText("Your name and address are put right.");
  expect(sent).toEqual([["/people/per_1/correct-details", { name: "Lead, Ashton Park", email: "new@ashton.example" }]]);
  await heading(2, "Lead, Glory Farm"); // what the session says since
  expect(asks.length).toBe(2);
});

it("says at the form why an address cannot be taken, and keeps what was typed", async () => {
  show(lead);
  const form = await openForm();
  await fireEvent.input(form.getByLabelText("E-mail address"), { target: { value: "head@ashton.example" } });
  pages.refused = [{ type: "/problems/refusal/address-taken", title: "Taken", detail: "This address belongs to somebody else.", status: 422 }, 422];
  await fireEvent.click(form.getByRole("button", { name: "Put it right" }));
  await screen.findByText("This address belongs to somebody else.");
  expect(form.getByLabelText<HTMLInputElement>("E-mail address").value).toBe("head@ashton.example");
  expect(screen.queryByText("Your name and address are put right.")).toBeNull();
});

it("what cannot be read is not asked for again by itself", async () => {
  pages[""] = [{ type: "x", title: "The server is busy.", status: 503 }, 503];
  show(lead);
  const line = screen.getByText("Put my name or address right").closest("details") as HTMLDetailsElement;
  line.open = true;
  await fireEvent(line, new Event("toggle"));
  expect((await screen.findAllByText(/The server is busy/)).length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asks.length).toBe(1);
});

it("shows an administrator the same about somebody else, and says whose it is", async () => {
  show(administrator, "?person=per_1");
  await heading(1, "About Lead, Ashton Park");
  await heading(2, "Everything held about Lead, Ashton Park");
  expect(screen.getByText(/^This is about somebody else: Lead, Ashton Park/)).toBeTruthy();
  expect(screen.getByText(/^Lead, Ashton Park was given an account/)).toBeTruthy();
  expect(screen.queryByText("Administrator")).toBeNull();
  expect(asks).toEqual(["/people/per_1/held"]);
});

it("whoever may not see it is told so", async () => {
  pages[""] = [{ type: "x", title: "Forbidden", detail: "Only they themselves and an administrator see this.", status: 403 }, 403];
  show(lead, "?person=per_2");
  await heading(1, "You may not see this");
  expect(screen.getByText("Only they themselves and an administrator see this.")).toBeTruthy();
});
