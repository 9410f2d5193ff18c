import { describe, expect, it } from "vitest";
import type { YearOfSchool } from "../api/types";
import { dayOf, sayNoSchool, sayOpenDays, sayRows, sayWhose } from "./term_dates";

const year = (part: Partial<YearOfSchool>): YearOfSchool => ({ year: 2026, provisional: false, terms: [], closed: [], open_days: 190, ...part });
const nameOf = (urn: string) => (urn === "145398" ? "Ashton Park" : `School ${urn}`);

describe("a school’s year", () => {
  it("says whose its terms are, and whether they may change", () => {
    const calendars = [{ of: "authority", name: "Bristol" }, { of: "school", name: "Ashton Park" }] as const;
    expect(sayWhose(year({ of: "authority", provisional: true }), [...calendars])).toBe(
      "The terms are those of the local authority (Bristol) and provisional: they may still change.",
    );
    expect(sayWhose(year({ of: "school" }), [...calendars])).toBe("The terms are the school’s own and confirmed.");
    expect(sayWhose(year({ of: "trust" }), [...calendars])).toBe("The terms are those of the trust and confirmed.");
    expect(sayWhose(year({}), [])).toBe("No terms are known for 2026/27 yet.");
  });
  it("holds the days on which it opens against what is usual", () => {
    expect(sayOpenDays(year({ open_days: 190 }))).toBe("The school opens on 190 days, as many as is usual in England.");
    expect(sayOpenDays(year({ open_days: 187 }))).toBe("The school opens on 187 days; 190 is usual in England.");
    expect(sayOpenDays(year({ open_days: 195 }))).toMatch(/Perhaps its INSET days are still to be entered\.$/);
  });
  it("counts terms and holidays as such, INSET days by the day", () => {
    const term = { name: "Autumn term", first: "2026-09-02", last: "2026-12-18" };
    const inset = { name: "INSET", first: "2026-09-03", last: "2026-09-07", closed: "inset" as const };
    const holiday = { name: "Half-term", first: "2026-10-26", last: "2026-10-30", closed: "holiday" as const };
    expect(sayRows({ terms: [term, term], closed: [inset, holiday] })).toBe("2 terms, 1 holiday and 3 INSET days");
    expect(sayRows({ terms: [], closed: [] })).toBe("Nothing");
  });
});

describe("that there is no school", () => {
  it("is said with days and schools as people say them", () => {
    expect(sayNoSchool("There is no school at Ashton Park on 2026-10-27 (half-term): choose another day.", nameOf)).toBe(
      "There is no school at Ashton Park on Tuesday 27 October 2026 (half-term): choose another day.",
    );
    expect(sayNoSchool("School 145398 is closed.", nameOf)).toBe("Ashton Park is closed.");
  });
  it("is about a day, or about none", () => {
    expect(dayOf("There is no school at Ashton Park on 2026-10-27 (half-term).")).toBe("2026-10-27");
    expect(dayOf("School 145398 is closed.")).toBeUndefined();
  });
});
