import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import type { SchoolPageView } from "../../api/types";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import Lineage from "./Lineage.svelte";

names.learn([{ school: "100002", name: "Glory Farm" }]);
afterEach(() => {
  cleanup();
  session.person = null;
});

function show(part: Partial<SchoolPageView>): void {
  const view = { school: "100001", open: true, networks: ["net_1"], clusters: [], predecessors: [], successors: [], details: { name: "Ashton Park", type: "Academy" }, ...part };
  render(Lineage, { view: view as unknown as SchoolPageView });
}
const text = () => document.body.textContent?.replace(/\s+/g, " ").trim();
const wayOn = () => screen.queryByRole("link", { name: "Say where that goes" })?.getAttribute("href");
const successors = [{ school: "100002", change: "conversion" as const, on: "2017-12-05", handed_on: false }];

it("says nothing of a school that is open and came from nothing", () => {
  show({});
  expect(text()).toBe("");
});

it("says what a school came from, under the name that the register gives, with the way there", () => {
  show({ predecessors: [{ school: "109278", name: "Ashton Park School", change: "conversion", on: "2017-12-05" }] });
  expect(text()).toBe("Came from Ashton Park School (109278), which became an academy, on Tuesday 5 December 2017.");
  expect(screen.getByRole("link").getAttribute("href")).toBe("/schools/109278");
});

it("says of a closed school that it is, what followed it, and whether it was handed on", () => {
  show({ open: false, successors: [{ ...successors[0]!, handed_on: true }] });
  expect(text()).toBe(
    "This school is closed. Its history stays. Followed by Glory Farm (100002) when it became an academy, on Tuesday 5 December 2017. What belonged to it was handed on there.",
  );
});

it("does not call a school closed of which only the name is known", () => {
  show({ open: false, networks: [], details: { name: "Ashton Park", type: "", phase: "", local_authority: "" } as SchoolPageView["details"], successors });
  expect(text()).toContain("Only the name and number of this school are known here");
  expect(text()).not.toContain("This school is closed");
});

it("leads whoever coordinates its network to where things go, while it belongs to something", () => {
  const as = (role: "coordinator" | "lead" | "administrator", place: string, part: Partial<SchoolPageView>) => {
    cleanup();
    session.person = person("per_1", "Jo", [[role, place]]);
    show(part);
    return wayOn();
  };
  expect(as("coordinator", "net_1", { open: false })).toBe("/schools/100001/hand-on");
  expect(as("coordinator", "net_1", { successors })).toBe("/schools/100001/hand-on");
  expect(as("coordinator", "net_1", {})).toBeUndefined();
  expect(as("coordinator", "net_2", { open: false })).toBeUndefined();
  expect(as("lead", "100001", { open: false })).toBeUndefined();
  expect(as("administrator", "", { open: false })).toBe("/schools/100001/hand-on");
  expect(as("administrator", "", { open: false, networks: [] })).toBeUndefined();
});
