import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import Home from "./Home.svelte";

afterEach(() => {
  cleanup();
  session.person = null;
  vi.unstubAllGlobals();
});

it.each([["administrator", "", 1], ["coordinator", "net_1", 0]] as const)("leads %s%s to whether the pages agree with the record: %i", async (role, place, times) => {
  session.person = person("per_1", "Somebody", [[role, place]]);
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ items: [] }))));
  render(Home);
  await screen.findByRole("link", { name: "Enter many at once, from a spreadsheet" });
  const links = screen.queryAllByRole("link", { name: "Check whether the pages agree with the record" });
  expect(links.map((link) => link.getAttribute("href"))).toEqual(Array(times).fill("/record"));
});
