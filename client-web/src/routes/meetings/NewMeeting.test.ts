import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { NetworkSummary, Person } from "../../api/types";
import { router } from "../../router/router.svelte";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import NewMeeting from "./NewMeeting.svelte";

const [ashton, glory, cooper] = ["100001", "100002", "100003"] as const;
const schools = [{ school: ashton, name: "Ashton Park" }, { school: glory, name: "Glory Farm" }, { school: cooper, name: "Cooper" }];
names.learn(schools);
const clusters = [["clu_1", "Severn South"], ["clu_2", "Severn North"]].map(([id, name]) => ({ id, network: "net_1", name, members: 3 }));
const networks = [{ id: "net_1", name: "Severn", members: 6, themes: [], clusters }] as unknown as NetworkSummary[];
const hosts = [{ school: glory }, { school: ashton, last_hosted: "2026-01-12" }, { school: cooper, last_hosted: "2026-03-23" }];
const days = [
  { day: "2026-03-09", schools: 3, open: 3, busy: [], closed: [] },
  { day: "2026-03-10", schools: 3, open: 2, busy: [cooper], closed: [] },
  { day: "2026-03-12", schools: 3, open: 2, busy: [], closed: [glory] },
  { day: "2026-03-11", holiday: "The King’s birthday", schools: 3, open: 0, busy: [], closed: [] },
];
let sent: unknown[] = [];
let asked: string[] = [];
let networks_ms = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") });
  localStorage.clear();
  [sent, asked, networks_ms] = [[], [], 0];
  vi.spyOn(router, "go").mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  session.person = null;
  directory.forget();
  router.search = "";
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answer(url: string): object {
  if (url.includes("/open-days")) return { items: url.includes("from=2026-03-09") ? days : [{ day: "2026-04-06", schools: 3, open: 1, busy: [ashton, cooper], closed: [] }] };
  if (url.includes("/hosts")) return { items: hosts };
  if (url.endsWith("/networks")) return { items: networks };
  return url.includes("/schools?") ? { items: schools } : { clusters: ["clu_1"], networks: ["net_1"] };
}

/** The form at an address, for somebody with these roles. */
async function show(search: string, ...roles: [string, string][]): Promise<void> {
  session.person = { id: "per_1", name: "Jo", roles: roles.map(([role, place]) => ({ role, place })) } as unknown as Person;
  router.search = search;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push(url);
    if (init.method === "POST") sent.push(JSON.parse(String(init.body)));
    if (url.endsWith("/networks")) await new Promise((resolve) => setTimeout(resolve, networks_ms));
    return new Response(JSON.stringify(init.method === "POST" ? { id: "mee_9", version: 1, position: 9, events: [] } : answer(url)));
  });
  render(NewMeeting);
  await directory.load();
}
const box = (name: string) => screen.findByRole<HTMLInputElement>("checkbox", { name });
const said = (element: HTMLElement) => document.getElementById(element.getAttribute("aria-describedby") ?? "")?.textContent;
const host = (name: string) => screen.findByRole<HTMLInputElement>("radio", { name });

async function press(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole("button", { name }));
  await new Promise((resolve) => setTimeout(resolve));
}

it("lets a coordinator choose the host, whose turn it is first and chosen already", async () => {
  await show("?cluster=clu_1", ["coordinator", "net_1"]);
  expect((await host("Glory Farm")).checked).toBe(true);
  expect(said(await host("Glory Farm"))).toBe("Has not hosted yet. It is its turn");
  expect(said(await host("Ashton Park"))).toBe("Last hosted on Monday 12 January 2026");
  expect(said(await host("Cooper"))).toBe("Hosts on Monday 23 March 2026");
});

it("chooses whose turn it is for a coordinator who is of a school, too, however late the networks come", async () => {
  networks_ms = 30;
  await show("?cluster=clu_1", ["lead", ashton], ["coordinator", "net_1"]);
  expect((await host("Glory Farm")).checked).toBe(true);
});

it("says of each day how many schools are open and who is busy, and why a day cannot be chosen", async () => {
  await show("?cluster=clu_1", ["coordinator", "net_1"]);
  expect(said(await box("Monday 9 March 2026"))).toBe("All 3 schools open");
  expect(said(await box("Tuesday 10 March 2026"))).toBe("2 of 3 schools open. Busy: Cooper");
  const holiday = await box("Wednesday 11 March 2026");
  expect([holiday.disabled, said(holiday)]).toEqual([true, "Bank holiday: The King’s birthday"]);
  expect(asked).toContain("/api/v1/clusters/clu_1/open-days?from=2026-03-09&to=2026-04-05");
});

it("does not offer a day on which the school that hosts is on holiday", async () => {
  await show("?cluster=clu_1", ["coordinator", "net_1"]);
  const away = await box("Thursday 12 March 2026");
  expect([away.disabled, said(away)]).toEqual([true, "Glory Farm, the host, is on holiday"]);
  await fireEvent.click(await host("Cooper"));
  expect([away.disabled, said(away)]).toEqual([false, "2 of 3 schools open. On holiday: Glory Farm"]);
});

it("sends what was chosen, the days in order", async () => {
  await show("?cluster=clu_1", ["coordinator", "clu_1"]);
  await fireEvent.click(await box("Tuesday 10 March 2026"));
  await fireEvent.click(await box("Monday 9 March 2026"));
  await fireEvent.click(await host("Cooper"));
  await fireEvent.click(screen.getByRole("radio", { name: "Remotely" }));
  await fireEvent.input(screen.getByLabelText(/What is it about/), { target: { value: "Reading" } });
  expect(screen.getByText("2 days chosen: Monday 9 March 2026 and Tuesday 10 March 2026.")).toBeTruthy();
  await press("Propose the days");
  expect(sent).toEqual([{ cluster: "clu_1", host: cooper, mode: "remote", days: ["2026-03-09", "2026-03-10"], agenda: "Reading" }]);
  expect(router.go).toHaveBeenLastCalledWith("/meetings/mee_9");
});

it("says what is missing, and sends nothing", async () => {
  await show("?cluster=clu_1", ["coordinator", "clu_1"]);
  await box("Monday 9 March 2026");
  await press("Propose the days");
  const wrong = screen.getAllByRole("link").map(({ textContent }) => textContent);
  expect(wrong).toEqual(expect.arrayContaining(["Choose how the cluster meets", "Choose at least one day"]));
  expect(sent).toEqual([]);
});

it("lets a lead plan only at their own school, and says whose turn it is", async () => {
  await show("", ["lead", ashton]);
  await box("Monday 9 March 2026");
  expect(screen.queryByText("Which school hosts?")).toBeNull();
  const words = screen.getByText(/Ashton Park hosts/).textContent?.replace(/\s+/g, " ");
  expect(words).toContain("Last hosted on Monday 12 January 2026. It is the turn of Glory Farm");
  expect(screen.getByText("Severn South is to meet.")).toBeTruthy();
});

it("asks which cluster where there are several, and reads the hosts and days of the one that is chosen", async () => {
  await show("", ["coordinator", "net_1"]);
  await fireEvent.click(await screen.findByRole("radio", { name: "Severn North" }));
  await box("Monday 9 March 2026");
  expect(asked).toContain("/api/v1/clusters/clu_2/hosts");
  expect(asked.some((url) => url.includes("clu_1/hosts"))).toBe(false);
});

it("does not keep a cluster that is not the reader’s to plan for", async () => {
  await show("?cluster=clu_2", ["lead", ashton]);
  expect(await screen.findByText("Severn South is to meet.")).toBeTruthy();
  await fireEvent.click(await box("Monday 9 March 2026"));
  await fireEvent.click(screen.getByRole("radio", { name: "In person" }));
  await press("Propose the days");
  expect(sent).toMatchObject([{ cluster: "clu_1", host: ashton }]);
});

it("reads on where four weeks are too few, and keeps what was chosen", async () => {
  await show("?cluster=clu_1", ["coordinator", "clu_1"]);
  await fireEvent.click(await box("Monday 9 March 2026"));
  await press("Show four more weeks");
  expect(said(await box("Monday 6 April 2026"))).toBe("1 of 3 schools open. Busy: Ashton Park and Cooper");
  expect((await box("Monday 9 March 2026")).checked).toBe(true);
  expect(asked).toContain("/api/v1/clusters/clu_1/open-days?from=2026-04-06&to=2026-05-03");
});

it("says who may plan one to somebody without a cluster", async () => {
  await show("");
  expect(await screen.findByText(/You have no role in a cluster yet/)).toBeTruthy();
});
