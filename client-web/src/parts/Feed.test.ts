import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import { names } from "../stores/names.svelte";
import { entry } from "../testing/views";
import Feed from "./Feed.svelte";

names.learn([{ school: "100001", name: "Ashton Park" }, { school: "100002", name: "Glory Farm" }]);
afterEach(cleanup);

const lines = () => screen.queryAllByRole("listitem").length;

it("says each event in a sentence that leads to it", () => {
  render(Feed, { entries: [{ ...entry(1), visit: "vis_1" }] });
  expect(screen.getByRole("link", { name: "Glory Farm asked to visit Ashton Park" }).getAttribute("href")).toBe("/visits/vis_1");
});

it("holds new lines back while something in it has the focus", async () => {
  const { rerender } = render(Feed, { entries: [{ ...entry(1), visit: "vis_1" }] });
  await fireEvent.focusIn(screen.getByRole("link"));
  await rerender({ entries: [entry(3), entry(2), { ...entry(1), visit: "vis_1" }] });
  expect(lines()).toBe(1);
  await fireEvent.click(screen.getByRole("button", { name: "2 new – show" }));
  expect(lines()).toBe(3);
});

it("shows them by itself when the focus leaves", async () => {
  const { rerender } = render(Feed, { entries: [{ ...entry(1), visit: "vis_1" }] });
  const link = screen.getByRole("link");
  await fireEvent.focusIn(link);
  await rerender({ entries: [entry(2), { ...entry(1), visit: "vis_1" }] });
  expect(lines()).toBe(1);
  await fireEvent.focusOut(link);
  expect(lines()).toBe(2);
});

it("says what will appear where nothing has happened", () => {
  render(Feed, { entries: [] });
  expect(screen.getByText(/As soon as a school asks/)).toBeTruthy();
});
