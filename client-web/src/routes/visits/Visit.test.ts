import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Person, VisitDetail } from "../../api/types";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { goTo } from "../../testing/past";
import { visitDetail } from "../../testing/views";
import Visit from "./Visit.svelte";

vi.mock("../../stores/watch_row", () => ({ watchRow: () => () => undefined }));

const [ashton, glory] = ["100001", "100002"] as const;
names.learn([{ school: ashton, name: "Ashton Park" }, { school: glory, name: "Glory Farm" }]);

afterEach(() => {
  cleanup();
  localStorage.clear();
  session.person = null;
  directory.forget();
  vi.unstubAllGlobals();
});

/** Ashton Park visits Glory Farm; the reader leads one of the two. */
async function show(part: Partial<VisitDetail>, school: string = glory): Promise<void> {
  const visit = visitDetail({ stage: "held", ...part });
  session.person = { id: "per_1", name: "Jo", roles: [{ role: "lead", place: school }] } as unknown as Person;
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(visit), { headers: { ETag: `"${visit.version}"` } })));
  render(Visit, { id: "vis_1" });
  await screen.findByRole("heading", { name: "Ashton Park visits Glory Farm" });
}

function fact(name: string): HTMLElement | null {
  const term = screen.queryAllByRole("term").find(({ textContent }) => textContent === name);
  return term?.parentElement?.querySelector("dd") ?? null;
}
const words = (name: string) => fact(name)?.textContent?.trim();
const target = (name: string) => within(fact(name) ?? document.body).getByRole("link").getAttribute("href");
const wayToReturn = () => screen.queryByRole("link", { name: "Ask for the return visit" });

it("does not speak of a return where none was offered", async () => {
  await show({});
  expect(fact("Return visit")).toBeNull();
  expect(fact("In return for")).toBeNull();
  expect(wayToReturn()).toBeNull();
});

it("says that a return was offered, and asks for it only when the visit was held", async () => {
  await show({ stage: "dated", return_stage: "offered" });
  expect(words("Return visit")).toBe("Offered");
  expect(wayToReturn()).toBeNull();
});

it("leads the host to the form for the return that it is owed: the other way, about the same", async () => {
  await show({ return_stage: "offered", may: ["waive-return"] });
  expect(words("Return visit")).toBe("Owed to Glory Farm");
  const to = new URL(wayToReturn()?.getAttribute("href") ?? "", "http://here");
  expect(to.pathname).toBe("/visits/new");
  expect(Object.fromEntries(to.searchParams)).toEqual({ returns: "vis_1", guest: glory, host: ashton, network: "net_1", theme: "equity" });
  const waive = screen.getByRole("form", { name: "Let the return visit go" });
  expect(within(waive).getByText(/This cannot be taken back/)).toBeTruthy();
});

it("does not lead the guest there, who owes it", async () => {
  await show({ return_stage: "offered" }, ashton);
  expect(words("Return visit")).toBe("Owed to Glory Farm");
  expect(wayToReturn()).toBeNull();
});

it("leads to the return visit once it was asked for, and when it was held", async () => {
  await show({ return_stage: "arranged", return_visit: "vis_2" });
  expect(words("Return visit")).toBe("Asked for: the return visit");
  expect(target("Return visit")).toBe("/visits/vis_2");
  expect(wayToReturn()).toBeNull();
  cleanup();
  await show({ return_stage: "paid", return_visit: "vis_2" });
  expect(words("Return visit")).toBe("Held: the return visit");
  expect(target("Return visit")).toBe("/visits/vis_2");
});

it("says why a return was let go, and that the words were erased", async () => {
  await show({ return_stage: "waived", return_reason: "Too far for us." });
  expect(words("Return visit")).toBe("Waived");
  const section = screen.getByRole("heading", { name: "What was written" }).parentElement ?? document.body;
  expect(within(section).getByRole("heading", { name: "Why the return visit was waived" }).nextElementSibling?.textContent).toBe("Too far for us.");
  cleanup();
  await show({ return_stage: "waived", return_reason: { erased: true } });
  expect(screen.getByText(/Erased:/)).toBeTruthy();
});

it("shows what is written for the day, and what was taken over", async () => {
  await show({ stage: "dated", day: "2100-03-09", sheet: { arrival: "08:30, main gate" }, may: ["write-sheet"] });
  expect(words("Arrival")).toBe("08:30, main gate");
  const form = screen.getByRole("form", { name: "Change what your guests need to know" });
  expect(within(form).getByLabelText<HTMLTextAreaElement>("When and where do your guests arrive?").value).toBe("08:30, main gate");
  cleanup();
  await show({ practices: [{ number: 1, side: "host", day: "2026-03-10", practice: "A buddy for each new pupil.", follow_ups: [] }], may: ["adopt-practice", "follow-up-practice"] });
  expect(screen.getByText("A buddy for each new pupil.")).toBeTruthy();
  expect(screen.getByRole("form", { name: "Write down a practice that you take over" })).toBeTruthy();
});

it("means the sheet as it was read, but follows up a practice whatever else was written", async () => {
  const sent: [string, unknown][] = [];
  const practices = [{ number: 1, side: "host" as const, day: "2026-03-10", practice: "A buddy.", follow_ups: [] }];
  const visit = visitDetail({ stage: "held", practices, sheet: { arrival: "08:30" }, may: ["write-sheet", "follow-up-practice"] });
  await show(visit);
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push([url, (init.headers as Record<string, string>)["If-Match"]]);
    const answer = init.method === "POST" ? { id: "vis_1", version: 4, position: 9, events: [] } : visit;
    return Promise.resolve(new Response(JSON.stringify(answer), { headers: { ETag: '"4"' } }));
  });
  await fireEvent.click(screen.getByLabelText("In use as seen"));
  for (const name of ["Say what became of it", "Give it to the guest"]) {
    await fireEvent.click(screen.getByRole("button", { name }));
    await screen.findByText(name === "Give it to the guest" ? "The guest can read what you wrote." : "What became of the practice is written down.");
  }
  expect(sent).toEqual([["/api/v1/visits/vis_1/follow-up-practice", undefined], ["/api/v1/visits/vis_1/write-sheet", '"4"']]);
});

it("of a return visit says for which visit it is the return", async () => {
  await show({ returns: "vis_0" });
  expect(words("In return for")).toBe("The visit of Glory Farm to Ashton Park");
  expect(target("In return for")).toBe("/visits/vis_0");
});

it("of a visit of earlier times says that it was entered afterwards, and shows no steps that it never took", async () => {
  await show({ attested: true });
  expect(words("How it came here")).toMatch(/^Entered afterwards.*From before/s);
  expect(screen.queryByRole("list", { name: "How far the visit is" })).toBeNull();
  cleanup();
  await show({});
  expect(fact("How it came here")).toBeNull();
  expect(screen.getByRole("list", { name: "How far the visit is" })).toBeTruthy();
});

it("corrects its day with the version that was read, after what else is offered", async () => {
  const sent: [string, unknown, unknown][] = [];
  await show({ day: "2026-03-09", may: ["adopt-practice", "correct-held"], reason: "A wrong entry." });
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push([url, JSON.parse(String(init.body)), (init.headers as Record<string, string>)["If-Match"]]);
    return Promise.resolve(new Response(JSON.stringify(init.method === "POST" ? { id: "vis_1", version: 4, position: 9, events: [] } : visitDetail({ stage: "held" })), { headers: { ETag: '"4"' } }));
  });
  expect(screen.getAllByRole("form").map((form) => form.getAttribute("aria-label")).at(-1)).toBe("Correct the day, or say that it did not take place");
  expect(screen.getByRole("heading", { name: "Why its day was changed" })).toBeTruthy();
  const form = within(screen.getByRole("form", { name: /^Correct the day/ }));
  await fireEvent.click(form.getByLabelText("No, it did not take place"));
  await fireEvent.click(form.getByRole("button", { name: "Correct it" }));
  expect(await screen.findByText("The visit is corrected.")).toBeTruthy();
  expect(sent).toEqual([["/api/v1/visits/vis_1/correct-held", { took_place: false }, '"4"']]);
});

describe("of the past", () => {
  const rows = [["visit-held", 9], ["visit-dated", 7], ["visit-requested", 3]].map(([kind, position]) => ({ kind, position, how: "live", recorded: `2026-03-0${position}T09:00:00Z` }));
  let asked: string[] = [];

  function serve(status = 200): void {
    asked = [];
    vi.stubGlobal("fetch", (url: string) => {
      asked.push(url);
      if (url.includes("/history")) return Promise.resolve(new Response(JSON.stringify({ items: rows })));
      const at = Number(new URL(url, "http://x").searchParams.get("at") ?? 9);
      const visit = visitDetail({ stage: at < 7 ? "requested" : at < 9 ? "dated" : "held", version: at, return_stage: "offered", may: url.includes("at=") ? [] : ["reflect"] });
      return Promise.resolve(new Response(JSON.stringify(visit), { status, headers: { "X-Position": String(at) } }));
    });
  }
  function open(address: string): void {
    session.person = { id: "per_1", name: "Jo", roles: [{ role: "lead", place: glory }] } as unknown as Person;
    goTo(address);
    render(Visit, { id: "vis_1" });
  }
  afterEach(() => goTo("/"));

  it("is shown as it was known, with nothing to do, and steps through its own history", async () => {
    serve();
    open("/visits/vis_1?at=7");
    await screen.findByText("As it was known on Saturday 7 March 2026 at 09:00, at position 7");
    expect(words("Stage")).toBe("Day set");
    expect(document.querySelector("mark")?.textContent).toBe("Ashton Park will visit Glory Farm about equity");
    expect([screen.queryByRole("form", { name: /reflection/ }), wayToReturn()]).toEqual([null, null]);
    await fireEvent.click(screen.getByRole("button", { name: "Earlier" }));
    await vi.waitFor(() => expect(words("Stage")).toBe("Asked for"));
    await fireEvent.click(screen.getByRole("button", { name: "Back to now" }));
    await screen.findByRole("form", { name: "Write your reflection as the host" });
    expect([words("Stage"), asked.at(-1)]).toEqual(["Held", "/api/v1/visits/vis_1"]);
  });

  it("says so where it was not there yet", async () => {
    serve(404);
    open("/visits/vis_1?at=2026-01-01");
    await screen.findByRole("heading", { name: "This visit was not there yet" });
  });
});
