import { expect, it } from "vitest";
import type { Personal } from "../api/types";
import { beginningOf, sayBeginning, sayErased, sayField, sayFields } from "./erasing";

const recorded = "2027-03-03T09:00:00Z";

it.each([
  [{ by: "Lead, Ashton Park", why: "mistake" }, "Erased on 3 March 2027 by Lead, Ashton Park: it should not have been written down"],
  [{ by: "Deputy", on_behalf_of: "Head, Ashton Park", why: "asked" }, "Erased on 3 March 2027 by Deputy, for Head, Ashton Park: the person it is about asked for it"],
  [{ by: { erased: true } as Personal, why: "mistake" }, "Erased on 3 March 2027 by Somebody whose name was erased: it should not have been written down"],
  [{ why: "kept_enough" }, "Erased on 3 March 2027: it was kept long enough"],
  [{}, "Erased on 3 March 2027"],
] as const)("says by whom and why as far as the reader is told: %j", (part, said) => {
  expect(sayErased({ recorded, ...part })).toBe(said);
});

it("takes the day in London", () => {
  expect(sayErased({ recorded: "2027-07-03T23:30:00Z" })).toBe("Erased on 4 July 2027");
});

it("has plain names for fields, and something for those it does not know", () => {
  expect(sayField("even_better_if")).toBe("even better if");
  expect(sayField("evidence")).toBe("what shows it");
  expect(sayField("next_steps")).toBe("next steps");
  expect(sayFields(["note", "evidence"])).toBe("the note; what shows it");
});

it("shows the beginning of a text, cut between words", () => {
  expect(beginningOf("  Robin reads\n\nwell ")).toBe("“Robin reads well”");
  const seventy = `${"a".repeat(60)} ${"b".repeat(9)}`;
  expect(beginningOf(seventy)).toBe(`“${seventy}”`);
  expect(beginningOf(`${seventy}b`)).toBe(`“${"a".repeat(60)} …”`);
  expect(beginningOf(`${seventy} c`)).toBe(`“${seventy} …”`);
  expect(beginningOf("x".repeat(90))).toBe(`“${"x".repeat(70)} …”`);
});

it("says where whoever may erase words may not read them", () => {
  expect(sayBeginning({ event: { strengths: "Warm" } }, "strengths")).toBe("“Warm”");
  expect(sayBeginning({ event: {} }, "strengths")).toBe("words that you may not read yourself");
  expect(sayBeginning({}, "strengths")).toBe("words that you may not read yourself");
});
