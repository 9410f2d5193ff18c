import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { router } from "../../router/router.svelte";
import { directory } from "../../stores/directory.svelte";
import { session } from "../../stores/session.svelte";
import { person, schoolSummary } from "../../testing/views";
import EnterPast from "./EnterPast.svelte";

const networks = ["net_1", "net_2"].map((id) => ({ id, name: `Network ${id}`, members: 2, themes: [{ code: "equity", name: "Equity" }], clusters: [] }));
const schools = [schoolSummary("100001", "Ashton Park"), schoolSummary("100002", "Glory Farm", false)];
let [sent, asked] = [[] as [string, unknown][], [] as string[]];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") });
  localStorage.clear();
  [sent, asked] = [[], []];
  vi.spyOn(router, "go").mockImplementation(() => undefined);
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push([url, JSON.parse(String(init.body))]);
    else asked.push(url);
    const q = new URL(url, "http://here").searchParams.get("q");
    const list = url.endsWith("/networks") ? networks : schools.filter(({ name }) => name === q);
    return Promise.resolve(new Response(JSON.stringify(init.method === "POST" ? { id: "new_1", version: 1, position: 9, events: [] } : { items: list })));
  });
  await directory.load();
});
afterEach(() => {
  cleanup();
  session.person = null;
  directory.forget();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function show(...places: string[]): void {
  session.person = person("per_1", "Coordinator", places.map((place) => ["coordinator", place]));
  render(EnterPast);
}
async function choose(question: RegExp, name: string): Promise<void> {
  await fireEvent.input(screen.getByRole("searchbox", { name: question }), { target: { value: name } });
  await fireEvent.click(await screen.findByRole("radio", { name }));
}
const pick = (name: string) => fireEvent.click(screen.getByRole("radio", { name }));
const day = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const send = () => fireEvent.click(screen.getByRole("button", { name: "Enter it" }));

it("enters a visit between schools of which one may have closed, and leads to it", async () => {
  show("net_1");
  await pick("A visit");
  await choose(/Which school visited/, "Ashton Park");
  await choose(/Which school was visited/, "Glory Farm");
  await fireEvent.change(screen.getByLabelText("What was the visit about?"), { target: { value: "equity" } });
  await day("On which day was it?", "2019-05-14");
  await send();
  await vi.waitFor(() => expect(router.go).toHaveBeenCalledWith("/visits/new_1"));
  expect(sent).toEqual([["/api/v1/past-visits", { guest: "100001", host: "100002", network: "net_1", theme: "equity", day: "2019-05-14" }]]);
  expect(asked.filter((url) => url.includes("/schools?")).some((url) => url.includes("network="))).toBe(false);
});

it("enters a review in one of several networks", async () => {
  show("net_1", "net_2");
  await pick("A review");
  expect(screen.queryByRole("searchbox")).toBeNull();
  await pick("Network net_2");
  await choose(/Which school was reviewed/, "Glory Farm");
  await choose(/Which school reviewed it/, "Ashton Park");
  await day("First day on which it was held", "2019-05-14");
  await send();
  await vi.waitFor(() => expect(router.go).toHaveBeenCalledWith("/reviews/new_1"));
  expect(sent).toEqual([["/api/v1/past-reviews", { host: "100002", reviewing_school: "100001", network: "net_2", days: ["2019-05-14"] }]]);
});

it("enters a partnership of two members", async () => {
  show("net_1");
  await pick("A partnership");
  await choose(/Which school works together/, "Ashton Park");
  await choose(/With which school/, "Glory Farm");
  await fireEvent.change(screen.getByLabelText("What do they work on together?"), { target: { value: "equity" } });
  await day("Since which day?", "2019-05-14");
  await send();
  await vi.waitFor(() => expect(router.go).toHaveBeenCalledWith("/partnerships/new_1"));
  expect(sent).toEqual([["/api/v1/past-partnerships", { school: "100001", with: "100002", network: "net_1", purpose: "equity", since: "2019-05-14" }]]);
  expect(asked.filter((url) => url.includes("/schools?")).every((url) => url.includes("network=net_1"))).toBe(true);
});

it("says at the top what is missing", async () => {
  show("net_1");
  await send();
  expect(screen.getByRole("alert").textContent).toContain("Choose what happened");
});

it("tells whoever coordinates no network that others enter it", () => {
  show("clu_1");
  expect(screen.getByText(/You coordinate none/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Enter it" })).toBeNull();
});
