import { expect, it } from "vitest";
import type { HistoryEvent } from "../api/types";
import { eraseWords } from "./erase_words";

const report: { may_redact: string[]; event: HistoryEvent } = { may_redact: ["strengths", "even_better_if"], event: { strengths: "Robin reads well", even_better_if: "Less noise" } };
const reflection = { may_redact: ["reflection"], event: { reflection: "Robin was shy" } };

it("asks which where there are several, each with its name and its beginning", () => {
  const action = eraseWords(report);
  expect(action.asks.map(({ as, name }) => `${as} ${name}`)).toEqual(["ticks words", "choice why", "text note"]);
  expect(action.asks[0]).toMatchObject({
    choices: [{ value: "strengths", text: "Strengths", hint: "“Robin reads well”" }, { value: "even_better_if", text: "Even better if", hint: "“Less noise”" }],
  });
  expect(action.lead).toBeUndefined();
});

it("says which where there is one, and asks only why", () => {
  const action = eraseWords(reflection);
  expect(action.lead).toBe("What is erased: the reflection, “Robin was shy”");
  expect(action.asks.map(({ name }) => name)).toEqual(["why", "note"]);
});

it("has the three reasons, and says what cannot be undone and who reads the note", () => {
  const { asks, warning } = eraseWords(reflection);
  expect(asks[0]).toMatchObject({
    choices: [
      { value: "asked", text: "The person it is about asked for it" },
      { value: "kept_enough", text: "It was kept long enough" },
      { value: "mistake", text: "It should not have been written down" },
    ],
  });
  expect(asks[1]?.hint).toMatch(/^Only coordinators can read this/);
  expect(warning).toMatch(/gone for good, from the past too.*The event itself stays\.$/);
});

it("needs words and a reason", () => {
  expect(eraseWords(report).check({ words: "", why: "", note: "" }).map(({ field }) => field)).toEqual(["words", "why"]);
  expect(eraseWords(report).check({ words: "note", why: "asked" }).map(({ field }) => field)).toEqual(["words"]);
  expect(eraseWords(report).check({ words: "strengths", why: "asked" })).toEqual([]);
  expect(eraseWords(reflection).check({ why: "" }).map(({ field }) => field)).toEqual(["why"]);
  expect(eraseWords(reflection).check({ why: "mistake" })).toEqual([]);
});

it("sends the words that were ticked, or the only ones; a note where there is one", () => {
  expect(eraseWords(report).body({ words: "even_better_if", why: "asked", note: " By letter. " })).toEqual({ words: ["even_better_if"], why: "asked", note: "By letter." });
  expect(eraseWords(reflection).body({ why: "mistake", note: "" })).toEqual({ words: ["reflection"], why: "mistake" });
});
