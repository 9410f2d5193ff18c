import { afterEach, expect, it, vi } from "vitest";
import type { Deputising, PersonScope } from "../api/types";
import { person } from "../testing/views";
import { session } from "./session.svelte";

const [ashton, glory] = ["100001", "100002"] as const;

afterEach(() => {
  [session.person, session.state] = [null, "asking"];
  vi.unstubAllGlobals();
});

const acting = (place: string, ...scopes: PersonScope[]): Deputising => ({
  acts_for: "per_9", role: { role: "head", place }, scopes, from: "2026-03-02", until: "2026-07-20",
});

/** Answers each request with a session of this person. */
function serve(of: ReturnType<typeof person>) {
  const spy = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(new Response(JSON.stringify({ csrf_token: "token", person: of }))));
  vi.stubGlobal("fetch", spy);
  return spy;
}

it("a school for whose head somebody acts is among theirs, but only in what they were given", () => {
  session.person = person("per_1", "Jo", [["lead", ashton]], [acting(glory, "visits")]);
  expect(session.schools).toEqual([ashton, glory]);
  expect(session.ownSchools).toEqual([ashton]);
  expect(session.schoolsFor("visits")).toEqual([ashton, glory]);
  expect(session.schoolsFor("meetings")).toEqual([ashton]);
});

it("a school is named once, in whatever ways it is somebody's", () => {
  session.person = person("per_1", "Jo", [["lead", ashton], ["head", ashton]], [acting(ashton, "visits"), acting(glory, "visits"), acting(glory, "reviews")]);
  expect(session.schools).toEqual([ashton, glory]);
});

it("a link is accepted with a password, and its owner is signed in", async () => {
  const spy = serve(person("per_2", "Kim", [["lead", ashton]]));
  await session.accept("secret", "a long password");
  expect(spy.mock.calls[0]?.[0]).toBe("/api/v1/invitations/accept");
  expect(JSON.parse(String(spy.mock.calls[0]?.[1].body))).toEqual({ secret: "secret", password: "a long password" });
  expect([session.state, session.name]).toEqual(["in", "Kim"]);
});

it("the reader's roles are read again only while they are signed in", async () => {
  const spy = serve(person("per_2", "Kim", []));
  await session.refresh();
  expect(spy).not.toHaveBeenCalled();
  [session.state, session.person] = ["in", person("per_2", "Kim", [["lead", ashton]])];
  await session.refresh();
  expect(session.schools).toEqual([]);
});
