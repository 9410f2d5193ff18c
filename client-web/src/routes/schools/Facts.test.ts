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

const view = { school: "100001", networks: ["net_1"], clusters: [], details: { name: "Ashton Park" } } as unknown as SchoolPageView;

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
