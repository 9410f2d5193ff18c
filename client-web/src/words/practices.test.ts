import { expect, it } from "vitest";
import { inUse, sayTakenOver } from "./practices";

it("says how many practices were taken over, where there are any", () => {
  expect(sayTakenOver(2)).toBe("2 practices taken over");
  expect(sayTakenOver(1)).toBe("1 practice taken over");
  expect(sayTakenOver(0)).toBe("");
});

it("says what became of one", () => {
  expect(Object.values(inUse)).toEqual(["In use as seen", "In use, changed", "Given up"]);
});
