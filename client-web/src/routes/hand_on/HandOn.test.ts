import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { HangingView, Successor } from "../../api/types";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { hanging, person, schoolSummary } from "../../testing/views";
import HandOn from "./HandOn.svelte";

names.learn([{ school: "100003", name: "Cooper" }]);
const conversion: Successor = { school: "100002", change: "conversion", on: "2026-02-01", handed_on: false };
let [sent, view, refusal] = [[] as [string, unknown][], hanging(), null as object | null];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") });
  localStorage.clear();
  window.scrollTo = vi.fn();
  [sent, refusal, status, afterwards] = [[], null, 422, 200];
  session.person = person("per_9", "Coordinator", [["coordinator", "net_1"]]);
});
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve));
  cleanup();
  session.person = null;
  directory.forget();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The server: once something was handed on, what it was hangs there no longer, where the reader waits for that. */
function answerTo(url: string, init: RequestInit): [unknown, number] {
  if (init.method === "POST") {
    sent.push([url, JSON.parse(String(init.body))]);
    if (refusal) return [{ type: "x", title: "No", ...refusal }, status];
    if (url.endsWith("/hand-on")) view = { ...view, networks: [], people: [], history_at: "100002" };
    return [{ id: "100001", version: 2, position: 9, events: [] }, 200];
  }
  if (url.includes("/schools?")) return [{ items: [schoolSummary("100001", "Ashton Park"), schoolSummary("100002", "Glory Farm")] }, 200];
  if (url.endsWith("/hanging")) return [before, 200];
  if (url.endsWith("/hanging?after=9")) return [view, afterwards];
  return url.endsWith("/networks") ? [{ items: [{ id: "net_1", name: "Severn", themes: [], clusters: [] }] }, 200] : [{ successors }, 200];
}
let before: HangingView;
let successors: Successor[] = [];
let status = 422;
/** With what the server answers once something was sent. */
let afterwards = 200;

async function show(of: HangingView, followed: Successor[] = [conversion]): Promise<void> {
  [view, before, successors] = [of, of, followed];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const [body, status] = answerTo(url, init);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  render(HandOn, { urn: "100001" });
  await screen.findByText("Ashton Park", { selector: ".govuk-caption-l" });
}
const form = () => within(screen.getByRole("form", { name: "Where does it go?" }));
const ticked = () => screen.queryAllByRole("checkbox").map((box) => [document.querySelector(`label[for="${box.id}"]`)?.textContent, (box as HTMLInputElement).checked]);

it("has all that hangs on the school chosen where one school followed it, each with its own page", async () => {
  await show(hanging());
  expect(document.title).toBe("Where does it go? – Commonweal");
  expect(screen.getByText(/This school is closed/)).toBeTruthy();
  expect(screen.getByText(/^Followed by/).textContent?.replace(/\s+/g, " ")).toBe("Followed by Glory Farm (100002) when it became an academy, on Sunday 1 February 2026.");
  expect(ticked()).toEqual([
    ["Severn", true], ["Head, Ashton Park", true], ["Visit of Ashton Park to Cooper", true], ["What it gave and received counts for Glory Farm from now on", true],
  ]);
  expect(screen.getByRole("link", { name: "Open Visit of Ashton Park to Cooper" }).getAttribute("href")).toBe("/visits/vis_1");
  expect(screen.queryByRole("radio")).toBeNull();
});

it("has nothing chosen where it was divided", async () => {
  await show(hanging(), [{ ...conversion, change: "split" }]);
  expect(ticked().map(([, on]) => on)).toEqual([false, false, false, false]);
});

it("sends exactly what stays ticked, says what went, and shows what is left", async () => {
  await show(hanging());
  await fireEvent.click(form().getByRole("checkbox", { name: "Visit of Ashton Park to Cooper" }));
  await fireEvent.click(form().getByRole("button", { name: "Hand it on" }));
  expect(await screen.findByText("Handed on to Glory Farm: 1 network, 1 person and what it gave and received.")).toBeTruthy();
  expect(sent).toEqual([[
    "/api/v1/schools/100001/hand-on",
    { to: "100002", on: "2026-03-09", history: true, networks: ["net_1"], clusters: [], people: ["per_1"], visits: [], reviews: [], partnerships: [], meetings: [] },
  ]]);
  await vi.waitFor(() => expect(ticked().map(([text]) => text)).toEqual(["Visit of Ashton Park to Cooper"]));
  expect(screen.getByText(/counts for/).textContent?.replace(/\s+/g, " ")).toBe("What it gave and received counts for Glory Farm already.");
});

it("shows what is of another network, and why it cannot be chosen", async () => {
  await show(hanging({ networks: ["net_1", "net_2"] }));
  const [, other] = screen.getAllByRole<HTMLInputElement>("checkbox");
  expect([other?.disabled, other?.checked]).toEqual([true, false]);
  expect(document.getElementById(other?.getAttribute("aria-describedby") ?? "")?.textContent).toContain("which you do not coordinate");
});

it("says what went even where the reader may see no more, since the school left their networks", async () => {
  await show(hanging());
  afterwards = 403;
  await fireEvent.click(form().getByRole("button", { name: "Hand it on" }));
  expect(await screen.findByText(/^Handed on to Glory Farm: 1 network, 1 person, 1 visit/)).toBeTruthy();
  expect(await screen.findByText(/The school is in none of your networks any more/)).toBeTruthy();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Where does it go?");
});

it("asks to which of several, and says at the top that none is chosen", async () => {
  await show(hanging({ successors: [schoolSummary("100002", "Glory Farm"), schoolSummary("100004", "Bluebell")] }), [conversion, { ...conversion, school: "100004" }]);
  await fireEvent.click(form().getByRole("button", { name: "Hand it on" }));
  expect(form().getByRole("alert").textContent).toContain("Choose the school that followed it");
  expect(sent).toEqual([]);
  await fireEvent.click(form().getByRole("radio", { name: "Bluebell" }));
  await fireEvent.click(form().getByRole("button", { name: "Hand it on" }));
  await vi.waitFor(() => expect(sent[0]?.[1]).toMatchObject({ to: "100004", networks: [] }));
});

it("says at the top what the server refuses, and keeps what was chosen", async () => {
  refusal = { detail: "School 100002 is closed." };
  await show(hanging());
  await fireEvent.click(form().getByRole("checkbox", { name: "Severn" }));
  await fireEvent.click(form().getByRole("button", { name: "Hand it on" }));
  expect((await form().findByRole("alert")).textContent).toContain("School 100002 is closed.");
  expect(ticked()[0]).toEqual(["Severn", false]);
});

it("reads again what somebody else changed meanwhile", async () => {
  await show(hanging());
  [refusal, status, before] = [{}, 409, hanging({ visits: [] })];
  await fireEvent.click(form().getByRole("button", { name: "Hand it on" }));
  await vi.waitFor(() => expect(ticked().map(([text]) => text)).not.toContain("Visit of Ashton Park to Cooper"));
  expect(screen.getByText("Somebody changed this while you were looking at it.")).toBeTruthy();
  expect(sent.length).toBe(1);
});

it("without a school that followed says who can name one, and shows what is to be ended by hand", async () => {
  await show(hanging({ successors: [] }), []);
  expect(screen.getByText(/an administrator imports the register’s links/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Visit of Ashton Park to Cooper" }).getAttribute("href")).toBe("/visits/vis_1");
  expect(screen.queryByRole("form")).toBeNull();
});

it("lets an administrator name the school that followed, and then offers it", async () => {
  session.person = person("per_9", "Administrator", [["administrator", ""]]);
  await show(hanging({ successors: [] }), []);
  const naming = within(screen.getByRole("form", { name: "Name the school that followed it" }));
  await fireEvent.click(naming.getByRole("button", { name: "Name it" }));
  expect(naming.getByRole("alert").textContent).toContain("Choose the school that followed it");
  await fireEvent.input(naming.getByRole("searchbox", { name: "Which school followed Ashton Park?" }), { target: { value: "Glory Farm" } });
  await fireEvent.click(await naming.findByRole("radio", { name: "Glory Farm" }));
  await fireEvent.click(naming.getByRole("radio", { name: /^It became an academy/ }));
  await fireEvent.input(naming.getByLabelText("On which day? (optional)"), { target: { value: "2026-02-01" } });
  [view, successors] = [hanging(), [conversion]];
  await fireEvent.click(naming.getByRole("button", { name: "Name it" }));
  expect(await screen.findByText("Glory Farm is named as the school that followed it.")).toBeTruthy();
  expect(sent).toEqual([["/api/v1/schools/100002/link", { predecessor: "100001", name: "Ashton Park", change: "conversion", on: "2026-02-01" }]]);
  expect(await screen.findByRole("form", { name: "Where does it go?" })).toBeTruthy();
});

it("tells of an open school that nothing has to go", async () => {
  await show(hanging({ open: true, successors: [] }), []);
  expect(screen.getByText(/what belongs to it stays/)).toBeTruthy();
  expect([screen.queryByRole("form"), screen.queryByText(/No school is known that followed it\.$/)]).toEqual([null, null]);
});

it("whoever may not hand it on sees it, with who may", async () => {
  await show(hanging({ may: false }));
  expect(screen.getByText(/Whoever coordinates one of its networks, or an administrator, says where this goes/)).toBeTruthy();
  expect(screen.getByRole("heading", { level: 2, name: "People" })).toBeTruthy();
  expect([screen.queryByRole("form"), screen.queryByRole("checkbox")]).toEqual([null, null]);
});

it("says when nothing is left", async () => {
  await show(hanging({ networks: [], people: [], visits: [], history_at: "100002" }));
  expect(screen.getByText("Nothing hangs on this school any more.")).toBeTruthy();
  expect(screen.queryByRole("form")).toBeNull();
});

it("tells whoever may not see it, in the server's words", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ type: "x", title: "No", status: 403, detail: "Only the school's own staff and the coordinator see this." }), { status: 403 })));
  render(HandOn, { urn: "100001" });
  expect(await screen.findByRole("heading", { name: "You may not see this" })).toBeTruthy();
});
