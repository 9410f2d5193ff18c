import { expect, it } from "vitest";
import { sayTime } from "./past";

it("says since when two schools work together, and until when they did", () => {
  expect(sayTime({ stage: "proposed", proposed_on: "2026-03-02" })).toBe("Proposed on Monday 2 March 2026");
  expect(sayTime({ stage: "active", proposed_on: "2026-03-02", began_on: "2026-03-09" })).toBe("Since Monday 9 March 2026");
  expect(sayTime({ stage: "ended", began_on: "2026-03-02", ended_on: "2026-03-09" })).toBe("From Monday 2 March 2026 to Monday 9 March 2026");
  expect(sayTime({ stage: "declined", proposed_on: "2026-03-02", ended_on: "2026-03-09" })).toBe("On Monday 9 March 2026");
  expect(sayTime({ stage: "active" })).toBe("");
  expect(sayTime({ stage: "ended", began_on: "2026-03-02" })).toBe("");
});
