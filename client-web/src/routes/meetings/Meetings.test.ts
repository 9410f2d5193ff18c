import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import type { MeetingSummary, NetworkSummary, Person } from "../../api/types";
import { router } from "../../router/router.svelte";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { meeting } from "../../testing/views";
import Meetings from "./Meetings.svelte";

names.learn([{ school: "100001", name: "Ashton Park" }]);
const cluster = { id: "clu_1", network: "net_1", name: "Severn South", members: 3 };
let asked: string[] = [];

afterEach(() => {
  cleanup();
  session.person = null;
  directory.forget();
  router.set({ of: null, open: null });
  vi.unstubAllGlobals();
});

async function show(search: string, items: MeetingSummary[] = []): Promise<void> {
  asked = [];
  session.person = { id: "per_1", name: "Jo", roles: [{ role: "lead", place: "100001" }] } as unknown as Person;
  router.search = search;
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    const networks = [{ id: "net_1", name: "Severn", clusters: [cluster] } as unknown as NetworkSummary];
    return Promise.resolve(new Response(JSON.stringify({ items: url.endsWith("/networks") ? networks : items })));
  });
  await directory.load();
  render(Meetings);
  await screen.findByRole("heading", { level: 1, name: "Meetings" });
}
const lines = () => screen.findAllByRole("listitem").then((all) => all.map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim()));

it("lists what is still to take place first, with the cluster, the day and the host", async () => {
  await show("", [meeting("mee_2", { stage: "held", day: "2026-03-02", attended: 5, absent: 1 }), meeting("mee_1", { answered: 2 })]);
  expect(await lines()).toEqual([
    "Severn South: Monday 16 March 2026 or Tuesday 17 March 2026 Hosted by Ashton Park · 2 schools have answered Days proposed",
    "Severn South: Monday 2 March 2026 Hosted by Ashton Park · 5 of 6 were there Held",
  ]);
});

it("asks for those of the reader’s school, or of a cluster that is chosen", async () => {
  await show("");
  expect(asked).toContain("/api/v1/meetings?school=100001&limit=25");
  await fireEvent.change(screen.getByLabelText("Whose"), { target: { value: "clu_1" } });
  await vi.waitFor(() => expect(asked).toContain("/api/v1/meetings?cluster=clu_1&limit=25"));
  await fireEvent.change(screen.getByLabelText("How far"), { target: { value: "no" } });
  await vi.waitFor(() => expect(asked).toContain("/api/v1/meetings?cluster=clu_1&open=false&limit=25"));
});

it("asks for a network’s, or for everybody’s", async () => {
  await show("?of=net_1");
  expect(asked).toContain("/api/v1/meetings?network=net_1&limit=25");
  cleanup();
  await show("?of=all");
  expect(asked).toContain("/api/v1/meetings?limit=25");
  expect(await screen.findByText(/No meeting fits/)).toBeTruthy();
});
