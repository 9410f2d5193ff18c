import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { router } from "../../router/router.svelte";
import { names } from "../../stores/names.svelte";
import { dashboard, link, member } from "../../testing/views";
import Chooser from "./Chooser.svelte";
import Counts from "./Counts.svelte";
import Inspector from "./Inspector.svelte";
import Matrix from "./Matrix.svelte";
import Views from "./Views.svelte";
import { arcsOf, byName, drawnPairs, foldOthers, others, pairsOf } from "./exchange";
import { bend, circle, straight } from "./layout";
import { shownView } from "./views";

const members = [member("100001", "Ashton Park"), member("100002", "Glory Farm"), member("100003", "Oak Hill")];
const links = [link("100001", "100002", 2, 1), link("100001", "100002", 1, 0, "review"), link("100009", "100003", 1), link("100008", "100009", 4)];
const view = { ...dashboard(members), links };
names.learn([...members, { school: "100008", name: "Far Away" }, { school: "100009", name: "Elsewhere" }]);
afterEach(cleanup);

describe("who gives to whom", () => {
  it("joins both kinds, and puts all schools outside together", () => {
    expect(arcsOf(view)).toEqual([
      { giver: "100001", receiver: "100002", held: 3, open: 1 },
      { giver: others, receiver: "100003", held: 1, open: 0 },
    ]);
    expect(foldOthers(view)).toHaveLength(3);
  });
  it("leaves out who works together", () => {
    const partners = [link("100001", "100003", 0, 2, "partnership"), link("100001", "100002", 0, 1, "partnership")];
    expect(arcsOf({ ...view, links: [...links, ...partners] })).toEqual(arcsOf(view));
    expect(foldOthers({ ...view, links: [...links, ...partners] })).toEqual(foldOthers(view));
  });
  it("is in the order of names, never a ranking", () => {
    expect([member("2", "Zed"), member("1", "Ash")].sort(byName).map(({ name }) => name)).toEqual(["Ash", "Zed"]);
  });
});

describe("who works together", () => {
  const partners = [
    link("100002", "100001", 0, 1, "partnership"),
    link("100001", "100002", 0, 1, "partnership"),
    link("100003", "100009", 0, 1, "partnership"),
    link("100008", "100009", 0, 1, "partnership"),
  ];
  it("are pairs, whoever proposed it", () => {
    expect(pairsOf([...links, ...partners.slice(0, 2)])).toEqual([{ places: ["100001", "100002"], open: 2 }]);
  });
  it("are drawn with the schools outside put together", () => {
    expect(drawnPairs({ ...view, links: partners })).toEqual([
      { places: ["100001", "100002"], open: 2 },
      { places: ["100003", others], open: 1 },
    ]);
  });
  it("do not count in the matrix, and stand in a table of their own", async () => {
    render(Matrix, { view: { ...view, links: partners }, members, chosen: null, clusters: [] });
    const row = screen.getByRole("rowheader", { name: "Ashton Park" }).closest("tr") as HTMLElement;
    expect(row.querySelectorAll("[data-some], [data-open]")).toHaveLength(0);
    await fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
    expect(screen.queryByRole("table", { name: "Who gave to whom" })).toBeNull();
    expect(screen.getByRole("table", { name: "Who works together" }).textContent).toContain("Glory Farm");
  });
  it("are named where a school is inspected, from either side", () => {
    render(Inspector, { view: { ...view, links: partners }, school: "100001", onclose: () => undefined });
    const title = screen.getByRole("heading", { name: "Partnerships with" });
    expect(title.nextElementSibling?.textContent).toContain("Glory Farm: 2 proposed, active or paused");
    expect(screen.queryByRole("heading", { name: "Gives to" })).toBeNull();
  });
  it("are counted at each stage", () => {
    const { counts, overdue } = view;
    render(Counts, { overdue, counts: { ...counts, partnerships: { proposed: 1, active: 7, paused: 2, declined: 4, withdrawn: 5, ended: 3 } } });
    const stages = [...document.querySelectorAll('[data-counts="partnerships"] [data-stage]')];
    expect(stages.map((stage) => stage.textContent?.replace(/\s+/g, " ").trim())).toEqual(["Proposed 1", "Active 7", "Paused 2", "Ended 3"]);
    expect(screen.getByText(/Besides these, 4 declined, 0 cancelled and 5 withdrawn/)).toBeTruthy();
  });
});

describe("what is overdue", () => {
  const shown = () => document.querySelector('[data-counts="overdue"]')?.textContent?.replace(/\s+/g, " ").trim();
  it("is said in words, with the way there, and that nothing is", () => {
    const { rerender } = render(Counts, { counts: view.counts, overdue: { visits: 2, reviews: 1, partnerships: 0, meetings: 0 } });
    expect(shown()).toBe("3 steps are overdue: 2 of visits, 1 of a review. Show what is overdue");
    expect(screen.getByRole("link", { name: "Show what is overdue" }).getAttribute("href")).toMatch(/\?view=overdue$/);
    void rerender({ overdue: view.overdue });
    return vi.waitFor(() => expect(shown()).toBe("Nothing is overdue."));
  });
});

describe("the views of a dashboard", () => {
  it("have an address each, and say which one is shown", async () => {
    [router.path, router.search] = ["/clusters/clu_1", "?view=overdue"];
    history.replaceState(null, "", "/clusters/clu_1?view=overdue");
    render(Views, { what: "cluster" });
    const ways = screen.getAllByRole("link");
    expect(ways.map((way) => way.getAttribute("href"))).toEqual(expect.arrayContaining(["/clusters/clu_1", "/clusters/clu_1?view=overdue", "/clusters/clu_1?view=ledger"]));
    expect(ways.filter((way) => way.getAttribute("aria-current") === "page").map(({ textContent }) => textContent)).toEqual(["Overdue"]);
  });
  it("are the overview for either picture of it, and for what nobody knows", () => {
    expect(["network", "map", null, "x"].map(shownView)).toEqual(["", "", "", ""]);
  });
});

describe("the matrix", () => {
  const matrix = (chosen: string | null = null) => render(Matrix, { view, members, chosen, clusters: [] });

  it("has a row for who gives and a column for who receives", () => {
    matrix();
    const row = screen.getByRole("rowheader", { name: "Ashton Park" }).closest("tr") as HTMLElement;
    expect(row.textContent).toContain("3");
    expect(row.textContent).toContain("1 under way");
    expect(screen.getByRole("columnheader", { name: "Schools outside" })).toBeTruthy();
  });
  it("says a sentence about the school that is chosen", () => {
    matrix("100001");
    expect(screen.getByText("Ashton Park has neither given nor received yet.")).toBeTruthy();
    expect(document.querySelectorAll("td.give")).toHaveLength(3);
    expect(document.querySelectorAll("td.receive")).toHaveLength(3);
  });
  it("is a table too", async () => {
    matrix();
    await fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
    expect(screen.getByRole("table", { name: "Who gave to whom" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Save as CSV" })).toBeTruthy();
  });
});

describe("the list of schools", () => {
  it("is walked by arrows, jumped by letters, and chosen by Enter", async () => {
    const onchoose = vi.fn();
    render(Chooser, { members, view, chosen: null, onchoose, numbered: false });
    const list = screen.getByRole("listbox");
    await fireEvent.keyDown(list, { key: "ArrowDown" });
    expect(list.getAttribute("aria-activedescendant")).toBe("choose-100002");
    await fireEvent.keyDown(list, { key: "o" });
    await fireEvent.keyDown(list, { key: "Enter" });
    expect(onchoose).toHaveBeenLastCalledWith("100003");
    await fireEvent.keyDown(list, { key: "Home" });
    await fireEvent.keyDown(list, { key: " " });
    expect(onchoose).toHaveBeenLastCalledWith("100001");
  });
  it("tells the picture where the keyboard is, until it leaves", async () => {
    const onwalk = vi.fn();
    render(Chooser, { members, view, chosen: null, onchoose: () => undefined, numbered: false, onwalk });
    const list = screen.getByRole("listbox");
    await fireEvent.focus(list);
    await fireEvent.keyDown(list, { key: "ArrowDown" });
    await fireEvent.blur(list);
    expect(onwalk.mock.calls.flat()).toEqual(["100001", "100002", null]);
  });
});

describe("the picture", () => {
  const size = { width: 700, height: 500 };
  it("stands schools round a circle inside its frame", () => {
    const places = circle(members, true, size, true);
    expect(places.size).toBe(4);
    for (const { x, y } of places.values()) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(700);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(500);
    }
  });
  it("draws there and back as two lines", () => {
    const [a, b] = [{ x: 0, y: 0 }, { x: 100, y: 0 }];
    expect(bend(a, b, 5)).not.toBe(bend(b, a, 5));
    expect(straight(a, b)).toBe("M0.0 0.0L100.0 0.0");
  });
});
