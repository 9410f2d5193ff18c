import { expect, it } from "vitest";
import type { Deputising, DeputyView, PostView } from "../../api/types";
import { person } from "../../testing/views";
import { deputiesOf, peopleHere } from "./deputies";

const ashton = "100001";
const acting = (acts_for: string, from = "2026-03-02", until = "2026-07-20"): Deputising => ({ acts_for, role: { role: "head", place: ashton }, scopes: ["visits"], from, until });
const deputy = (id: string, ...of: Parameters<typeof acting>): DeputyView => ({ id, name: `Deputy ${id}`, deputising: acting(...of) });
const head = person("per_1", "Head", [["head", ashton]]);
const posts = (...deputies: DeputyView[]): PostView[] => [
  { school: ashton, role: "head", people: [head], deputies, held: [] },
  { school: ashton, role: "lead", people: [], deputies: [], held: [] },
];

it("whoever holds both posts is here once; whoever was just added, too", () => {
  const both = posts().map((post) => ({ ...post, people: [head] }));
  expect(peopleHere(both, [{ id: "per_2", name: "Second lead", email: "" }])).toEqual([
    { value: "per_1", text: "Head", hint: "Head and lead" },
    { value: "per_2", text: "Second lead", hint: "Holds no post" },
  ]);
});

it("deputies are here, too, each once, whether they were just added or hold a post", () => {
  const of = posts(deputy("per_2", "per_1"), deputy("per_2", "per_1", "2026-08-01"), { ...deputy("per_1", "per_8"), name: "Head" });
  expect(peopleHere(of, [{ id: "per_2", name: "Deputy per_2", email: "" }])).toEqual([
    { value: "per_1", text: "Head", hint: "Head and deputy of the head" },
    { value: "per_2", text: "Deputy per_2", hint: "Deputy of the head" },
  ]);
});

it("a holder's deputies are those of that holder, each once with today's and what comes later", () => {
  const [post] = posts(deputy("per_2", "per_1"), deputy("per_3", "per_8"), deputy("per_4", "per_1"), deputy("per_2", "per_1", "2026-08-01", "2026-09-30"));
  expect(deputiesOf(post, "per_1")).toEqual([
    { id: "per_2", name: "Deputy per_2", acting: [acting("per_1"), acting("per_1", "2026-08-01", "2026-09-30")] },
    { id: "per_4", name: "Deputy per_4", acting: [acting("per_1")] },
  ]);
  expect(deputiesOf(undefined, "per_1")).toEqual([]);
});
