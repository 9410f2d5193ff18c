import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import type { VisitSummary } from "../../api/types";
import { names } from "../../stores/names.svelte";
import VisitLines from "./VisitLines.svelte";

names.learn([{ school: "100001", name: "Ashton Park" }, { school: "100002", name: "Glory Farm" }]);
afterEach(cleanup);

const visit = (part: Partial<VisitSummary>): VisitSummary => ({
  id: "vis_1", guest: "100001", host: "100002", network: "net_1", theme: "equity", stage: "held", day: "2026-03-09", return_stage: "none", practices: 0,
  attested: false, version: 1, position: 1, changed: "2026-03-09T09:00:00Z", ...part,
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

it("says in a word of what is of earlier times that it was entered afterwards", () => {
  render(VisitLines, { rows: [visit({ attested: true }), visit({ id: "vis_2" })] });
  const marks = screen.getAllByText("Entered afterwards");
  expect(marks.map((mark) => mark.getAttribute("title"))).toEqual(["From before the network used Commonweal: entered afterwards, on somebody’s word."]);
  expect(marks[0]?.closest("li")?.querySelector("a")?.getAttribute("href")).toBe("/visits/vis_1");
});
