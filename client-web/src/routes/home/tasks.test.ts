import { afterEach, expect, it, vi } from "vitest";
import type { TaskItem } from "../../api/types";
import { task } from "../../testing/views";
import { readTasks, sectionsOf } from "./tasks";

afterEach(() => vi.unstubAllGlobals());

const own = (visit: string, part: Partial<TaskItem> = {}) => task("answer_visit", { visit, mine: true, ...part });
const theirs = (visit: string, part: Partial<TaskItem> = {}) => task("set_visit_day", { visit, school: "G", other: "H", ...part });
const visitsIn = ({ rows }: { rows: TaskItem[] }) => rows.map(({ visit }) => visit);

it("what is the reader's stays in the server's order, by the day on which it is due", () => {
  const items = [own("overdue", { overdue: true, since: "2026-03-05" }), own("soon", { since: "2026-03-01" })];
  const { mine, others } = sectionsOf({ items }, ["H"]);
  expect(visitsIn(mine)).toEqual(["overdue", "soon"]);
  expect(others.rows).toEqual([]);
});

it("one waits for what other schools do with one's own, the longest wait first", () => {
  const items = [own("own"), theirs("later", { since: "2026-03-05" }), theirs("longer", { since: "2026-03-02" })];
  expect(visitsIn(sectionsOf({ items }, ["H"]).others)).toEqual(["longer", "later"]);
});

it("a coordinator sees what is overdue at other schools, which is not what their own school waits for", () => {
  const items = [own("own", { overdue: true }), theirs("elsewhere", { other: "X", overdue: true }), theirs("both", { overdue: true }), theirs("in time")];
  const { others, overdue } = sectionsOf({ items }, ["H"]);
  expect(visitsIn(overdue)).toEqual(["elsewhere", "both"]);
  expect(visitsIn(others)).toEqual(["both", "in time"]);
});

it("two reflections on one visit are two tasks", () => {
  const both = ["G", "H"].map((school) => task("reflect_on_visit", { visit: "v", school, mine: true }));
  expect(new Set(sectionsOf({ items: both }, ["G", "H"]).mine.rows.map(({ id }) => id)).size).toBe(2);
});

it("two meetings are two tasks", () => {
  const items = ["mee_1", "mee_2"].map((meeting) => task("reply_to_meeting", { meeting, mine: true }));
  expect(new Set(sectionsOf({ items }, ["H"]).mine.rows.map(({ id }) => id)).size).toBe(2);
});

it("where more follows, it says so of every section that it may belong to", () => {
  const more = (items: TaskItem[], next?: string) => {
    const { mine, others, overdue } = sectionsOf({ items, ...(next ? { next } : {}) }, ["H"]);
    return [mine.more, others.more, overdue.more];
  };
  expect(more([own("a")])).toEqual([false, false, false]);
  expect(more([own("a")], "1")).toEqual([true, true, true]);
  expect(more([own("a"), theirs("b")], "2")).toEqual([false, true, true]);
});

it("asks for as many as the server gives at once", async () => {
  const spy = vi.fn((_url: string) => Promise.resolve(new Response(JSON.stringify({ items: [own("a")] }))));
  vi.stubGlobal("fetch", spy);
  expect(visitsIn((await readTasks(["H"])).mine)).toEqual(["a"]);
  expect(spy.mock.calls.map(([url]) => url)).toEqual(["/api/v1/tasks?limit=200"]);
});
