import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Deadline } from "../../api/networks";
import type { Person, Role } from "../../api/types";
import { session } from "../../stores/session.svelte";
import Deadlines from "./Deadlines.svelte";

const usual: Deadline[] = [
  { duty: "answer_visit", working_days: 10, own: false },
  { duty: "record_visit", working_days: 7, own: true },
];
let sent: { url: string; body: unknown }[] = [];
let refusal: object | null = null;

beforeEach(() => {
  localStorage.clear();
  [sent, refusal] = [[], null];
  window.scrollTo = vi.fn();
});
afterEach(() => {
  cleanup();
  session.person = null;
  vi.unstubAllGlobals();
});

/** A server that keeps the network's own list. */
function serve(): void {
  let rows = usual;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method !== "POST") return Promise.resolve(new Response(JSON.stringify({ items: rows })));
    const body = JSON.parse(String(init.body)) as { deadlines: Deadline[] };
    sent.push({ url, body });
    if (refusal) return Promise.resolve(new Response(JSON.stringify(refusal), { status: 422 }));
    rows = rows.map((row) => ({ ...row, ...body.deadlines.find(({ duty }) => duty === row.duty), own: body.deadlines.some(({ duty }) => duty === row.duty) }));
    return Promise.resolve(new Response(JSON.stringify({ id: "net_1", version: 3, position: 9, events: [] })));
  });
}

async function show(role: Role): Promise<void> {
  session.person = { id: "per_1", name: "Jo", roles: [role] } as unknown as Person;
  serve();
  render(Deadlines, { id: "net_1" });
  await screen.findByRole("table");
}
const coordinator: Role = { role: "coordinator", place: "net_1" };
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const save = () => fireEvent.click(screen.getByRole("button", { name: "Save deadlines" }));
const rows = () => screen.getAllByRole("row").slice(1).map((row) => [...row.children].map(({ textContent }) => textContent?.trim()));

it("shows everybody how long schools have, and whose number it is", async () => {
  await show({ role: "lead", place: "100001" });
  expect(rows()).toEqual([
    ["Answer the request for a visit", "10", "The usual"],
    ["Say whether the visit was held", "7", "The network’s own"],
  ]);
  expect(screen.queryByRole("form")).toBeNull();
});

it("is set by the coordinator of this network, or an administrator, and nobody else", async () => {
  for (const role of [coordinator, { role: "administrator", place: "" }] as Role[]) {
    await show(role);
    expect(field("Answer the request for a visit").value).toBe("10");
    cleanup();
  }
  await show({ role: "coordinator", place: "net_2" });
  expect(screen.queryByRole("form")).toBeNull();
});

it("sends what was changed and what was set before, and shows what holds then", async () => {
  await show(coordinator);
  await type("Answer the request for a visit", "15");
  await save();
  expect(await screen.findByText("The deadlines are saved.")).toBeTruthy();
  expect(sent).toEqual([
    {
      url: "/api/v1/networks/net_1/set-deadlines",
      body: { deadlines: [{ duty: "answer_visit", working_days: 15 }, { duty: "record_visit", working_days: 7 }] },
    },
  ]);
  expect(field("Answer the request for a visit").value).toBe("15");
  expect(rows().map(([, , whose]) => whose)).toEqual(["The network’s own", "The network’s own"]);
});

it("says at the top and at the field what cannot be sent", async () => {
  await show(coordinator);
  await type("Say whether the visit was held", "200");
  await save();
  expect(sent).toEqual([]);
  const words = "Say whether the visit was held: enter a whole number from 1 to 190";
  expect(within(screen.getByRole("alert")).getByRole("link", { name: words })).toBeTruthy();
  const wrong = field("Say whether the visit was held");
  expect(wrong.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(wrong.getAttribute("aria-describedby") ?? "")?.textContent).toContain(words);
});

it("keeps what was typed when the server says no", async () => {
  refusal = { type: "/problems/refusal/deadline-malformed", title: "A rule says no", status: 422, detail: "The deadline cannot be used." };
  await show(coordinator);
  await type("Answer the request for a visit", "15");
  await save();
  expect((await screen.findByRole("alert")).textContent).toContain("The deadline cannot be used.");
  expect(field("Answer the request for a visit").value).toBe("15");
  expect(screen.queryByText("The deadlines are saved.")).toBeNull();
});

it("of a network that is none says so", async () => {
  session.person = { id: "per_1", name: "Jo", roles: [] } as unknown as Person;
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ type: "x", title: "There is nothing here", status: 404 }), { status: 404 })));
  render(Deadlines, { id: "net_9" });
  expect(await screen.findByRole("heading", { name: "Page not found" })).toBeTruthy();
});
