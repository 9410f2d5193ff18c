import { expect, it } from "vitest";
import type { ClosedSpan } from "../../../api/types";
import { bandsOf, cellsOf, lanesOf } from "./bands";

const week = ["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30"];
const whole = [...week, "2026-10-31", null];
const span = (first: string, last: string, schools: string[], part: Partial<ClosedSpan> = {}): ClosedSpan => ({
  first, last, closed: "holiday", name: "half-term", schools, ...part,
});
const drawn = (spans: ClosedSpan[]) => bandsOf(week, spans).map(({ first, last, schools }) => `${first.slice(8)}-${last.slice(8)} ${schools.join()}`);

it("schools that are closed on the same days of the week are one band, whenever that began", () => {
  const spans = [span("2026-10-24", "2026-11-01", ["1", "2"]), span("2026-10-19", "2026-10-30", ["3"], { name: "autumn break" })];
  expect(drawn(spans)).toEqual(["26-30 1,2,3"]);
  expect(bandsOf(week, spans)[0]?.names).toEqual(["half-term", "autumn break"]);
});

it("other days, or another kind, are another band; a weekend is none", () => {
  expect(drawn([span("2026-10-28", "2026-10-28", ["1"]), span("2026-10-26", "2026-10-27", ["2"])])).toEqual(["26-27 2", "28-28 1"]);
  expect(drawn([span("2026-10-26", "2026-10-26", ["1"]), span("2026-10-26", "2026-10-26", ["2"], { closed: "inset" })])).toEqual(["26-26 1", "26-26 2"]);
  expect(drawn([span("2026-10-31", "2026-11-01", ["1"]), span("2026-10-19", "2026-10-25", ["2"])])).toEqual([]);
});

it("bands stand beside one another where they do not meet", () => {
  const bands = bandsOf(week, [span("2026-10-26", "2026-10-27", ["1"]), span("2026-10-27", "2026-10-29", ["2"]), span("2026-10-28", "2026-10-28", ["3"])]);
  expect(lanesOf(bands).map((lane) => lane.map(({ schools }) => schools.join()))).toEqual([["1", "3"], ["2"]]);
});

it("a lane is cells that fill the week", () => {
  const columns = (spans: ClosedSpan[]) => cellsOf(whole, lanesOf(bandsOf(week, spans))[0] ?? []).map(({ columns, band }) => (band ? `[${columns}]` : String(columns)));
  expect(columns([span("2026-10-27", "2026-10-27", ["1"]), span("2026-10-29", "2026-10-30", ["2"])])).toEqual(["1", "[1]", "1", "[2]", "2"]);
  expect(columns([span("2026-10-26", "2026-10-30", ["1"])])).toEqual(["[5]", "2"]);
});
