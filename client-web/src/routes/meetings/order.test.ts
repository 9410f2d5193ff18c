import { expect, it } from "vitest";
import { meeting } from "../../testing/views";
import { lastHeld, openFirst, toCome } from "./order";

const rows = [
  meeting("asked"),
  meeting("held", { stage: "held", day: "2026-03-02" }),
  meeting("cancelled", { stage: "cancelled", day: "2026-03-04" }),
  meeting("later", { stage: "settled", day: "2026-03-20" }),
  meeting("sooner", { stage: "settled", day: "2026-03-12" }),
  meeting("held last", { stage: "held", day: "2026-03-06" }),
];
const ids = (meetings: { id: string }[]) => meetings.map(({ id }) => id);

it("what is still to take place stands first, else as it came", () => {
  expect(ids(openFirst(rows))).toEqual(["asked", "later", "sooner", "held", "cancelled", "held last"]);
});
it("what is to come stands by its day, what has none after it", () => {
  expect(ids(toCome(rows))).toEqual(["sooner", "later", "asked"]);
});
it("of those that were held the latest stands first", () => {
  expect(ids(lastHeld(rows))).toEqual(["held last", "held"]);
});
