import { expect, it } from "vitest";
import { paceOf, sayPace, speeds } from "./pace";

it("is an event a second at 1×", () => {
  expect(paceOf(1)).toEqual({ events: 1, every_ms: 1000 });
  expect(paceOf(0.25)).toEqual({ events: 1, every_ms: 4000 });
  expect(sayPace(0.25)).toBe("1 event in 4 seconds");
  expect(sayPace(1)).toBe("1 event a second");
});

it("shows no more than four pictures a second, however fast it is", () => {
  for (const speed of speeds) {
    const { events, every_ms } = paceOf(speed);
    expect(every_ms).toBeGreaterThanOrEqual(250);
    expect((1000 * events) / every_ms, "events a second").toBe(speed);
    expect(events % 1).toBe(0);
  }
  expect(paceOf(64)).toEqual({ events: 16, every_ms: 250 });
});
