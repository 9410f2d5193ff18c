import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import type { RoleKind, SchoolPageView } from "../../api/types";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import Facts from "./Facts.svelte";

afterEach(() => {
  cleanup();
  session.person = null;
});

const view = { school: "100001", networks: ["net_1"], clusters: [], groups: [], details: { name: "Ashton Park" } } as unknown as SchoolPageView;
const facts = () => screen.getAllByRole("term").map((term) => [term.textContent, term.nextElementSibling?.textContent?.trim()]);

function way(role: RoleKind, place: string): string | null | undefined {
  cleanup();
  session.person = person("per_1", "Jo", [[role, place]]);
  render(Facts, { view });
  return screen.queryByRole("link", { name: "People at Ashton Park" })?.getAttribute("href");
}

it("leads those to the school's people who may see them", () => {
  expect(way("lead", "100001")).toBe("/schools/100001/people");
  expect(way("coordinator", "net_1")).toBe("/schools/100001/people");
  expect(way("lead", "100002")).toBeUndefined();
  expect(way("coordinator", "net_2")).toBeUndefined();
});

it("says since when a school is in its trust, and names a trust once", () => {
  const details = { ...view.details, trust_code: "2044", trust_name: "Severn Trust", federation_code: "F1", federation_name: "Severn Federation" };
  const groups: SchoolPageView["groups"] = [{ code: "2044", name: "Severn Trust", kind: "multi_academy_trust", since: "2017-12-05" }];
  render(Facts, { view: { ...view, details, groups } });
  expect(facts().filter(([, words]) => words?.includes("Trust"))).toEqual([["Multi-academy trust", "Severn Trust, since Tuesday 5 December 2017"]]);
  expect(facts()).toContainEqual(["Federation", "Severn Federation"]);
});

it("leads to when the school is open", () => {
  render(Facts, { view });
  expect(screen.getByRole("link", { name: "Term dates of Ashton Park" }).getAttribute("href")).toBe("/schools/100001/term-dates");
});
