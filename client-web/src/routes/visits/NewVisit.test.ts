import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { NetworkSummary, Person } from "../../api/types";
import { router } from "../../router/router.svelte";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import NewVisit from "./NewVisit.svelte";

const [ashton, glory, cooper] = ["100001", "100002", "100003"] as const;
names.learn([{ school: ashton, name: "Ashton Park" }, { school: glory, name: "Glory Farm" }, { school: cooper, name: "Cooper" }]);

const themes = [{ code: "equity", name: "Equity" }];
const networks = ["net_1", "net_2"].map((id) => ({ id, name: id, members: 3, themes, clusters: [] }) as unknown as NetworkSummary);
let sent: unknown[] = [];

beforeEach(() => {
  localStorage.clear();
  sent = [];
  vi.spyOn(router, "go").mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  session.person = null;
  directory.forget();
  router.search = "";
  vi.unstubAllGlobals();
});

/** The form at an address, for the lead of some schools, each in these networks. */
async function show(search: string, schools: string[] = [ashton], of = ["net_1"]): Promise<void> {
  session.person = { id: "per_1", name: "Jo", roles: schools.map((place) => ({ role: "lead", place })) } as unknown as Person;
  router.search = search;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push(JSON.parse(String(init.body)));
    const answer = init.method === "POST" ? { id: "vis_9", version: 1, position: 9, events: [] } : url.endsWith("/networks") ? { items: networks } : { networks: of };
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  // As when somebody opens the address: the page is there before the networks are.
  render(NewVisit);
  await directory.load();
  await screen.findByLabelText("What is the visit about?");
}
const theme = () => screen.getByLabelText<HTMLSelectElement>("What is the visit about?");
const said = () => screen.getByText(/This is the return for/).textContent?.replace(/\s+/g, " ").trim();
const offer = () => screen.queryByRole<HTMLInputElement>("checkbox", { name: /Offer a return visit/ });

async function press(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole("button", { name }));
  await new Promise((resolve) => setTimeout(resolve));
}

const toGlory = `?host=${glory}`;
const back = `?returns=vis_1&guest=${glory}&host=${ashton}&theme=equity`;

it("offers a return visit only when the box is ticked", async () => {
  await show(toGlory);
  await fireEvent.change(theme(), { target: { value: "equity" } });
  expect(offer()?.checked).toBe(false);
  await press("Ask for the visit");
  await fireEvent.change(theme(), { target: { value: "equity" } });
  await fireEvent.click(offer() ?? document.body);
  await press("Ask for the visit");
  const body = { guest: ashton, host: glory, theme: "equity", network: "net_1" };
  expect(sent).toEqual([body, { ...body, reciprocal: true }]);
  expect(router.go).toHaveBeenLastCalledWith("/visits/vis_9");
});

it("takes the offer back when the box is ticked again", async () => {
  await show(toGlory);
  await fireEvent.change(theme(), { target: { value: "equity" } });
  await fireEvent.click(offer() ?? document.body);
  await fireEvent.click(offer() ?? document.body);
  await press("Ask for the visit");
  expect(sent).toEqual([{ guest: ashton, host: glory, theme: "equity", network: "net_1" }]);
});

it("names who may visit whom in return, and says what comes of it", async () => {
  await show(toGlory);
  const box = screen.getByRole("checkbox", { name: "Offer a return visit: Glory Farm may visit us, too" });
  const hint = document.getElementById(box.getAttribute("aria-describedby") ?? "");
  expect(hint?.textContent).toContain("the host can ask for its own");
  cleanup();
  await show(`?guest=${cooper}&host=${glory}`, []);
  expect(screen.getByRole("checkbox", { name: "Offer a return visit: Glory Farm may visit Cooper, too" })).toBeTruthy();
});

it("keeps the tick as a draft", async () => {
  await show(toGlory);
  await fireEvent.click(offer() ?? document.body);
  cleanup();
  await show(toGlory);
  expect(offer()?.checked).toBe(true);
});

it("says of a return what it returns, asks for no school and no offer, and sends what it returns", async () => {
  await show(back, [glory]);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Ask for the return visit");
  expect(said()).toBe("This is the return for the visit of Ashton Park to Glory Farm: now staff of Glory Farm visit Ashton Park.");
  expect(screen.getByRole("link", { name: "the visit of Ashton Park to Glory Farm" }).getAttribute("href")).toBe("/visits/vis_1");
  expect(screen.queryByRole("searchbox")).toBeNull();
  expect(offer()).toBeNull();
  expect(theme().value).toBe("equity");
  await press("Ask for the return visit");
  expect(sent).toEqual([{ guest: glory, host: ashton, theme: "equity", network: "net_1", returns: "vis_1" }]);
});

it("keeps the guest of a return, whichever school of the reader's comes first", async () => {
  await show(back, [cooper, glory]);
  expect(screen.queryByText("Which of your schools wants to visit?")).toBeNull();
  await press("Ask for the return visit");
  expect(sent).toMatchObject([{ guest: glory, host: ashton }]);
});

it("keeps the network of the first visit where a school is in several", async () => {
  await show(`${back}&network=net_2`, [glory], ["net_1", "net_2"]);
  await press("Ask for the return visit");
  expect(sent).toMatchObject([{ network: "net_2", returns: "vis_1" }]);
});

it("asks for the theme where the network no longer has that of the first visit", async () => {
  await show(back.replace("equity", "democracy"), [glory]);
  await press("Ask for the return visit");
  expect(screen.getByRole("link", { name: "Choose what the visit is about" })).toBeTruthy();
  expect(sent).toEqual([]);
});

it("still lets the schools be chosen where the address names only what is returned", async () => {
  await show(`?returns=vis_1&host=${glory}`);
  expect(said()).toBe("This is the return for an earlier visit.");
  expect(screen.getByRole("searchbox", { name: /Which school do you want to visit/ })).toBeTruthy();
  expect(offer()).toBeNull();
});
