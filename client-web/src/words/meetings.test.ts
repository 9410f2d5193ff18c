import { describe, expect, it } from "vitest";
import type { OpenDay } from "../api/types";
import { entry, meeting } from "../testing/views";
import { sayEntry, type Lookup } from "./activity";
import { sayMeetingFar, sayMeetingWhen, sayOpenDay } from "./meetings";

const today = "2026-03-09";

describe("when a meeting is", () => {
  it("is its day and its time, where there is one", () => {
    expect(sayMeetingWhen(meeting("m", { day: "2026-03-16", starts: "16:00" }))).toBe("Monday 16 March 2026, 16:00");
    expect(sayMeetingWhen(meeting("m", { day: "2026-03-16" }))).toBe("Monday 16 March 2026");
  });
  it("is one of the proposed days, which are named where they are few", () => {
    expect(sayMeetingWhen(meeting("m"))).toBe("Monday 16 March 2026 or Tuesday 17 March 2026");
    expect(sayMeetingWhen(meeting("m", { proposed: ["2026-03-16", "2026-03-17", "2026-03-18"] }))).toBe("One of 3 days");
  });
});

describe("how far a meeting is", () => {
  const far = (part: Parameters<typeof meeting>[1]) => sayMeetingFar(meeting("m", part), today);

  it("counts who answered, who comes and who was there", () => {
    expect(far({ answered: 1 })).toBe("1 school has answered");
    expect(far({})).toBe("No school has answered yet");
    expect(far({ stage: "settled", day: "2026-03-16", coming: 4, apologies: 1 })).toBe("4 coming, 1 apologies");
    expect(far({ stage: "settled", day: "2026-03-16" })).toBe("No school has replied yet");
    expect(far({ stage: "held", day: today, attended: 5, absent: 1 })).toBe("5 of 6 were there");
    expect(far({ stage: "held", day: today, attended: 3, apologies: 2, absent: 1 })).toBe("3 of 6 were there");
  });
  it("counts apologies though nobody comes", () => {
    expect(far({ stage: "settled", day: today, apologies: 2 })).toBe("0 coming, 2 apologies");
  });
  it("says that a day is over of which nobody wrote down who was there", () => {
    expect(far({ stage: "settled", day: "2026-03-06", coming: 4 })).toBe("Who was there is still to be written down");
    expect(far({ stage: "settled", day: today, coming: 4 })).toBe("4 coming");
  });
});

it("a day says how many schools are open, and names some of those that are busy", () => {
  const day = (part: Partial<OpenDay>) => sayOpenDay({ day: today, schools: 6, open: 6, busy: [], closed: [], ...part }, (urn) => `School ${urn}`);
  expect(day({})).toBe("All 6 schools open");
  expect(day({ open: 5, busy: ["1"] })).toBe("5 of 6 schools open. Busy: School 1");
  expect(day({ open: 1, busy: ["1", "2", "3", "4", "5"] })).toBe("1 of 6 schools open. Busy: School 1, School 2, School 3, School 4 and 1 more");
  expect(day({ open: 0, busy: ["1", "2", "3", "4", "5", "6"] })).toBe("No school open");
  expect(day({ open: 3, busy: ["1"], closed: ["2", "3"] })).toBe("3 of 6 schools open. Busy: School 1. On holiday: School 2 and School 3");
  expect(day({ open: 0, busy: ["1"], closed: ["2", "3", "4", "5", "6"] })).toBe("No school open. Busy: School 1. On holiday: School 2, School 3, School 4, School 5 and 1 more");
  expect(day({ open: 0, closed: ["1", "2", "3", "4", "5", "6"] })).toBe("Every school is on holiday");
});

const look: Lookup = { school: () => "Ashton Park", theme: () => "", cluster: () => "Severn cluster", network: () => "the network" };

it("what happened to a meeting is a sentence", () => {
  const said = (kind: string, days = ["2026-03-16"]) =>
    sayEntry({ ...entry(1, `meeting-${kind}`), meeting: "mee_1", cluster: "clu_1", schools: ["100001"], days }, look);
  expect(said("proposed", [])).toBe("Days were proposed for a meeting of Severn cluster, hosted by Ashton Park");
  expect(said("day-settled")).toBe("A meeting of Severn cluster will be on Monday 16 March 2026, hosted by Ashton Park");
  expect(said("moved")).toBe("The meeting of Severn cluster moved: it is now on Monday 16 March 2026");
  expect(said("cancelled", [])).toBe("The meeting of Severn cluster was cancelled");
  expect(said("cancelled")).toBe("The meeting of Severn cluster on Monday 16 March 2026 was cancelled");
  expect(said("host-changed", [])).toBe("Ashton Park now hosts the meeting of Severn cluster");
  expect(said("attendance-recorded")).toBe("The meeting of Severn cluster took place on Monday 16 March 2026");
  expect(said("attendance-corrected")).toBe("Who was at the meeting of Severn cluster on Monday 16 March 2026 was corrected");
  expect(said("adjourned")).toBe("meeting adjourned");
});
