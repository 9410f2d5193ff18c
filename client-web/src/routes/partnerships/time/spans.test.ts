import { describe, expect, it } from "vitest";
import { partnership } from "../../../testing/partnerships";
import { axisOf } from "./axis";
import { monthsBetween, pairings, spanOf } from "./spans";
import { saySpan, sayTime, sayUndrawn, shortDay } from "./words";

const today = "2026-03-09";
const span = (part: Parameters<typeof partnership>[1], id = "par_1") => spanOf(partnership(id, part), today)!;
const active = (began_on: string) => span({ stage: "active", proposed_on: undefined, began_on });

describe("a stretch", () => {
  it("goes from the proposal to today while it is not over", () => {
    expect(span({ stage: "active", proposed_on: "2025-09-04", began_on: "2025-09-16" })).toMatchObject({ from: "2025-09-04", began: "2025-09-16", until: today, over: false });
    expect(span({ stage: "paused", proposed_on: "2025-09-04", began_on: "2025-09-16" })).toMatchObject({ until: today, over: false });
  });
  it.each(["ended", "declined", "withdrawn"] as const)("ends where it was %s", (stage) => {
    expect(span({ stage, proposed_on: "2025-09-04", ended_on: "2026-01-12" })).toMatchObject({ until: "2026-01-12", over: true });
  });
  it("of earlier times begins where it began", () => {
    expect(span({ stage: "active", proposed_on: undefined, began_on: "2019-09-02", attested: true })).toMatchObject({ from: "2019-09-02", began: "2019-09-02" });
  });
  it("is none where no day is known, and never ends before it began", () => {
    expect(spanOf(partnership("par_1", { proposed_on: undefined }), today)).toBeUndefined();
    expect(span({ stage: "ended", proposed_on: "2025-09-04", ended_on: "2025-01-01" }).until).toBe("2025-09-04");
    expect(span({ stage: "ended", proposed_on: "2025-09-04", ended_on: undefined }).until).toBe("2025-09-04");
  });
});

it("pairs stand in the order of names, whoever proposed; of a pair the earlier first", () => {
  const nameOf = (urn: string) => ({ 1: "Zed", 2: "Ash", 3: "Oak", 4: "Elm" })[urn] ?? "";
  const spans = [
    span({ school: "2", partner: "1", proposed_on: "2025-01-01" }, "a"),
    span({ school: "3", partner: "2", proposed_on: "2025-03-01" }, "b"),
    span({ school: "2", partner: "3", proposed_on: "2025-02-01" }, "c"),
    span({ school: "2", partner: "4", proposed_on: "2025-02-01" }, "d"),
  ];
  expect(pairings(spans, nameOf).map(({ schools, spans: own }) => [schools.map(nameOf).join("+"), own.map((each) => each.partnership.id).join()])).toEqual([
    ["Ash+Elm", "d"],
    ["Ash+Oak", "c,b"],
    ["Ash+Zed", "a"],
  ]);
});

it.each([
  ["2025-03-15", "2025-04-14", 0],
  ["2025-03-15", "2025-04-15", 1],
  ["2024-12-31", "2025-01-01", 0],
  ["2024-11-18", "2026-01-20", 14],
  ["2026-01-01", "2025-01-01", 0],
])("from %s to %s are %i whole months", (from, until, months) => expect(monthsBetween(from, until)).toBe(months));

describe("the axis", () => {
  const axis = axisOf([active("2024-08-31"), active("2025-09-01")], today);
  it("begins with the school year of the first and ends today", () => {
    expect(axis.from).toBe("2023-09-01");
    expect(axis.until).toBe(today);
    expect([axis.at("2023-09-01"), axis.at(today)]).toEqual([0, 1]);
  });
  it("marks each school year at 1 September", () => {
    expect(axis.years).toEqual([
      { label: "2023/24", day: "2023-09-01" },
      { label: "2024/25", day: "2024-09-01" },
      { label: "2025/26", day: "2025-09-01" },
    ]);
    expect(axisOf([active("1999-09-01")], "2000-01-01").years[0]?.label).toBe("1999/00");
  });
  it("has a length on its first day", () => {
    expect(axisOf([active("2026-09-01")], "2026-09-01").at("2026-09-01")).toBe(0);
  });
});

describe("in words", () => {
  it("how many there are, and how long the longest has lasted, without naming anybody", () => {
    expect(sayTime([active("2025-01-05"), active("2025-12-01"), span({ stage: "proposed" }), span({ stage: "ended" }), span({ stage: "ended" })])).toBe(
      "2 partnerships are active; the longest has lasted 14 months. Besides, 1 proposed and 2 ended.",
    );
    expect(sayTime([active("2026-03-01")])).toBe("1 partnership is active; it has lasted less than a month.");
    expect(sayTime([span({ stage: "withdrawn" })])).toBe("No partnership is active. Besides, 1 withdrawn.");
    expect(sayTime([])).toBe("No partnership yet.");
  });
  it("what one bar is", () => {
    expect(saySpan(span({ stage: "active", began_on: "2025-01-05", activities: 1 }))).toBe("Active, 14 months, 1 activity");
    expect(saySpan(span({ stage: "proposed", proposed_on: "2026-01-05" }))).toBe("Proposed, 2 months ago");
    expect(saySpan(span({ stage: "declined", ended_on: "2026-03-01" }))).toBe("Declined");
    expect(sayUndrawn(2)).toBe("2 partnerships whose days are not known are in the list, not here.");
    expect(shortDay("2025-11-04")).toBe("4 Nov 2025");
  });
});
