import { expect, it } from "vitest";
import type { RoleKind } from "../../api/types";
import { person } from "../../testing/views";
import { mayChangePost, maySeePosts, postsHeld } from "./may";

const ashton = { school: "100001", networks: ["net_1"], clusters: ["clu_1"] };
/** Whether they see the posts, and may change the head's, the lead's, and either as its holder. */
const may = (role: RoleKind, place: string) => {
  const reader = person("per_1", "Reader", [[role, place]]);
  const change = (post: RoleKind, holder?: string) => mayChangePost(reader, ashton, post, holder);
  return [maySeePosts(reader, ashton), change("head"), change("lead", "per_2"), change("head", "per_1"), change("lead", "per_1")];
};
const nothing = [false, false, false, false, false];

it("the head and administrators change both posts, their own as well", () => {
  expect(may("head", "100001")).toEqual([true, true, true, true, true]);
  expect(may("administrator", "")).toEqual([true, true, true, true, true]);
});

it("a coordinator of one of the school's networks changes the lead's post, but not their own", () => {
  expect(may("coordinator", "net_1")).toEqual([true, false, true, false, false]);
});

it("a coordinator of its cluster alone sees the posts, and so does a lead", () => {
  expect(may("coordinator", "clu_1")).toEqual([true, false, false, false, false]);
  expect(may("lead", "100001")).toEqual([true, false, false, false, false]);
});

it("a role elsewhere is none here", () => {
  expect(may("head", "100002")).toEqual(nothing);
  expect(may("lead", "100002")).toEqual(nothing);
  expect(may("coordinator", "net_2")).toEqual(nothing);
  expect(may("assessor", "100001")).toEqual(nothing);
  expect([maySeePosts(null, ashton), mayChangePost(null, ashton, "lead")]).toEqual([false, false]);
});

it("one holds the posts of this school that one has", () => {
  const reader = person("per_1", "Reader", [["head", "100001"], ["lead", "100002"], ["assessor", "iqm"]]);
  expect(postsHeld(reader, "100001")).toEqual([{ role: "head", place: "100001" }]);
});
