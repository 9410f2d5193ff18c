import { expect, it } from "vitest";
import { seeded } from "../../../testing/views";
import { spread } from "./spread";

const far = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

it("sets two at one place side by side, their middle where they are", () => {
  const [a, b] = spread([{ x: 50, y: 40 }, { x: 50, y: 40 }], 20);
  expect(far(a!, b!)).toBeCloseTo(20, 1);
  expect((a!.x + b!.x) / 2).toBeCloseTo(50);
  expect(a!.y).toBeCloseTo(b!.y);
});

it("leaves those alone that do not touch", () => {
  const points = [{ x: 0, y: 0 }, { x: 20, y: 0 }, { x: -31, y: 7 }];
  expect(spread(points, 20)).toEqual(points);
});

it("parts a heap of whatever shape, the same way each time", () => {
  const random = seeded(7);
  const heap = Array.from({ length: 12 }, () => ({ x: 100 + 10 * random(), y: 100 + 10 * random() }));
  const parted = spread(heap, 12);
  for (const [index, one] of parted.entries()) for (const other of parted.slice(index + 1)) expect(far(one, other), "seed 7").toBeGreaterThan(11);
  expect(spread(heap, 12)).toEqual(parted);
});

it("takes two thousand", () => {
  const random = seeded(8);
  const many = Array.from({ length: 2000 }, () => ({ x: 700 * random(), y: 500 * random() }));
  const parted = spread(many, 5);
  expect(parted).toHaveLength(2000);
  const most = Math.max(...parted.map((point, index) => far(point, many[index]!)));
  expect(most, "seed 8").toBeLessThan(40);
});
