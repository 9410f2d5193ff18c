import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { OverdueCounts, RoleKind, TaskItem } from "../../../api/types";
import { names } from "../../../stores/names.svelte";
import { session } from "../../../stores/session.svelte";
import { dashboard, member, person, task } from "../../../testing/views";
import Overdue from "./Overdue.svelte";

const members = [member("100001", "Ashton Park"), member("100002", "Glory Farm")];
names.learn(members);
let asked: string[] = [];
let tasks: TaskItem[] = [];

const late: TaskItem[] = [
  task("name_team", { review: "rev_1", school: "100002", other: "100001", due: "2026-03-02", overdue: true }),
  task("answer_visit", { visit: "vis_1", school: "100001", other: "100002", due: "2026-03-06", overdue: true }),
];
const counts = (visits: number, reviews = 0): OverdueCounts => ({ visits, reviews, partnerships: 0, meetings: 0 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") });
  [asked, tasks] = [[], late];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(JSON.stringify({ items: tasks })));
  });
});
afterEach(() => {
  cleanup();
  session.person = null;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const given = (overdue: OverdueCounts) => ({ of: "cluster" as const, id: "clu_1", view: { ...dashboard(members), overdue }, clusters: [] });
function show(role: [RoleKind, string], overdue = counts(1, 1)) {
  session.person = person("per_1", "Reader", [role]);
  return render(Overdue, given(overdue));
}
const words = (part: Element) => part.textContent?.replace(/\s+/g, " ").trim() ?? "";
const rows = () => within(screen.getByRole("table")).getAllByRole("row").slice(1).map((row) => [...row.children].map(words).join(" "));

it("shows a coordinator each step by school, since when, how late, and the way there", async () => {
  show(["coordinator", "clu_1"]);
  await screen.findByRole("table");
  expect(asked).toEqual(["/api/v1/tasks?overdue=true&cluster=clu_1&limit=200"]);
  expect(rows()).toEqual([
    "Ashton Park",
    "Answer the request for a visit Glory Farm Friday 6 March 2026 3 days late",
    "Glory Farm",
    "Name the review team Ashton Park Monday 2 March 2026 7 days late",
  ]);
  expect(screen.getByRole("link", { name: "Name the review team" }).getAttribute("href")).toBe("/reviews/rev_1");
  expect(screen.getByText(/You coordinate this cluster/)).toBeTruthy();
});

it("tells everybody how many, and asks for nobody's steps where none would be given", async () => {
  show(["researcher", ""]);
  expect(screen.getByText("2 steps are overdue: 1 of a visit, 1 of a review.")).toBeTruthy();
  expect(screen.getByText(/shown to the school that is to do it and to the coordinator/)).toBeTruthy();
  expect(asked).toEqual([]);
  expect(screen.queryByRole("table")).toBeNull();
});

it("says of nothing that it is nothing, and of others' steps that they are others'", async () => {
  tasks = [];
  show(["lead", "100001"], counts(0));
  expect(await screen.findByText(/Nothing waits past its day/)).toBeTruthy();
  cleanup();
  show(["lead", "100001"], counts(2));
  expect(await screen.findByText(/None of these steps is for a school whose steps you see/)).toBeTruthy();
});

it("is read again when the counts move, but not under the reader's hand", async () => {
  const page = show(["coordinator", "clu_1"]);
  await screen.findByRole("table");
  await page.rerender(given(counts(2, 1)));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  screen.getByRole("link", { name: "Name the review team" }).focus();
  await page.rerender(given(counts(3, 1)));
  await fireEvent.click(await screen.findByRole("button", { name: /has changed – show it/ }));
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(screen.queryByRole("button", { name: /has changed – show it/ })).toBeNull();
});

it("the file has each step", async () => {
  let file = "";
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => (void (blob as Blob).text().then((text) => (file = text)), "blob:x"));
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  show(["coordinator", "clu_1"]);
  await fireEvent.click(await screen.findByRole("button", { name: "Save as CSV" }));
  await vi.waitFor(() => expect(file).toContain("100001,Ashton Park,Answer the request for a visit,100002,Glory Farm,,2026-03-02,2026-03-06,3\r\n"));
  expect(file.split("\r\n").map((line) => line.split(",").length)).toEqual([9, 9, 9, 1]);
});
