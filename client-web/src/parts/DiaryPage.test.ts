import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import { router } from "../router/router.svelte";
import Visits from "../routes/visits/Visits.svelte";
import { names } from "../stores/names.svelte";
import { hanging } from "../testing/views";

names.learn([{ school: "100001", name: "Ashton Park" }, { school: "100003", name: "Oak Hill" }]);

afterEach(() => {
  cleanup();
  history.replaceState(null, "", "/");
  router.search = "";
  vi.unstubAllGlobals();
});

it.each([
  ["?of=100001&open=yes", {}, "Ashton Park · Still to take place"],
  ["?of=all", {}, "Everybody’s"],
  ["?of=100001&open=no", { next: "2" }, "Ashton Park · Took place, declined or cancelled · a part of the list"],
])("on paper, where the filters are not seen, it says what was asked: %s", async (search, more, words) => {
  history.replaceState(null, "", `/visits${search}`);
  [router.path, router.search] = ["/visits", search];
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ items: [], ...more }))));
  render(Visits);
  expect((await screen.findByText(words, { selector: "p" })).className).toContain("print-only");
});

it("lists what was known at a moment of the past, asks for nothing new, and leads on within it", async () => {
  const asked: string[] = [];
  history.replaceState(null, "", "/visits?of=all&at=2026-03-12");
  [router.path, router.search] = ["/visits", "?of=all&at=2026-03-12"];
  const row = { ...hanging().visits[0], id: "vis_9" };
  vi.stubGlobal("fetch", (url: string) => (asked.push(url), Promise.resolve(new Response(JSON.stringify({ items: [row] })))));
  render(Visits);
  await screen.findByText("As it was known at the end of Thursday 12 March 2026");
  expect((await screen.findByRole("listitem")).querySelector("a")?.getAttribute("href")).toBe("/visits/vis_9?at=2026-03-12");
  expect(asked[0]).toBe("/api/v1/visits?at=2026-03-12&limit=25");
  expect(screen.queryByText("Ask for a visit")).toBeNull();
  await fireEvent.click(screen.getByRole("button", { name: "Back to now" }));
  expect(location.search).toBe("?of=all");
});

it("says what is wrong with a moment that is none", async () => {
  history.replaceState(null, "", "/visits?of=all&at=banana");
  [router.path, router.search] = ["/visits", "?of=all&at=banana"];
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ title: "No" }), { status: 400 })));
  render(Visits);
  await screen.findByRole("heading", { name: "The address asks for no moment that there is" });
  screen.getByRole("button", { name: "Back to now" });
});
