import { expect, it } from "vitest";
import { faultOf, presetOf, presetsOn, schoolYearOf, windowIn, windowQuery } from "./window";

const windows = (today: string) => Object.fromEntries(presetsOn(today).map(({ key, window }) => [key, window]));

it("a school year runs from 1 August to 31 July", () => {
  expect([schoolYearOf("2026-07-31"), schoolYearOf("2026-08-01"), schoolYearOf("2027-01-05")]).toEqual([2025, 2026, 2026]);
});

it("offers this school year up to today, all of the last, and the server's own three years", () => {
  expect(windows("2026-03-09")).toEqual({ three: {}, this: { from: "2025-08-01", to: "2026-03-09" }, last: { from: "2024-08-01", to: "2025-07-31" } });
});

it("knows a preset again, and what is the reader's own", () => {
  const presets = presetsOn("2026-03-09");
  expect(presetOf({}, presets)?.key).toBe("three");
  expect(presetOf({ from: "2025-08-01", to: "2026-03-09" }, presets)?.key).toBe("this");
  expect(presetOf({ from: "2025-08-01", to: "2026-03-08" }, presets)).toBeUndefined();
});

it("takes from the address only what is a time", () => {
  const read = (text: string) => windowIn(new URLSearchParams(text));
  expect(read("from=2026-01-01&to=2026-02-01")).toEqual({ from: "2026-01-01", to: "2026-02-01" });
  for (const text of ["", "from=2026-01-01", "from=2026-02-30&to=2026-03-01", "from=2026-03-01&to=2026-02-01"]) expect(read(text)).toEqual({});
});

it("says what is wrong with two days", () => {
  expect(faultOf("2026-03-01", "")).toBe("Enter the first and the last day");
  expect(faultOf("2026-03-02", "2026-03-01")).toBe("The last day must not be before the first");
  expect(faultOf("2026-03-01", "2026-03-01")).toBe("");
});

it("goes on to another page", () => {
  expect(windowQuery({ from: "2026-01-01", to: "2026-02-01" })).toBe("?from=2026-01-01&to=2026-02-01");
  expect(windowQuery({})).toBe("");
});
