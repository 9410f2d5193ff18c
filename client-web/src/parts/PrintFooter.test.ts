import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import PrintFooter from "./PrintFooter.svelte";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T09:00:00Z") });
  history.replaceState(null, "", "/visits/vis_1");
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ size: 12, root: "ab12" }))));
});
afterEach(() => {
  cleanup();
  history.replaceState(null, "", "/");
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("says where it was, what it held and when it was so", async () => {
  render(PrintFooter, { position: 1234, at: Date.parse("2026-03-09T08:30:00Z") });
  window.dispatchEvent(new Event("beforeprint"));
  expect(await screen.findByText(/\/visits\/vis_1 · position 1,234 · root ab12 · Monday 9 March 2026, 08:30 UK time$/)).toBeTruthy();
});

it("where the page knows neither, it says when it was printed, not when it was opened", async () => {
  render(PrintFooter);
  vi.setSystemTime(new Date("2026-03-09T09:45:00Z"));
  window.dispatchEvent(new Event("beforeprint"));
  expect(await screen.findByText(/\/visits\/vis_1 · root ab12 · printed on Monday 9 March 2026, 09:45 UK time$/)).toBeTruthy();
});
