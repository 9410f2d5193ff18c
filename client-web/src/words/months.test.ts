import { describe, expect, it } from "vitest";
import { countWeekdays, firstDay, isMonth, lastDay, monthFrom, monthsOfYear, sayFromTo, sayMonth, saySchoolYear, schoolYearOf, weekdayOf, weeksOf } from "./months";

describe("a month", () => {
  it("has a first and a last day, in leap years too", () => {
    expect([firstDay("2026-10"), lastDay("2026-10")]).toEqual(["2026-10-01", "2026-10-31"]);
    expect(lastDay("2028-02")).toBe("2028-02-29");
    expect(lastDay("2026-12")).toBe("2026-12-31");
  });
  it("comes before and after others over the end of the year", () => {
    expect(monthFrom("2026-12", 1)).toBe("2027-01");
    expect(monthFrom("2026-01", -1)).toBe("2025-12");
  });
  it("is one that exists", () => {
    expect(["2026-10", "2026-13", "2026-1", "x", ""].map(isMonth)).toEqual([true, false, false, false, false]);
  });
  it("has weeks from Monday to Sunday, without days of other months", () => {
    const weeks = weeksOf("2026-10");
    expect(weeks[0]).toEqual([null, null, null, "2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04"]);
    expect(weeks.at(-1)).toEqual(["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30", "2026-10-31", null]);
    expect(weeks.flat().filter(Boolean)).toHaveLength(31);
    expect(weeksOf("2027-02")).toHaveLength(4);
    expect(weekdayOf("2026-10-04")).toBe(6);
  });
  it("is said in words, and days shortly", () => {
    expect(sayMonth("2026-10")).toBe("October 2026");
    expect(sayFromTo("2026-10-26", "2026-10-30")).toBe("Mon 26 Oct 2026 to Fri 30 Oct 2026");
    expect(sayFromTo("2026-10-26", "2026-10-26")).toBe("Mon 26 Oct 2026");
  });
});

describe("a school year", () => {
  it("begins on 1 August", () => {
    expect([schoolYearOf("2026-07-31"), schoolYearOf("2026-08-01"), schoolYearOf("2027-01-01")]).toEqual([2025, 2026, 2026]);
    expect(monthsOfYear(2026)).toHaveLength(12);
    expect([monthsOfYear(2026)[0], monthsOfYear(2026)[11]]).toEqual(["2026-08", "2027-07"]);
  });
  it("is said by both its years", () => {
    expect([saySchoolYear(2026), saySchoolYear(1999)]).toEqual(["2026/27", "1999/00"]);
  });
  it("counts Monday to Friday", () => {
    expect(countWeekdays("2026-10-23", "2026-10-27")).toBe(3);
    expect(countWeekdays("2026-10-24", "2026-10-25")).toBe(0);
  });
});
