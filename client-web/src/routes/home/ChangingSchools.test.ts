import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import type { ChangingSchool } from "../../api/types";
import { session } from "../../stores/session.svelte";
import { person, schoolSummary } from "../../testing/views";
import ChangingSchools from "./ChangingSchools.svelte";
import { changingIn } from "./changing";

afterEach(() => {
  cleanup();
  session.person = null;
  vi.unstubAllGlobals();
});

const closed = (urn: string, name: string, ...followed: string[]): ChangingSchool => ({
  school: schoolSummary(urn, name, false), successors: followed.map((each) => schoolSummary("100009", each)),
});

/** Answers each network's list; and says what was asked. */
function serve(lists: Record<string, ChangingSchool[]>, status = 200) {
  const spy = vi.fn((url: string) => Promise.resolve(new Response(JSON.stringify({ items: lists[url.split("network=")[1] ?? ""] ?? [], title: "No" }), { status })));
  vi.stubGlobal("fetch", spy);
  return spy;
}
const show = () => {
  session.person = person("per_1", "Coordinator", [["coordinator", "net_1"], ["coordinator", "clu_7"]]);
  render(ChangingSchools);
};
const lines = () => screen.queryAllByRole("listitem").map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim());

it("has each school of the reader’s networks once, by name", async () => {
  const both = closed("100003", "Cooper");
  const spy = serve({ net_1: [both, closed("100001", "Ashton Park")], net_2: [both] });
  expect((await changingIn(["net_1", "net_2"])).map(({ school }) => school.name)).toEqual(["Ashton Park", "Cooper"]);
  expect(spy.mock.calls.map(([url]) => url)).toEqual(["/api/v1/changing-schools?network=net_1", "/api/v1/changing-schools?network=net_2"]);
});

it("is an alert that leads to where things go", async () => {
  serve({ net_1: [closed("100001", "Ashton Park", "Glory Farm")] });
  show();
  expect(await screen.findByRole("heading", { name: "Schools that change" })).toBeTruthy();
  expect(lines()).toEqual(["Ashton Park (100001) has closed, and Glory Farm followed it. Where does it go? Ashton Park"]);
  expect(screen.getByRole("link", { name: "Where does it go? Ashton Park" }).getAttribute("href")).toBe("/schools/100001/hand-on");
});

it("says nothing where no school changes", async () => {
  const spy = serve({});
  show();
  await vi.waitFor(() => expect(spy).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve));
  expect(screen.queryByRole("heading")).toBeNull();
});

it("shows the first few, and the others when they are asked for", async () => {
  serve({ net_1: Array.from({ length: 7 }, (_, at) => closed(`10010${at}`, `School ${at}`)) });
  show();
  await fireEvent.click(await screen.findByRole("button", { name: "Show 2 more" }));
  expect(lines().length).toBe(7);
});

it("says that it could not be read, and reads it again", async () => {
  serve({}, 500);
  show();
  expect(await screen.findByText(/could not be read/)).toBeTruthy();
  serve({ net_1: [closed("100001", "Ashton Park")] });
  await fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Schools that change" })).toBeTruthy();
});
