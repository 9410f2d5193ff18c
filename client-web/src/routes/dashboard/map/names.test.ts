import { expect, it } from "vitest";
import { boxOf, hasRoom, place } from "./names";

const size = { width: 400, height: 300 };
const wanted = (key: string, x: number, y: number) => ({ key, text: "Oak Hill School", x, y });
const overlap = (one: ReturnType<typeof boxOf>, other: ReturnType<typeof boxOf>) => !hasRoom(one, [other], { width: 1e6, height: 1e6 });

it("puts a name beside its point", () => {
  expect(place([wanted("a", 100, 100)], 15, [], size)).toEqual([{ key: "a", text: "Oak Hill School", x: 115, y: 105, anchor: "start" }]);
});

it("turns a name round at the edge", () => {
  expect(place([wanted("a", 390, 100)], 15, [], size)[0]?.anchor).toBe("end");
  expect(place([wanted("a", -200, 100)], 15, [], size)).toEqual([]);
});

it("never puts one name on another, and leaves out what has no room; the first has the first choice", () => {
  const close = ["a", "b", "c", "d", "e", "f"].map((key, index) => wanted(key, 200, 150 + index));
  const placed = place(close, 15, [], size);
  expect(placed[0]?.key).toBe("a");
  expect(placed.length).toBeGreaterThanOrEqual(2);
  expect(placed.length).toBeLessThan(6);
  for (const [index, one] of placed.entries())
    for (const other of placed.slice(index + 1)) expect(overlap(boxOf(one), boxOf(other)), `${one.key} on ${other.key}`).toBe(false);
});

it("keeps off what is taken", () => {
  const everywhere = { left: 0, top: 0, right: 400, bottom: 300 };
  expect(place([wanted("a", 100, 100)], 15, [everywhere], size)).toEqual([]);
});
