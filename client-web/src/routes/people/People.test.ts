import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Deputising, Person, PersonNameDeputy, PostView } from "../../api/types";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import People from "./People.svelte";

const ashton = "100001";
const headRole = { role: "head", place: ashton } as const;
const leadRole = { role: "lead", place: ashton } as const;
let [posts, sent, refusals] = [[] as PostView[], [] as [string, unknown][], new Map<string, object>()];
/** Each test has its own people: whom a reader adds is remembered while the page is open. */
let turn = 0;
const per = (who: string) => `per_${who}${turn}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") });
  localStorage.clear();
  window.scrollTo = vi.fn();
  [turn, sent, refusals] = [turn + 1, [], new Map()];
});
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve));
  cleanup();
  session.person = null;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** As the server does after a deputy was named or let go. */
function tellOfDeputies(url: string, body: PersonNameDeputy): void {
  const [command, id = ""] = url.split("/").reverse();
  if (command !== "name-deputy" && command !== "release-deputy") return;
  const deputies = command === "name-deputy" ? [{ id, name: "Second lead", deputising: { from: "2026-03-09", ...body } }] : [];
  posts = posts.map((post) => (post.role === body.role.role ? { ...post, deputies } : post));
}

function answerTo(url: string, body: { roles?: unknown[] }): [object, number] {
  sent.push([url.replace("/api/v1", ""), body]);
  const refusal = refusals.get(url.split("/").at(-1) ?? "");
  if (refusal) return [{ type: "x", title: "No", ...refusal }, 422];
  if (url.endsWith("/invite")) return [{ secret: "s3cret-that-is-long", until: "2026-03-23T09:00:00Z" }, 201];
  tellOfDeputies(url, body as PersonNameDeputy);
  return [{ id: url.endsWith("/people") ? per("second") : per("head"), version: 1, position: 9, events: [] }, 201];
}

let asked: string[] = [];
async function show(reader: Person, of: PostView[]): Promise<void> {
  [session.person, posts, asked] = [reader, of, []];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const school = { school: ashton, networks: ["net_1"], clusters: ["clu_1"], details: { name: "Ashton Park" } };
    if (url.includes("/posts?")) asked.push(url);
    const [body, status] = init.method === "POST" ? answerTo(url, JSON.parse(String(init.body)) as object) : [url.includes("/posts?") ? { items: posts } : school, 200];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  render(People, { urn: ashton });
  await screen.findByRole("heading", { level: 2, name: "Head" });
}
const head = (acts_for: Person["acts_for"] = []) => person(per("head"), "Head, Ashton Park", [["head", ashton]], acts_for);
const lead = (acts_for: Person["acts_for"] = []) => person(per("lead"), "Lead, Ashton Park", [["lead", ashton]], acts_for);
const held = (role: "head" | "lead", ...people: Person[]): PostView => ({ school: ashton, role, people, deputies: [], held: [] });
const empty: PostView = { school: ashton, role: "lead", people: [], deputies: [], held: [], vacant_since: "2026-03-03" };
const coordinator = (place: string) => person("per_9", "Coordinator", [["coordinator", place]]);
const form = (name: string) => within(screen.getByRole("form", { name }));
const press = (of: ReturnType<typeof within>, name: string) => fireEvent.click(of.getByRole("button", { name }));
const type = (of: ReturnType<typeof within>, label: string | RegExp, value: string) => fireEvent.input(of.getByLabelText(label), { target: { value } });
const forms = () => screen.queryAllByRole("form").map((each) => each.getAttribute("aria-label"));
const commands = () => sent.map(([url]) => url);

it("shows who holds each post, and that nobody does", async () => {
  await show(coordinator("net_1"), [held("head", head()), empty]);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("People at Ashton Park");
  expect(screen.getByRole("heading", { level: 3, name: "Head, Ashton Park" })).toBeTruthy();
  expect(screen.getByText("Nobody has been lead since Tuesday 3 March 2026.")).toBeTruthy();
  expect(forms()).toEqual(["Add somebody to a post"]);
});

it("a coordinator of the network changes the lead's post, and not the head's", async () => {
  await show(coordinator("net_1"), [held("head", head()), held("lead", lead())]);
  expect(forms()).toEqual(["Hand the post of Lead, Ashton Park on to somebody else", "End the time of Lead, Ashton Park as lead", "Add somebody to a post"]);
  expect(screen.getAllByRole("button", { name: /Make a new link/ }).map(({ textContent }) => textContent)).toEqual(["Make a new link for Lead, Ashton Park to come in"]);
  expect(form("Add somebody to a post").getAllByRole("radio", { name: /^(Head|Lead)$/ }).map((each) => (each as HTMLInputElement).value)).toEqual(["lead"]);
});

it("a coordinator who is lead here hands the own post on, and neither ends it nor takes another's", async () => {
  const reader = person("per_9", "Coordinator", [["coordinator", "net_1"], ["lead", ashton]]);
  await show(reader, [held("head", head()), held("lead", lead(), reader)]);
  expect(forms()).toEqual([
    "Hand the post of Lead, Ashton Park on to somebody else",
    "End the time of Lead, Ashton Park as lead",
    "Hand your post as lead on to somebody else",
    "Add somebody to a post",
    "Name a deputy for your post as lead",
  ]);
  for (const name of ["Hand the post of Lead, Ashton Park on to somebody else", "Add somebody to a post"]) {
    expect(form(name).getByLabelText("Head, Ashton Park")).toBeTruthy();
    expect(form(name).queryByLabelText("Coordinator")).toBeNull();
  }
});

it("a coordinator of the cluster alone sees the people, and changes nothing", async () => {
  await show(coordinator("clu_1"), [held("head", head()), empty]);
  expect(screen.getByRole("heading", { level: 3, name: "Head, Ashton Park" })).toBeTruthy();
  expect(forms()).toEqual([]);
  expect(screen.queryByRole("button", { name: /Make a new link/ })).toBeNull();
});

it("a lead changes only the own post, and adds nobody", async () => {
  await show(lead(), [held("head", head()), held("lead", lead())]);
  expect(forms()).toEqual(["Hand your post as lead on to somebody else", "Name a deputy for your post as lead"]);
  expect(screen.queryByLabelText("Somebody new")).toBeNull();
  expect(screen.queryByRole("button", { name: /Make a new link/ })).toBeNull();
});

it("adds somebody new to the vacant post, and shows the link to pass on at once", async () => {
  await show(head(), [held("head", head()), empty]);
  const adding = form("Add somebody to a post");
  await fireEvent.click(adding.getByLabelText("Somebody new"));
  await type(adding, "Name", "Second lead");
  await type(adding, "E-mail address", "second@school.example");
  await press(adding, "Add them");
  const field = await screen.findByLabelText<HTMLInputElement>("The link");
  expect(field.value).toBe(`${location.origin}/invitation#s3cret-that-is-long`);
  expect(sent).toEqual([
    ["/people", { name: "Second lead", email: "second@school.example", roles: [leadRole] }],
    [`/people/${per("second")}/invite`, {}],
  ]);
  expect(screen.getByText(/Pass this link on to Second lead yourself.*works once, and for two weeks, until Monday 23 March 2026, 09:00 UK time/)).toBeTruthy();
});

it("copies the link, and says so; where the browser forbids it, the link is selected", async () => {
  const write = vi.fn<(text: string) => Promise<void>>().mockResolvedValueOnce(undefined).mockRejectedValue(new Error("no"));
  vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText: write } });
  await show(head(), [held("head", head()), held("lead", lead())]);
  await fireEvent.click(screen.getByRole("button", { name: "Make a new link for Lead, Ashton Park to come in" }));
  const copy = await screen.findByRole("button", { name: "Copy link" });
  await fireEvent.click(copy);
  expect(await screen.findByText("Copied.")).toBeTruthy();
  expect(write).toHaveBeenCalledWith(`${location.origin}/invitation#s3cret-that-is-long`);
  await fireEvent.click(copy);
  expect(await screen.findByText(/The link is selected/)).toBeTruthy();
});

it("says why no new link is made for somebody who has come in already", async () => {
  refusals.set("invite", { detail: "Lead, Ashton Park has chosen a password already." });
  await show(head(), [held("head", head()), held("lead", lead())]);
  await fireEvent.click(screen.getByRole("button", { name: "Make a new link for Lead, Ashton Park to come in" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Lead, Ashton Park has chosen a password already.");
  expect(screen.queryByLabelText("The link")).toBeNull();
});

it("whoever was added but has no link yet is said, with a way to make it", async () => {
  refusals.set("invite", { detail: "Not now." });
  await show(head(), [held("head", head()), empty]);
  const adding = form("Add somebody to a post");
  await fireEvent.click(adding.getByLabelText("Somebody new"));
  await type(adding, "Name", "Second lead");
  await type(adding, "E-mail address", "second@school.example");
  await press(adding, "Add them");
  expect((await screen.findByText("There is no link for Second lead yet.")).closest("div")?.textContent).toContain("Not now.");
  refusals.clear();
  await fireEvent.click(screen.getByRole("button", { name: "Make the link" }));
  expect(await screen.findByLabelText("The link")).toBeTruthy();
});

it("gives a vacant post to somebody who is here", async () => {
  await show(head(), [held("head", head()), empty]);
  await fireEvent.click(form("Add somebody to a post").getByLabelText("Head, Ashton Park"));
  await press(form("Add somebody to a post"), "Add them");
  expect(await screen.findByText("They hold the post from today.")).toBeTruthy();
  expect(sent).toEqual([[`/people/${per("head")}/give-role`, { role: leadRole }]]);
});

it("hands a post on to somebody new, who is added once, however often it is tried", async () => {
  refusals.set("hand-over", { detail: "A rule says no." });
  await show(head(), [held("head", head()), held("lead", lead())]);
  const name = "Hand the post of Lead, Ashton Park on to somebody else";
  await fireEvent.click(form(name).getByLabelText("Somebody new"));
  await type(form(name), "Name", "Second lead");
  await type(form(name), "E-mail address", "second@school.example");
  await press(form(name), "Hand it on");
  expect((await form(name).findByRole("alert")).textContent).toContain("A rule says no.");
  refusals.clear();
  await type(form(name), "From which day?", "2026-04-01");
  await press(form(name), "Hand it on");
  expect(await screen.findByLabelText("The link")).toBeTruthy();
  const [add, over, invite] = ["/people", `/people/${per("lead")}/hand-over`, `/people/${per("second")}/invite`];
  expect(commands()).toEqual([add, over, over, invite]);
  expect(sent[2]?.[1]).toEqual({ role: leadRole, to: per("second"), on: "2026-04-01" });
  expect(sent[0]?.[1]).toMatchObject({ roles: [] });
});

it("ends a role from a day", async () => {
  await show(head(), [held("head", head()), held("lead", lead())]);
  const ending = form("End the time of Lead, Ashton Park as lead");
  await type(ending, "From which day is Lead, Ashton Park no longer lead?", "2026-04-01");
  await press(ending, "End their time as lead");
  expect(await screen.findByText(/The end of the time as lead is written down/)).toBeTruthy();
  expect(sent).toEqual([[`/people/${per("lead")}/end-role`, { role: leadRole, on: "2026-04-01" }]]);
});

it("reads the posts as they stand once what was done is among them", async () => {
  await show(head(), [held("head", head()), held("lead", lead())]);
  expect(asked).toEqual([`/api/v1/posts?school=${ashton}`]);
  await press(form("End the time of Lead, Ashton Park as lead"), "End their time as lead");
  await vi.waitFor(() => expect(asked.at(-1)).toBe(`/api/v1/posts?school=${ashton}&after=9`));
});

it("names a deputy without signing off, lists them, and lets them go again", async () => {
  await show(head(), [held("head", head()), held("lead", lead())]);
  const naming = form("Name a deputy for your post as head");
  await fireEvent.click(naming.getByLabelText("Somebody new"));
  await type(naming, "Name", "Second lead");
  await type(naming, "E-mail address", "second@school.example");
  await fireEvent.click(naming.getByRole("checkbox", { name: "Visits" }));
  await type(naming, "Until which day?", "2026-07-20");
  await press(naming, "Name the deputy");
  expect(await screen.findByText("Acts for you: visits, until Monday 20 July 2026")).toBeTruthy();
  const body = { acts_for: per("head"), role: headRole, scopes: ["visits"], until: "2026-07-20" };
  expect(sent[1]).toEqual([`/people/${per("second")}/name-deputy`, body]);
  expect(await screen.findByLabelText("The link")).toBeTruthy();
  await press(form("Let Second lead go as deputy"), "Let them go");
  expect(await screen.findByText("Second lead no longer acts for you.")).toBeTruthy();
  expect(sent.at(-1)).toEqual([`/people/${per("second")}/release-deputy`, { acts_for: per("head"), role: headRole }]);
  expect(await screen.findByText("Nobody acts for you.")).toBeTruthy();
});

it("after a reload the head still sees a deputy without a post, today's part and what comes later, and lets them go at once", async () => {
  const today: Deputising = { acts_for: per("head"), role: headRole, scopes: ["visits"], from: "2026-03-02", until: "2026-07-20" };
  const later: Deputising = { ...today, scopes: ["reviews"], from: "2026-09-01", until: "2026-12-18" };
  const deputies = [today, later, { ...today, acts_for: "per_x" }].map((deputising, at) => ({ id: at < 2 ? per("second") : "per_y", name: at < 2 ? "Second lead" : "Other", deputising }));
  await show(head(), [{ ...held("head", head()), deputies }, held("lead", lead())]);
  const yours = within(screen.getByRole("heading", { name: "Your deputies as head" }).closest("section") ?? document.body);
  expect(yours.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["Second lead"]);
  expect(yours.getAllByText(/^Acts for you/).map(({ textContent }) => textContent)).toEqual([
    "Acts for you: visits, until Monday 20 July 2026",
    "Acts for you: reviews, from Tuesday 1 September 2026 until Friday 18 December 2026",
  ]);
  expect(forms().filter((name) => name?.startsWith("Let "))).toEqual(["Let Second lead go as deputy"]);
  expect(form("Add somebody to a post").getByLabelText("Second lead")).toBeTruthy();
  await press(form("Let Second lead go as deputy"), "Let them go");
  expect(await screen.findByText("Nobody acts for you.")).toBeTruthy();
  expect(sent).toEqual([[`/people/${per("second")}/release-deputy`, { acts_for: per("head"), role: headRole }]]);
});

it("says at each holder who acts for them, to whoever sees the page", async () => {
  const acting: Deputising = { acts_for: per("head"), role: headRole, scopes: ["visits"], from: "2026-03-02", until: "2026-07-20" };
  await show(lead(), [{ ...held("head", head()), deputies: [{ id: "per_x", name: "Deputy", deputising: acting }] }, held("lead", lead())]);
  expect(screen.getByText(/^Deputy: /).textContent).toBe("Deputy: Deputy: visits, until Monday 20 July 2026");
  expect(screen.getByText(/^Deputy: /).closest("section")?.querySelector("h2")?.textContent).toBe("Head");
  expect(forms().filter((name) => name?.startsWith("Let "))).toEqual([]);
});

it("says of somebody in a post for whom they act, at this school", async () => {
  const acting = { acts_for: "per_x", role: headRole, scopes: ["visits" as const], from: "2026-03-02", until: "2026-07-20" };
  await show(coordinator("net_1"), [held("head", head()), held("lead", lead([acting, { ...acting, role: { role: "lead", place: "100002" } }]))]);
  expect(screen.getAllByText(/^Acts for/).map(({ textContent }) => textContent)).toEqual(["Acts for the head: visits, until Monday 20 July 2026"]);
});

const held_by = (of: Person, from: string, ended_on?: string) => ({ id: of.id, name: of.name as string, from, ...(ended_on ? { ended_on } : {}), before: [] });
/** The lead's post with everybody's days. */
const ever = (...all: PostView["held"]): PostView => ({ ...held("lead", lead()), held: all });
const listed = () => within(screen.getByRole("heading", { name: "Who has held this post" }).nextElementSibling as HTMLElement).getAllByRole("listitem");

it("says from when until when everybody held a post, to a lead without a way to change it", async () => {
  const former = person(per("former"), "Former lead", []);
  await show(lead(), [held("head", head()), ever(held_by(lead(), "2025-09-01"), held_by(former, "2023-09-01", "2025-09-01"))]);
  expect(listed().map(({ textContent }) => textContent?.trim())).toEqual([
    "Lead, Ashton Park, since 1 September 2025",
    "Former lead, from 1 September 2023 to 31 August 2025",
  ]);
  expect(screen.queryByText("Correct the days")).toBeNull();
});

it("corrects the days of somebody, and says at the field what cannot be", async () => {
  await show(head(), [held("head", head()), ever(held_by(lead(), "2025-09-01"))]);
  expect(listed()[0]?.querySelector("summary")?.textContent).toBe("Correct the days of Lead, Ashton Park, since 1 September 2025");
  const days = form("Correct the days of Lead, Ashton Park as lead, since 1 September 2025");
  await type(days, "First day", "2025-10-01");
  await type(days, "Last day", "2025-09-30");
  await press(days, "Correct the days");
  expect(days.getByLabelText("Last day").getAttribute("aria-describedby")).toContain("-error");
  await type(days, "Last day", "2026-02-28");
  await press(days, "Correct the days");
  expect(await screen.findByText("The days of Lead, Ashton Park as lead are corrected.")).toBeTruthy();
  expect(sent).toEqual([[`/people/${per("lead")}/correct-role`, { role: leadRole, given: "2025-09-01", from: "2025-10-01", ended_on: "2026-03-01" }]]);
});

it("takes back that somebody ever held it, and tells what the server says to that", async () => {
  refusals.set("correct-role", { detail: "Your role does not allow this." });
  await show(head(), [held("head", head()), ever(held_by(lead(), "2025-09-01"))]);
  const days = form("Correct the days of Lead, Ashton Park as lead, since 1 September 2025");
  await fireEvent.click(days.getByRole("checkbox", { name: "Lead, Ashton Park never held this post" }));
  await press(days, "Correct the days");
  expect((await days.findByRole("alert")).textContent).toContain("Your role does not allow this.");
  expect(sent[0]?.[1]).toEqual({ role: leadRole, given: "2025-09-01", from: "2025-09-01", ended_on: "2025-09-01" });
});

it("whoever convenes the network corrects a lead's days, never their own nor the head's", async () => {
  const reader = person("per_9", "Coordinator", [["coordinator", "net_1"], ["lead", ashton]]);
  await show(reader, [{ ...held("head", head()), held: [held_by(head(), "2020-09-01")] }, { ...ever(held_by(reader, "2025-09-01"), held_by(lead(), "2025-09-01")) }]);
  expect(forms().filter((name) => name?.startsWith("Correct the days"))).toEqual(["Correct the days of Lead, Ashton Park as lead, since 1 September 2025"]);
});

it("shows how somebody's days stood before, and offers nothing for whoever never held it", async () => {
  const corrected = { ...held_by(lead(), "2025-09-01"), before: [{ from: "2025-10-01" }] };
  const never = { ...held_by(person(per("other"), "Somebody else", []), "2024-09-01", "2024-09-01"), before: [{ from: "2024-09-01", ended_on: "2025-09-01" }] };
  await show(head(), [held("head", head()), ever(corrected, never)]);
  expect(listed().map(({ firstChild }) => firstChild?.textContent?.trim())).toEqual([
    "Lead, Ashton Park, since 1 September 2025 (corrected: before, it said since 1 October 2025)",
    "Somebody else, who never held it (corrected: before, it said from 1 September 2024 to 31 August 2025)",
  ]);
  expect(forms().filter((name) => name?.startsWith("Correct the days"))).toHaveLength(1);
});

it("folds a long list, also of somebody who held the post twice from one day", async () => {
  const twice = ["2025-09-01", "2025-09-01"].map((day) => held_by(lead(), day, day));
  await show(lead(), [held("head", head()), ever(held_by(lead(), "2025-09-01"), ...twice, ...[2024, 2023, 2022, 2021].map((year) => held_by(lead(), `${year}-09-01`, `${year + 1}-09-01`)))]);
  expect(listed()).toHaveLength(5);
  const more = screen.getByRole("button", { name: "Show 2 more" });
  await fireEvent.click(more);
  expect(listed()).toHaveLength(7);
  expect(more.getAttribute("aria-expanded")).toBe("true");
  expect(more.textContent?.trim()).toBe("Show fewer");
});

it("tells whoever may not see it, in the server's words", async () => {
  session.person = person("per_9", "Coordinator", []);
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ type: "x", title: "No", status: 403, detail: "Only the school's own staff see this." }), { status: 403 })));
  render(People, { urn: ashton });
  expect(await screen.findByRole("heading", { name: "You may not see this" })).toBeTruthy();
  expect(screen.getByText("Only the school's own staff see this.")).toBeTruthy();
});
