import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import type { PartnershipSummary } from "../../api/types";
import { router } from "../../router/router.svelte";
import { names } from "../../stores/names.svelte";
import { partnership } from "../../testing/partnerships";
import Partnerships from "./Partnerships.svelte";

names.learn([{ school: "100001", name: "Ashton Park" }, { school: "100002", name: "Cooper" }, { school: "100003", name: "Oak Hill" }]);
let asked: string[] = [];

afterEach(() => {
  cleanup();
  router.set({ of: null, open: null, view: null, as: null });
  vi.unstubAllGlobals();
});

const rows = [
  partnership("par_1", { stage: "active", began_on: "2025-03-02", activities: 3, last_activity: "2026-01-15" }),
  partnership("par_2", { partner: "100003", stage: "ended", began_on: "2025-03-02", ended_on: "2025-09-01" }),
  partnership("par_3", { partner: "100003", proposed_on: undefined }),
];

function show(search: string, items: PartnershipSummary[] = rows): void {
  asked = [];
  history.replaceState(null, "", search);
  router.search = search;
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(JSON.stringify({ items: url.includes("/partnerships") ? items : [] })));
  });
  render(Partnerships);
}
const bars = () => screen.findAllByRole("link", { name: /Ashton Park and/ });

it("draws a bar a partnership, by pair, each a link to its page", async () => {
  show("?of=all&view=time");
  expect((await bars()).map((bar) => bar.getAttribute("href"))).toEqual(["/partnerships/par_1", "/partnerships/par_2"]);
  expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["Ashton Park and Cooper", "Ashton Park and Oak Hill"]);
  expect(screen.getByText(/1 partnership is active; it has lasted/)).toBeTruthy();
  expect(screen.getByText(/1 partnership whose days are not known is in the list, not here/)).toBeTruthy();
  expect(document.querySelectorAll(".time__track .time__end")).toHaveLength(1);
  expect(document.querySelectorAll(".time__track .time__activity")).toHaveLength(1);
});

it("asks for the same partnerships as the list does, all of them", async () => {
  show("?of=100003&open=yes&view=time");
  await bars();
  expect(asked).toContain("/api/v1/partnerships?school=100003&open=true&limit=200");
  expect(asked.some((url) => url.includes("limit=25"))).toBe(false);
});

it("is a table, too, and the address says so", async () => {
  show("?of=all&view=time");
  await bars();
  await fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
  expect(router.query.get("as")).toBe("table");
  expect(screen.getByRole("table", { name: "Partnerships over time" }).textContent).toContain("1 Sept 2025");
  expect(document.querySelector(".time")).toBeNull();
});

it("goes from the list to the bars and back", async () => {
  show("?of=all");
  await fireEvent.click(await screen.findByRole("button", { name: "Over time" }));
  await bars();
  expect(router.query.get("view")).toBe("time");
  await fireEvent.click(screen.getByRole("button", { name: "As a list" }));
  expect(await screen.findByRole("link", { name: "Ashton Park and Cooper" })).toBeTruthy();
  expect(document.querySelector(".time")).toBeNull();
});

it("says so where there is none", async () => {
  show("?of=all&view=time", []);
  expect(await screen.findByText(/No partnership fits/)).toBeTruthy();
});
