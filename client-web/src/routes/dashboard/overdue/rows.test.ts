import { expect, it } from "vitest";
import { dashboard, member, person, task } from "../../../testing/views";
import { withId } from "../../home/tasks";
import { bySchool, pageOf, seesOf } from "./rows";

const called: Record<string, string> = { "100001": "Oak Hill", "100002": "Ashton Park" };
const nameOf = (urn: string) => called[urn] ?? urn;
const late = (school: string, due: string) => withId(task("set_visit_day", { visit: `vis_${due}`, school, due, overdue: true }));
const tasks = [late("100001", "2026-03-05"), late("100002", "2026-03-06"), late("100001", "2026-03-02")];

it("stands school by school in the order of their names, what waits longest first", () => {
  expect(bySchool(tasks, nameOf).map(({ school, tasks: of }) => [school, of.map(({ due }) => due)])).toEqual([
    ["100002", ["2026-03-06"]],
    ["100001", ["2026-03-02", "2026-03-05"]],
  ]);
});

it("a school whose steps go on over the page stands on both", () => {
  const schools = bySchool(tasks, nameOf);
  const on = (from: number, to: number) => pageOf(schools, from, to).map(({ school, tasks: of }) => [school, of.length]);
  expect(on(0, 2)).toEqual([["100002", 1], ["100001", 1]]);
  expect(on(2, 4)).toEqual([["100001", 1]]);
});

it("knows whose steps a reader sees", () => {
  const cluster = dashboard([member("100001")]);
  const { cluster: _, ...network } = cluster;
  const clusters = [{ id: "clu_1", network: "net_1", name: "Severn South", members: 1 }];
  const sees = (role: "coordinator" | "lead" | "administrator", place: string, view = cluster) =>
    seesOf(person("per_1", "Reader", [[role, place]]), role === "lead" ? [place] : [], view, view === cluster ? [] : clusters);
  expect([sees("coordinator", "clu_1"), sees("coordinator", "net_1"), sees("coordinator", "clu_2")]).toEqual(["all", "all", "none"]);
  expect([sees("coordinator", "net_1", network), sees("coordinator", "clu_1", network), sees("coordinator", "clu_2", network)]).toEqual(["all", "clusters", "none"]);
  expect([sees("lead", "100001"), sees("lead", "100009"), sees("administrator", "")]).toEqual(["own", "none", "none"]);
});
