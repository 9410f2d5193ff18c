import { afterEach, expect, it, vi } from "vitest";
import type { PostView } from "../../api/types";
import { person, task } from "../../testing/views";
import { sectionsOf } from "./tasks";
import { leadsMissing, vacantIn } from "./vacant";

const [ashton, glory, cooper] = ["100001", "100002", "100003"] as const;
const reader = person("per_1", "Head", [["head", ashton], ["lead", glory]]);
const vacant = (school: string, role: PostView["role"], vacant_since = "2026-03-03"): PostView => ({ school, role, people: [], deputies: [], held: [], vacant_since });

afterEach(() => vi.unstubAllGlobals());

/** Answers posts by what was asked for; and says what was. */
function serve(lists: Record<string, PostView[]>) {
  const spy = vi.fn((url: string) => Promise.resolve(new Response(JSON.stringify({ items: lists[url.split("?")[1] ?? ""] ?? [] }))));
  vi.stubGlobal("fetch", spy);
  return spy;
}

it("a head is told of the lead that is missing at their own school, and of nothing else", async () => {
  const spy = serve({ [`school=${ashton}`]: [{ school: ashton, role: "head", people: [reader], deputies: [], held: [] }, vacant(ashton, "lead")] });
  expect(await leadsMissing(reader)).toEqual([vacant(ashton, "lead")]);
  expect(spy.mock.calls.map(([url]) => url)).toEqual([`/api/v1/posts?school=${ashton}`]);
  serve({ [`school=${ashton}`]: [vacant(ashton, "head"), { school: ashton, role: "lead", people: [reader], deputies: [], held: [] }] });
  expect(await leadsMissing(reader)).toEqual([]);
});

it("a coordinator sees each vacant post of their networks once, the longest vacant first and those never held last", async () => {
  serve({
    "network=net_1": [vacant(glory, "lead", "2026-03-05"), vacant(cooper, "lead"), { school: ashton, role: "head", people: [reader], deputies: [], held: [] }],
    "network=net_2": [{ school: ashton, role: "lead", people: [], deputies: [], held: [] }, vacant(glory, "lead", "2026-03-05"), vacant(glory, "head", "2026-02-01")],
  });
  const found = await vacantIn(["net_1", "net_2"]);
  expect(found.map(({ id }) => id)).toEqual([`${glory} head`, `${cooper} lead`, `${glory} lead`, `${ashton} lead`]);
});

it("what nobody is left to do stands apart, and neither among one's own nor among what is overdue", () => {
  const left = task("answer_visit", { visit: "vis_1", school: glory, other: cooper, vacant: true, overdue: true });
  const mine = task("answer_visit", { visit: "vis_2", school: ashton, other: cooper, mine: true });
  const sections = sectionsOf({ items: [mine, { ...left, visit: "vis_3", mine: true }, left] }, [ashton]);
  const visits = ({ rows }: { rows: { visit?: string }[] }) => rows.map(({ visit }) => visit);
  expect([visits(sections.mine), visits(sections.overdue), visits(sections.vacant)]).toEqual([["vis_2"], [], ["vis_3", "vis_1"]]);
});
