import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import { router } from "../router/router.svelte";
import Visits from "../routes/visits/Visits.svelte";
import { names } from "../stores/names.svelte";

names.learn([{ school: "100001", name: "Ashton Park" }]);

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
