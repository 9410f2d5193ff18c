import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Person, Personal, PostView } from "../../api/types";
import { findDraft, keepDraft } from "../../stores/drafts";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import { everybodyHere } from "./deputies";
import { newcomers } from "./newcomers.svelte";
import People from "./People.svelte";

const ashton = "100001";
const lead = person("per_1", "Lead, Ashton Park", [["lead", ashton]]);
const administrator = person("per_9", "Administrator", [["administrator", ""]]);
const post = (people: Person[], before: [string, Personal][] = []): PostView => ({
  school: ashton, role: "lead", people, deputies: [], held: before.map(([id, name]) => ({ id, name, from: "2024-09-01", ended_on: "2025-09-01", before: [] })),
});

let [posts, sent, asks] = [[] as PostView[], [] as [string, unknown][], [] as string[]];
beforeEach(() => {
  [posts, sent, asks] = [[post([lead], [["per_2", "Former lead"]])], [], []];
  localStorage.clear();
  window.scrollTo = vi.fn();
});
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve));
  cleanup();
  session.person = null;
  vi.unstubAllGlobals();
});

function answer(url: string, init: RequestInit): object {
  if (init.method === "POST") {
    sent.push([url.replace("/api/v1", ""), JSON.parse(String(init.body))]);
    if (url.endsWith("/erase")) posts = [post([], [["per_1", { erased: true } as Personal], ["per_2", "Former lead"]])];
    else posts = [post([{ ...lead, name: "Lead, Glory Farm" }])];
    return { id: "per_1", version: 2, position: 9, events: [] };
  }
  asks.push(url.replace("/api/v1", ""));
  if (url.includes("/posts?")) return { items: posts };
  if (url.includes("/held")) return { person: "per_1", as_of: "2026-03-09T09:00:00Z", name: lead.name, email: "lead@ashton.example", account: { password: true, sessions: 0, tokens: 0 }, events: [] };
  return { school: ashton, networks: ["net_1"], clusters: [], details: { name: "Ashton Park" } };
}
async function show(reader: Person): Promise<void> {
  session.person = reader;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => Promise.resolve(new Response(JSON.stringify(answer(url, init)))));
  render(People, { urn: ashton });
  await screen.findByRole("heading", { level: 2, name: "Lead" });
}
const section = () => within(screen.getByRole("heading", { level: 2, name: "What is held about them" }).parentElement as HTMLElement);
const form = (name: string) => within(screen.getByRole("form", { name }));

it("only administrators find what is held about each of the people, former ones as well", async () => {
  await show(administrator);
  expect(section().getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["Lead, Ashton Park", "Former lead"]);
  expect(section().getByRole("link", { name: "Everything held about Lead, Ashton Park" }).getAttribute("href")).toBe("/me?person=per_1");
  expect(section().getByText("Put the name or address of Former lead right")).toBeTruthy();
  expect(asks.filter((url) => url.includes("/held"))).toEqual([]);
});

it.each([["the lead", lead], ["the head", person("per_3", "Head", [["head", ashton]])], ["a coordinator", person("per_4", "C", [["coordinator", "net_1"]])]])(
  "%s finds none of it",
  async (_who, reader) => {
    await show(reader);
    expect(screen.queryByText("What is held about them")).toBeNull();
    expect(screen.queryByText(/^Erase /)).toBeNull();
  },
);

it("erases nobody without a reason and the tick", async () => {
  await show(administrator);
  await fireEvent.click(form("Erase Lead, Ashton Park…").getByRole("button", { name: "Erase them for good" }));
  expect(form("Erase Lead, Ashton Park…").getByRole("link", { name: "Choose why they are erased" })).toBeTruthy();
  expect(form("Erase Lead, Ashton Park…").getByRole("link", { name: /^Tick the box/ })).toBeTruthy();
  expect(sent).toEqual([]);
});

it("erases somebody, and the list shows it at once", async () => {
  await show(administrator);
  newcomers.add(ashton, { id: "per_1", name: "Lead, Ashton Park", email: "lead@ashton.example" });
  keepDraft("per_9", "per_1.correct-details", { name: "Lead, Ashton Park", email: "lead@ashton.example" });
  const erasing = form("Erase Lead, Ashton Park…");
  await fireEvent.click(erasing.getByLabelText("They asked for it"));
  await fireEvent.input(erasing.getByLabelText("Note (optional)"), { target: { value: "By letter, known to the office" } });
  await fireEvent.click(erasing.getByLabelText("I understand that this cannot be undone"));
  await fireEvent.click(erasing.getByRole("button", { name: "Erase them for good" }));
  await screen.findByText("They are erased.");
  expect(sent).toEqual([["/people/per_1/erase", { why: "asked", note: "By letter, known to the office" }]]);
  expect(await screen.findByText(/^Somebody whose name was erased, /)).toBeTruthy();
  expect(document.body.textContent).not.toContain("Lead, Ashton Park");
  expect(asks.some((url) => url.startsWith("/posts?") && url.includes("after=9"))).toBe(true);
  expect([newcomers.at(ashton), findDraft("per_9", "per_1.correct-details")]).toEqual([[], null]);
});

it("puts a name right, whose address it reads when the form is opened", async () => {
  await show(administrator);
  const title = "Put the name or address of Lead, Ashton Park right";
  const line = screen.getByText(title).closest("details") as HTMLDetailsElement;
  line.open = true;
  await fireEvent(line, new Event("toggle"));
  await screen.findByRole("form", { name: title });
  expect(form(title).getByLabelText<HTMLInputElement>("E-mail address").value).toBe("lead@ashton.example");
  await fireEvent.input(form(title).getByLabelText("Name"), { target: { value: "Lead, Glory Farm" } });
  await fireEvent.click(form(title).getByRole("button", { name: "Put it right" }));
  await screen.findByText("The name and address are put right.");
  expect(sent).toEqual([["/people/per_1/correct-details", { name: "Lead, Glory Farm", email: "lead@ashton.example" }]]);
  expect((await screen.findAllByRole("heading", { level: 3, name: "Lead, Glory Farm" })).length).toBe(2);
});

it("everybody is listed once, and nobody who was erased", () => {
  const both = [post([lead], [["per_1", "Lead, Ashton Park"], ["per_2", { erased: true } as Personal]]), post([lead])];
  expect(everybodyHere(both, [{ id: "per_5", name: "Newcomer", email: "n@ashton.example" }])).toEqual([
    { id: "per_1", name: "Lead, Ashton Park" },
    { id: "per_5", name: "Newcomer" },
  ]);
});
