import { describe, expect, it } from "vitest";
import { canBeCloser, closer, frameFor, kilometres, roundLength, within } from "./frame";

const size = { width: 700, height: 500 };
const bristol = { easting: 350_000, northing: 170_000 };
const north = { easting: 350_000, northing: 270_000 };

describe("the frame", () => {
  const frame = frameFor([bristol, north], size);

  it("holds every school with a margin, north up, at one scale", () => {
    expect(frame.y(north.northing)).toBeLessThan(frame.y(bristol.northing));
    expect(frame.y(north.northing)).toBeGreaterThanOrEqual(59);
    expect(frame.y(bristol.northing)).toBeLessThanOrEqual(441);
    const [east, up] = [frame.x(351_000) - frame.x(350_000), frame.y(270_000) - frame.y(271_000)];
    expect(east).toBeCloseTo(up);
  });
  it("shows something round a single school", () => {
    const alone = frameFor([bristol], size);
    expect(alone.x(bristol.easting)).toBe(350);
    expect(alone.east - alone.west).toBeCloseTo(4000);
  });
  it("fits a narrow screen", () => {
    const narrow = frameFor([{ easting: 200_000, northing: 100_000 }, { easting: 600_000, northing: 100_000 }], { width: 280, height: 280 });
    expect(narrow.x(200_000)).toBeGreaterThanOrEqual(34);
    expect(narrow.x(600_000)).toBeLessThanOrEqual(246);
  });
  it("goes closer round a school by halves, and no closer than makes sense", () => {
    const near = closer(frame, 2, north);
    expect(near.metres).toBeCloseTo(frame.metres / 4);
    expect([near.x(north.easting), near.y(north.northing)]).toEqual([350, 250]);
    expect(within(near, bristol)).toBe(false);
    expect(within(near, north)).toBe(true);
    expect(closer(frame, 0, north)).toBe(frame);
    expect(canBeCloser(frame)).toBe(true);
    expect(canBeCloser(closer(frame, 12))).toBe(false);
    expect(closer(frame, 12).metres).toBe(4);
  });
});

it("distances are in kilometres", () => {
  expect(kilometres(bristol, north)).toBe(100);
  expect(kilometres({ easting: 0, northing: 0 }, { easting: 300, northing: 400 })).toBe(0.5);
});

it.each([
  [1, 175, { pixels: 100, words: "100 m" }],
  [30, 175, { pixels: 5000 / 30, words: "5 km" }],
  [100, 110, { pixels: 100, words: "10 km" }],
  [1000, 170, { pixels: 100, words: "100 km" }],
])("at %i metres a pixel the bar of at most %i pixels has a round length", (metres, pixels, bar) => {
  expect(roundLength({ ...frameFor([bristol], size), metres }, pixels)).toEqual(bar);
});
