import { describe, expect, it } from "vitest";
import type { CalendarEntry } from "../../../api/types";
import type { Band } from "./bands";
import { calendarRows } from "./file";
import { sayBand, sayBesides, sayEntry, sayShown } from "./words";
import { stepFrom } from "./walking";

const nameOf = (urn: string) => ({ A: "Ashton Park", C: "Cooper", G: "Glory Farm" })[urn] ?? `School ${urn}`;
const entry = (part: Partial<CalendarEntry>): CalendarEntry => ({ day: "2026-10-14", proposed: false, took_place: false, schools: ["A", "C"], ...part });
const visit = entry({ visit: "vis_1", theme: "equity" });
const meeting = entry({ meeting: "mee_1", schools: ["G"] });

describe("an entry", () => {
  it("says who does what where, and whether it took place", () => {
    expect(sayEntry(visit, nameOf)).toBe("Cooper visits Ashton Park");
    expect(sayEntry({ ...visit, took_place: true }, nameOf)).toBe("Cooper visited Ashton Park");
    expect(sayEntry(entry({ review: "rev_1" }), nameOf)).toBe("Cooper reviews Ashton Park");
    expect(sayEntry(meeting, nameOf)).toBe("Meeting at Glory Farm");
    expect(sayEntry({ ...meeting, took_place: true }, nameOf)).toBe("Met at Glory Farm");
    expect(sayEntry({ ...meeting, proposed: true }, nameOf)).toBe("Proposed: meeting at Glory Farm");
  });
  it("says what it is about, and that nobody has written down whether it took place", () => {
    const besides = (part: Partial<CalendarEntry>, today: string) => sayBesides({ ...visit, ...part }, today, (code) => code.toUpperCase());
    expect(besides({}, "2026-10-14")).toBe("EQUITY");
    expect(besides({}, "2026-10-15")).toBe("EQUITY · still to be written down");
    expect(besides({ took_place: true }, "2026-10-15")).toBe("EQUITY");
    expect(sayBesides({ ...meeting, proposed: true }, "2026-10-15", nameOf)).toBe("");
  });
});

describe("a band", () => {
  const band = (part: Partial<Band>): Band => ({ closed: "holiday", first: "2026-10-26", last: "2026-10-30", names: ["half-term"], schools: ["A", "C", "G"], ...part });
  it("counts and names the schools that are closed", () => {
    expect(sayBand(band({}), 6, nameOf)).toBe("3 schools on holiday (half-term): Ashton Park, Cooper and Glory Farm");
    expect(sayBand(band({}), 3, nameOf)).toBe("All 3 schools on holiday (half-term)");
    expect(sayBand(band({ schools: ["A"], closed: "blocked", names: ["test week"] }), 6, nameOf)).toBe("Ashton Park without visits and reviews (test week)");
  });
  it("leaves out names that say nothing, or are too many", () => {
    expect(sayBand(band({ schools: ["A"], closed: "inset", names: ["INSET day"] }), 6, nameOf)).toBe("Ashton Park with an INSET day");
    expect(sayBand(band({ names: ["a", "b", "c"] }), 3, nameOf)).toBe("All 3 schools on holiday");
  });
});

it("the sentence counts a review of three days once, and proposed days apart", () => {
  const days = ["2026-10-14", "2026-10-15", "2026-10-16"];
  const entries = [visit, ...days.map((day) => entry({ day, review: "rev_1" })), meeting, ...days.map((day) => ({ ...meeting, day, meeting: "mee_2", proposed: true }))];
  expect(sayShown(entries)).toBe("1 visit, 1 review and 1 meeting; 3 days are proposed for meetings.");
  expect(sayShown([])).toBe("No visit, review or meeting has a day here yet.");
});

it("the file has a line for all that is shown, in the order of days", () => {
  const closed = [{ first: "2026-10-05", last: "2026-10-06", closed: "inset" as const, name: "INSET day", schools: ["A", "C"] }];
  const shown = { from: "2026-10-01", to: "2026-10-31", complete: true, entries: [visit], closed, holidays: [{ day: "2026-10-30", name: "A holiday" }] };
  expect(calendarRows(shown, { school: nameOf, theme: (code) => code.toUpperCase() }).slice(1)).toEqual([
    ["2026-10-05", "2026-10-06", "inset", "", "INSET day", "A; C", "Ashton Park; Cooper", ""],
    ["2026-10-14", "2026-10-14", "visit", "planned", "EQUITY", "A; C", "Ashton Park; Cooper", "vis_1"],
    ["2026-10-30", "2026-10-30", "bank-holiday", "", "A holiday", "", "", ""],
  ]);
});

it("arrows walk to the next entry, and to the same weekday of another week", () => {
  const days = ["2026-10-06", "2026-10-14", "2026-10-14", "2026-10-20", "2026-10-28"].map((day) => ({ day }));
  expect([stepFrom(days, 1, "ArrowRight"), stepFrom(days, 1, "ArrowLeft"), stepFrom(days, 1, "Home"), stepFrom(days, 1, "End")]).toEqual([2, 0, 0, 4]);
  expect([stepFrom(days, 1, "ArrowDown"), stepFrom(days, 3, "ArrowUp")]).toEqual([4, 0]);
  expect([stepFrom(days, 0, "ArrowLeft"), stepFrom(days, 4, "ArrowRight"), stepFrom(days, 4, "ArrowDown"), stepFrom(days, 1, "x")]).toEqual(Array(4).fill(undefined));
});
