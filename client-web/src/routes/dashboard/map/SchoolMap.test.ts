import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import { router } from "../../../router/router.svelte";
import { names } from "../../../stores/names.svelte";
import { dashboard, link, member } from "../../../testing/views";
import Picture from "../Picture.svelte";

const members = [
  { ...member("100001", "Ashton Park"), easting: 356_194, northing: 171_503 },
  { ...member("100002", "Cooper"), easting: 458_915, northing: 223_624 },
  { ...member("100003", "Glory Farm"), easting: 458_915, northing: 223_624 },
  member("100004", "Oak Hill"),
];
const view = { ...dashboard(members), links: [link("100001", "100002", 2), link("100001", "100004", 1), link("100002", "100003", 0, 1, "partnership")] };
names.learn(members);

afterEach(() => {
  cleanup();
  router.set({ view: null, as: null, closer: null });
});

function show(search: string, chosen: string | null = null, shown = members) {
  history.replaceState(null, "", search || "/");
  router.search = search;
  const onchoose = vi.fn();
  render(Picture, { view: { ...view, members: shown }, members: shown, chosen, onchoose });
  return onchoose;
}
const nodes = () => [...document.querySelectorAll<SVGGElement>(".map .node")];

it("stands the schools on the land, and says who is not there and who shares a place", async () => {
  show("?view=map");
  expect(nodes().map((node) => node.dataset.school)).toEqual(["100001", "100002", "100003"]);
  await vi.waitFor(() => expect(document.querySelectorAll(".map__land").length).toBeGreaterThan(5));
  expect(screen.getByText(/1 school whose place is not known is not on the map: Oak Hill/)).toBeTruthy();
  expect(screen.getByText(/Cooper and Glory Farm share one place/)).toBeTruthy();
  expect(screen.getByText(/Contains OS data © Crown copyright and database right 2019/)).toBeTruthy();
  expect(screen.getAllByRole("option")).toHaveLength(4);
});

it("draws the links of schools that have a place, and no line to one that has none", () => {
  show("?view=map", "100001");
  expect(document.querySelectorAll('.link[data-tone="give"]')).toHaveLength(1);
  expect(document.querySelectorAll(".map .link--together")).toHaveLength(1);
  expect(screen.getByRole("heading", { level: 3, name: "Ashton Park" })).toBeTruthy();
});

it("a click chooses a school, another click lets it go", async () => {
  const onchoose = show("?view=map", "100001");
  await fireEvent.click(nodes()[1]!);
  expect(onchoose).toHaveBeenLastCalledWith("100002");
  await fireEvent.click(nodes()[0]!);
  expect(onchoose).toHaveBeenLastCalledWith(null);
});

it("shows where the keyboard is in the list", async () => {
  show("?view=map");
  const list = screen.getByRole("listbox");
  await fireEvent.focus(list);
  await fireEvent.keyDown(list, { key: "ArrowDown" });
  expect(document.querySelector<SVGGElement>("[data-walked]")?.dataset.school).toBe("100002");
});

it("goes closer and wider, and the address says how close", async () => {
  show("?view=map", "100001");
  await fireEvent.click(screen.getByRole("button", { name: "Closer" }));
  expect(router.query.get("closer")).toBe("1");
  await fireEvent.click(screen.getByRole("button", { name: "Closer" }));
  expect(nodes().map((node) => node.dataset.school)).toEqual(["100001"]);
  expect(screen.getByText("2 schools are beyond the edge of the map.")).toBeTruthy();
  await fireEvent.click(screen.getByRole("button", { name: "Wider" }));
  expect(router.query.get("closer")).toBe("1");
});

it("is a table, too, with the distance to the school that is chosen; the address says so", async () => {
  show("?view=map", "100001");
  await fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
  expect(router.query.get("as")).toBe("table");
  const table = screen.getByRole("table", { name: "Where the schools are" });
  expect(screen.getByRole("columnheader", { name: "Kilometres to Ashton Park" })).toBeTruthy();
  expect(table.textContent).toContain("115.2");
  expect(table.textContent).toContain("not known");
  expect(document.querySelector(".map")).toBeNull();
  expect(screen.getByRole("button", { name: "Save as CSV" })).toBeTruthy();
});

it("is a table on paper", async () => {
  show("?view=map");
  expect(screen.queryByRole("table", { name: "Where the schools are" })).toBeNull();
  window.dispatchEvent(new Event("beforeprint"));
  expect(screen.getByRole("table", { name: "Where the schools are" })).toBeTruthy();
  window.dispatchEvent(new Event("afterprint"));
});

it("says so where no place is known", () => {
  show("?view=map", null, [member("100004", "Oak Hill")]);
  expect(screen.getByText(/does not say where any of these schools is/)).toBeTruthy();
  expect(document.querySelector(".map")).toBeNull();
});

it("takes what the address says of closeness with care", () => {
  show("?view=map&closer=banana");
  expect(nodes()).toHaveLength(3);
  cleanup();
  show("?view=map&closer=-9999");
  expect(nodes()).toHaveLength(3);
  cleanup();
  show("?view=map&closer=99999999");
  expect(document.querySelector(".map__scale")?.textContent).toMatch(/\d+ m/);
});
