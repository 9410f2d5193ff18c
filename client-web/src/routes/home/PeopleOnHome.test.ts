import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Deputising, Person, PostView, TaskItem } from "../../api/types";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { person, task } from "../../testing/views";
import Home from "./Home.svelte";

vi.mock("./watch_schools", () => ({ watchSchools: () => () => undefined }));

const [ashton, glory, cooper] = ["100001", "100002", "100003"] as const;
names.learn([[ashton, "Ashton Park"], [glory, "Glory Farm"], [cooper, "Cooper"]].map(([school = "", name = ""]) => ({ school, name })));
let sent: [string, unknown][] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") });
  sent = [];
  localStorage.clear();
  directory.forget();
});
afterEach(() => {
  cleanup();
  [session.person, session.state] = [null, "asking"];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Given {
  posts?: PostView[];
  tasks?: TaskItem[];
  /** As the session is read again. */
  later?: Person;
}

function show(reader: Person, { posts = [], tasks = [], later = reader }: Given = {}): void {
  [session.person, session.state] = [reader, "in"];
  const lists: [RegExp, object][] = [
    [/\/posts\?/, { items: posts }],
    [/\/tasks\?/, { items: tasks }],
    [/\/session$/, { csrf_token: "", person: later }],
    [/\/schools\//, { networks: [], clusters: [], details: { name: "" } }],
  ];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push([url, JSON.parse(String(init.body))]);
    return Promise.resolve(new Response(JSON.stringify(lists.find(([address]) => address.test(url))?.[1] ?? { items: [] })));
  });
  render(Home);
}
const acting: Deputising = { acts_for: "per_9", role: { role: "head", place: ashton }, scopes: ["visits", "meetings"], from: "2026-03-02", until: "2026-07-20" };
const vacant: PostView = { school: ashton, role: "lead", people: [], deputies: [], held: [], vacant_since: "2026-03-03" };
const words = (part: HTMLElement | null) => part?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const section = async (title: string) => (await screen.findByRole("heading", { name: title })).closest("section") ?? document.body;
const lines = (part: HTMLElement) => within(part).getAllByRole("listitem").map(words);

it("a head is told that nobody is lead any more, with the way to find somebody", async () => {
  show(person("per_1", "Head", [["head", ashton]]), { posts: [vacant] });
  const said = await screen.findByText("Nobody has been lead of Ashton Park since Tuesday 3 March 2026.");
  const way = within(said.closest("div") ?? document.body).getByRole("link", { name: /People at Ashton Park/ });
  expect(way.getAttribute("href")).toBe(`/schools/${ashton}/people`);
  expect(screen.queryByRole("heading", { name: "Posts that nobody holds" })).toBeNull();
});

it("a coordinator sees the posts that nobody holds, each with its school's people", async () => {
  show(person("per_1", "Coordinator", [["coordinator", "net_1"]]), { posts: [vacant, { ...vacant, school: glory, role: "head", vacant_since: "2026-02-02" }] });
  const posts = await section("Posts that nobody holds");
  await within(posts).findAllByRole("listitem");
  expect(lines(posts)).toEqual([
    "Head of Glory Farm Nobody has been head since Monday 2 February 2026",
    "Lead of Ashton Park Nobody has been lead since Tuesday 3 March 2026",
  ]);
  expect(within(posts).getAllByRole("link").map((way) => way.getAttribute("href"))).toEqual([`/schools/${glory}/people`, `/schools/${ashton}/people`]);
});

it("says of a task that nobody is left at the school to do it", async () => {
  const left = task("answer_visit", { visit: "vis_1", school: glory, other: cooper, due: "2026-03-06", overdue: true, vacant: true });
  show(person("per_1", "Coordinator", [["coordinator", "net_1"]]), { tasks: [left] });
  expect(lines(await section("With nobody left to do it"))).toEqual([
    "Glory Farm is to answer the request for a visit Nobody is left at Glory Farm to do this · With Cooper · Overdue since Friday 6 March 2026 Overdue",
  ]);
  expect(words(await section("Overdue in your networks"))).toContain("No other school in your networks has anything overdue.");
  cleanup();
  show(person("per_1", "Lead", [["lead", cooper]]), { tasks: [left] });
  expect(lines(await section("Waiting for others"))[0]).toContain("Nobody is left at Glory Farm to do this");
  expect(screen.queryByRole("heading", { name: "With nobody left to do it" })).toBeNull();
});

it("a deputy sees for whom they act, what waits there, and only the ways that they were given", async () => {
  show(person("per_1", "Deputy", [], [acting]), { tasks: [task("answer_visit", { visit: "vis_1", school: ashton, other: glory, mine: true })] });
  expect(await screen.findByText("You act for the head of Ashton Park: visits and meetings, until Monday 20 July 2026.")).toBeTruthy();
  expect(lines(await section("Waiting for you"))).toEqual(["Answer the request for a visit: Glory Farm"]);
  expect(screen.getByRole("link", { name: "Ask for a visit" })).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Ask for a review" })).toBeNull();
  expect(screen.queryByRole("link", { name: "Propose a partnership" })).toBeNull();
});

it("a deputy stops acting, and the line goes", async () => {
  show(person("per_1", "Deputy", [], [acting]), { later: person("per_1", "Deputy", []) });
  await fireEvent.click(await screen.findByRole("button", { name: "Stop acting for them" }));
  expect(await screen.findByText("You no longer act for the head of Ashton Park.")).toBeTruthy();
  expect(sent).toEqual([["/api/v1/people/per_1/release-deputy", { acts_for: "per_9", role: acting.role }]]);
  await vi.waitFor(() => expect(screen.queryByText(/You act for/)).toBeNull());
});
