import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import type { VisitSummary } from "../../api/types";
import { names } from "../../stores/names.svelte";
import VisitLines from "./VisitLines.svelte";

names.learn([{ school: "100001", name: "Ashton Park" }, { school: "100002", name: "Glory Farm" }]);
afterEach(cleanup);

const visit = (part: Partial<VisitSummary>): VisitSummary => ({
  id: "vis_1", guest: "100001", host: "100002", network: "net_1", theme: "equity", stage: "held", day: "2026-03-09", return_stage: "none", practices: 0,
  version: 1, position: 1, changed: "2026-03-09T09:00:00Z", ...part,
});
const next = () => screen.getByRole("listitem").querySelector(".lines__next")?.textContent;

it("says of a visit that was held how much was taken over from it", () => {
  render(VisitLines, { rows: [visit({ practices: 2 })] });
  expect(next()).toBe("equity · Monday 9 March 2026 · 2 practices taken over");
});

it("does not speak of practices where there are none", () => {
  render(VisitLines, { rows: [visit({})] });
  expect(next()).toBe("equity · Monday 9 March 2026");
});
