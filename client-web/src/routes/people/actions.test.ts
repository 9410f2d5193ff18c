import { expect, it } from "vitest";
import type { PostView, Role } from "../../api/types";
import { blankWho, type WhoChoice } from "../../forms/who";
import { person } from "../../testing/views";
import { addToPost, endRole, handOver } from "./actions";
import { nameDeputy, releaseDeputy, stopActing } from "./deputy_actions";

const ashton = "100001";
const head: Role = { role: "head", place: ashton };
const holder = person("per_1", "Head", [["head", ashton]]);
const posts: PostView[] = [{ school: ashton, role: "head", people: [holder], deputies: [], held: [] }, { school: ashton, role: "lead", people: [], deputies: [], held: [], vacant_since: "2026-03-03" }];
const choice: WhoChoice = { people: [{ value: "per_1", text: "Head" }], newcomer: true };
const [mine, theirs] = [true, false].map((own) => ({ name: "Head", role: head, mine: own })) as [Parameters<typeof endRole>[0], Parameters<typeof endRole>[0]];
const texts = (faults: { text: string }[]) => faults.map(({ text }) => text);

it("a vacant post is chosen already, and filling it comes first", () => {
  const action = addToPost(posts, ashton, choice);
  expect([action.blank?.role, action.first]).toEqual(["lead", true]);
  const lead: PostView = { school: ashton, role: "lead", people: [holder], deputies: [], held: [] };
  const full = addToPost([lead, ...posts.slice(0, 1)], ashton, choice);
  expect([full.blank?.role, full.first]).toEqual(["", false]);
});

it("the only post that the reader may give is chosen, and no other is offered", () => {
  const action = addToPost(posts.slice(0, 1), ashton, choice);
  expect([action.blank?.role, action.first]).toEqual(["head", false]);
  expect(action.asks[0]).toMatchObject({ choices: [{ value: "head" }] });
});

it("whoever holds a post is not put into it again, but into the other", () => {
  const { check, body } = addToPost(posts, ashton, choice);
  expect(texts(check({ ...blankWho, role: "head", who: "per_1" }))).toEqual(["They hold this post already: choose somebody else"]);
  const values = { ...blankWho, role: "lead", who: "per_1" };
  expect(check(values)).toEqual([]);
  expect(body(values)).toEqual({ role: { role: "lead", place: ashton }, who: { id: "per_1" } });
  expect(texts(check({ ...blankWho, role: "" }))).toEqual(["Choose the post", "Choose who takes up the post"]);
});

it("a post is handed on from a day, or from today", () => {
  const { body, title } = handOver(mine, choice);
  expect(title).toBe("Hand your post as head on to somebody else");
  expect(body({ ...blankWho, who: "per_1", on: "" })).toEqual({ role: head, to: { id: "per_1" } });
  expect(body({ who: "new", name: "Second lead", email: "second@x.example", on: "2026-04-01" })).toEqual({ role: head, to: { name: "Second lead", email: "second@x.example" }, on: "2026-04-01" });
});

it("ending a role asks from which day, and warns whoever gives up their own", () => {
  expect(endRole(theirs).body({ on: "2026-04-01" })).toEqual({ role: head, on: "2026-04-01" });
  expect(endRole(theirs).warning).toBeUndefined();
  expect([endRole(mine).title, endRole(mine).warning !== undefined]).toEqual(["Give up your post as head", true]);
});

it("a deputy is named for what was ticked, from today unless a day is given", () => {
  const { check, body } = nameDeputy("per_1", head, choice, "2026-03-09");
  const values = { ...blankWho, who: "per_1", scopes: "visits meetings", from: "", until: "2026-07-20" };
  expect(check(values)).toEqual([]);
  expect(body(values)).toEqual({ who: { id: "per_1" }, acts_for: "per_1", role: head, scopes: ["visits", "meetings"], until: "2026-07-20" });
  expect(body({ ...values, from: "2026-04-01" })).toMatchObject({ from: "2026-04-01" });
});

it("a deputy acts at most 400 days, and some day", () => {
  const { check } = nameDeputy("per_1", head, choice, "2026-03-09");
  const until = (day: string, from = "") => texts(check({ ...blankWho, who: "per_1", scopes: "visits", from, until: day }));
  expect(until("2027-04-13")).toEqual([]);
  expect(until("2027-04-14")[0]).toContain("400 days on");
  expect(until("2026-03-08")).toEqual(["Enter a day after the first"]);
  expect(until("2026-03-31", "2026-04-01")).toEqual(["Enter a day after the first"]);
  expect(until("")).toEqual(["Enter until which day they act for you"]);
  expect(texts(check({ ...blankWho, who: "per_1", scopes: "", from: "", until: "2026-07-20" }))).toEqual(["Choose what they may do for you"]);
});

it("a deputy is let go by either, for the same post", () => {
  const of = { acts_for: "per_1", role: head };
  expect(releaseDeputy("Second lead", of).body({})).toEqual(of);
  expect(stopActing(of, () => "Ashton Park")).toMatchObject({ command: "release-deputy", title: "Stop acting for the head of Ashton Park" });
});
