import { cleanup, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { MeetingSummary, Person, TaskItem, VisitSummary } from "../../api/types";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { meeting, task } from "../../testing/views";
import Home from "./Home.svelte";

const watched = vi.hoisted(() => vi.fn((..._what: unknown[]) => () => undefined));
vi.mock("./watch_schools", () => ({ watchSchools: watched }));

const [ashton, glory, cooper] = ["100001", "100002", "100003"] as const;
const called = { [ashton]: "Ashton Park", [glory]: "Glory Farm", [cooper]: "Cooper" };
names.learn(Object.entries(called).map(([school, name]) => ({ school, name })));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") });
  directory.forget();
});
afterEach(() => {
  cleanup();
  session.person = null;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function signIn(...roles: [string, string][]): void {
  session.person = { id: "per_1", name: "Reader", roles: roles.map(([role, place]) => ({ role, place })) } as unknown as Person;
}

interface Given {
  tasks?: TaskItem[];
  next?: string;
  visits?: VisitSummary[];
  meetings?: MeetingSummary[];
  /** The clusters of schools. */
  pages?: Record<string, string[]>;
}

/** The server, which answers each list of the page. */
function serve({ tasks = [], next, visits = [], meetings = [], pages = {} }: Given): void {
  const theme = { code: "equity", name: "Equity" };
  const network = { id: "net_1", name: "Severn", members: 3, themes: [theme], clusters: [{ id: "clu_1", network: "net_1", name: "Severn South", members: 3 }] };
  const lists: [RegExp, object][] = [
    [/\/tasks\?/, { items: tasks, next }],
    [/\/visits\?/, { items: visits }],
    [/\/meetings\?/, { items: meetings }],
    [/\/networks$/, { items: [network] }],
    [/\/schools\//, { networks: ["net_1"], clusters: [], details: { name: "" } }],
  ];
  vi.stubGlobal("fetch", (url: string) => {
    const page = /\/schools\/(\d+)$/.exec(url)?.[1];
    if (page && pages[page]) return Promise.resolve(new Response(JSON.stringify({ networks: ["net_1"], clusters: pages[page], details: { name: "" } })));
    const found = lists.find(([address]) => address.test(url));
    return Promise.resolve(new Response(JSON.stringify(found?.[1] ?? { items: [] })));
  });
}

async function section(title: string): Promise<HTMLElement> {
  const found = (await screen.findByRole("heading", { name: title })).closest("section");
  if (!found) throw new Error(`${title} heads no section`);
  return found;
}
const linesOf = (part: HTMLElement) => within(part).queryAllByRole("listitem").map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim());

const asked = task("answer_visit", { visit: "vis_1", school: ashton, other: glory, theme: "equity", due: "2026-03-10", mine: true });
const late = task("name_team", { review: "rev_1", school: ashton, other: cooper, due: "2026-03-06", overdue: true, mine: true });
const waited = task("set_visit_day", { visit: "vis_2", school: glory, other: ashton, theme: "equity" });
const elsewhere = task("answer_partnership", { partnership: "par_1", school: glory, other: cooper, due: "2026-03-06", overdue: true });

it("says what waits for the reader, by when, and marks in words what is overdue", async () => {
  signIn(["lead", ashton]);
  serve({ tasks: [late, asked] });
  render(Home);
  const mine = await section("Waiting for you");
  expect(linesOf(mine)).toEqual([
    "Name the review team: Cooper Overdue since Friday 6 March 2026 Overdue",
    "Answer the request for a visit: Glory Farm Equity · Due tomorrow",
  ]);
  expect(within(mine).getAllByText("Overdue").length).toBe(1);
  expect(within(mine).getByRole("link", { name: /request for a visit/ }).getAttribute("href")).toBe("/visits/vis_1");
});

it("reads anew what waits when something happens at a school of the reader's, or in its clusters", async () => {
  signIn(["lead", ashton]);
  serve({ tasks: [asked], pages: { [ashton]: ["clu_1"] } });
  render(Home);
  await section("Waiting for you");
  await vi.waitFor(() => expect(watched.mock.lastCall?.slice(0, 2)).toEqual([[ashton], ["clu_1"]]));
  serve({ tasks: [late, asked] });
  (watched.mock.lastCall?.[2] as () => void)();
  await vi.waitFor(async () => expect(linesOf(await section("Waiting for you")).length).toBe(2));
});

it("says for whom the reader waits, since when, and what is coming up", async () => {
  signIn(["lead", ashton]);
  const dated = { id: "vis_3", guest: cooper, host: ashton, network: "net_1", theme: "equity", stage: "dated", day: "2026-03-12", position: 1 } as VisitSummary;
  serve({ tasks: [waited], visits: [dated] });
  render(Home);
  expect(linesOf(await section("Waiting for others"))).toEqual(["Waiting for Glory Farm to set a day for the visit Equity · Since Monday 2 March 2026"]);
  expect(linesOf(await section("Coming up"))).toEqual(["Visit of Cooper to Ashton Park Equity · Takes place on Thursday 12 March 2026 Day set"]);
  expect(within(await section("Waiting for you")).getByText(/Nothing waits for you/)).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Overdue in your networks" })).toBeNull();
});

it("leads to the meeting for which something is to be done, and names its host only to the others", async () => {
  signIn(["lead", ashton]);
  const about = { meeting: "mee_1", school: ashton, mine: true, due: "2026-03-10" };
  serve({ tasks: [task("reply_to_meeting", { ...about, other: glory }), task("record_attendance", { ...about, other: ashton })] });
  render(Home);
  const mine = await section("Waiting for you");
  expect(linesOf(mine)).toEqual([
    "Say whether somebody comes to the meeting: Glory Farm Due tomorrow",
    "Write down who was at the meeting Due tomorrow",
  ]);
  expect(within(mine).getAllByRole("link").map((way) => way.getAttribute("href"))).toEqual(["/meetings/mee_1", "/meetings/mee_1"]);
});

it("shows when a cluster of the reader's schools meets", async () => {
  signIn(["lead", ashton]);
  serve({ meetings: [meeting("mee_1", { stage: "settled", day: "2026-03-12", starts: "16:00", coming: 2 })] });
  render(Home);
  const coming = await section("Coming up");
  expect(linesOf(coming)).toEqual(["Meeting of Severn South, hosted by Ashton Park Takes place on Thursday 12 March 2026, 16:00 · 2 coming Day settled"]);
  expect(within(coming).getByRole("link").getAttribute("href")).toBe("/meetings/mee_1");
});

it("tells somebody of several schools which of them is meant", async () => {
  signIn(["lead", ashton], ["head", cooper]);
  serve({ tasks: [asked, waited] });
  render(Home);
  expect(linesOf(await section("Waiting for you"))).toEqual(["Answer the request for a visit: Glory Farm For Ashton Park · Equity · Due tomorrow"]);
  expect(linesOf(await section("Waiting for others"))[0]).toContain("For Ashton Park · Equity");
});

it("shows a coordinator what is overdue at other schools, with its day and its page", async () => {
  signIn(["coordinator", "net_1"]);
  serve({ tasks: [elsewhere] });
  render(Home);
  const overdue = await section("Overdue in your networks");
  expect(linesOf(overdue)).toEqual(["Glory Farm is to answer the proposal of a partnership With Cooper · Overdue since Friday 6 March 2026"]);
  expect(within(overdue).getByRole("link").getAttribute("href")).toBe("/partnerships/par_1");
  expect(screen.queryByRole("heading", { name: "Waiting for you" })).toBeNull();
});

it("tells a coordinator plainly that nothing is overdue", async () => {
  signIn(["coordinator", "net_1"]);
  serve({});
  render(Home);
  expect(within(await section("Overdue in your networks")).getByText("No school in your networks has anything overdue.")).toBeTruthy();
});

it("shows the coordinator of a cluster alone what is overdue at its schools", async () => {
  signIn(["lead", ashton], ["coordinator", "clu_1"]);
  serve({ tasks: [elsewhere] });
  render(Home);
  expect(linesOf(await section("Overdue in your clusters"))[0]).toContain("Glory Farm is to answer the proposal of a partnership");
  cleanup();
  serve({});
  render(Home);
  expect(within(await section("Overdue in your clusters")).getByText("No other school in your clusters has anything overdue.")).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Overdue in your networks" })).toBeNull();
});

it("tells a reviewer without a role at a school what waits for them as one of the team", async () => {
  signIn();
  serve({ tasks: [task("write_report", { review: "rev_1", school: ashton, other: cooper, mine: true, team: true })] });
  render(Home);
  expect(linesOf(await section("Waiting for you"))).toEqual(["Write the review report for the host: Cooper You are on the review team"]);
  expect(screen.queryByText(/You have no role at a school/)).toBeNull();
  expect(screen.queryByRole("heading", { name: "Waiting for others" })).toBeNull();
});

it("says to whoever has no role at a school, and nothing to do, that nothing waits for them", async () => {
  signIn();
  serve({});
  render(Home);
  expect(await screen.findByText(/You have no role at a school/)).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Waiting for you" })).toBeNull();
});

it.each([
  ["researcher", "", "As a researcher"],
  ["assessor", "iqm", "As an assessor"],
])("tells a %s what they see, and shows the networks and clusters", async (role, place, as) => {
  signIn([role, place]);
  serve({});
  render(Home);
  expect(await screen.findByText(new RegExp(`^${as} you see the networks and clusters`))).toBeTruthy();
  expect((await screen.findByRole("link", { name: "Severn" })).getAttribute("href")).toBe("/networks/net_1");
  expect(screen.getByRole("link", { name: "Severn South" }).getAttribute("href")).toBe("/clusters/clu_1");
  expect(screen.queryByText(/You have no role at a school/)).toBeNull();
});

it("says that there may be more where it read only the first, and never that there is nothing", async () => {
  signIn(["lead", ashton]);
  serve({ tasks: [asked, waited], next: "200" });
  render(Home);
  expect(within(await section("Waiting for others")).getByText(/only the first 200 tasks/)).toBeTruthy();
  expect(within(await section("Waiting for you")).queryByText(/only the first 200 tasks/)).toBeNull();
  cleanup();
  serve({ tasks: [asked], next: "200" });
  render(Home);
  const others = await section("Waiting for others");
  expect(within(others).getByText(/only the first 200 tasks/)).toBeTruthy();
  expect(within(others).queryByText(/no other school/)).toBeNull();
});
