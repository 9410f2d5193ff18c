import { expect, it } from "vitest";
import { free, readTicks, withTick, writeTicks, type Tick } from "./ticks";

const tick = (value: string, blocked?: string): Tick => ({ value, text: value, href: "/", ...(blocked ? { blocked } : {}) });
const choices = [tick("vis_1"), tick("vis_2"), tick("vis_3", "Of another network")];

it("ticks and unticks one thing, and leaves the others", () => {
  const two = withTick(withTick("", "vis_1", true), "vis_2", true);
  expect(readTicks(two, choices)).toEqual(["vis_1", "vis_2"]);
  expect(withTick(two, "vis_1", true)).toBe("vis_2 vis_1");
  expect(withTick(two, "vis_1", false)).toBe("vis_2");
  expect(withTick("", "vis_1", false)).toBe("");
});

it("has neither what cannot be chosen nor what a draft had of before", () => {
  expect(readTicks("vis_9 vis_3 vis_1", choices)).toEqual(["vis_1"]);
  expect(writeTicks(free(choices))).toBe("vis_1 vis_2");
});
