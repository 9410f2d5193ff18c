import { describe, expect, it } from "vitest";
import type { LedgerLine } from "../api/types";
import { ledgerLine, ledgerRow } from "../testing/ledger";
import { sayAdjusted, sayGiven, sayGivenBy, sayJourney, sayLine, sayPounds, saySigned, sayTravel, signedOf } from "./ledger";

describe("numbers of a ledger", () => {
  it("are pounds, with pence only where there are any", () => {
    expect([sayPounds(21_000), sayPounds(123_450), sayPounds(5)]).toEqual(["£210", "£1,234.50", "£0.05"]);
  });
  it("have their sign, and none where they are even", () => {
    expect([2, -1, 0, 1200].map(saySigned)).toEqual(["+2", "−1", "0", "+1,200"]);
  });
  it("what was entered by hand is said in its units", () => {
    expect(sayAdjusted({ adjusted_reviews: 1, adjusted_days: -4 })).toBe("+1 review and −4 reviewer-days");
    expect(sayAdjusted({ adjusted_reviews: 0, adjusted_days: -1 })).toBe("−1 reviewer-day");
    expect(sayAdjusted({ adjusted_reviews: 0, adjusted_days: 0 })).toBe("");
  });
});

describe("travel", () => {
  const journeys = { reviews_given: 2, visits_made: 1 };
  it("of unknown length is never taken for none", () => {
    expect(sayTravel(ledgerRow({ ...journeys, travel_km: 0, journeys_unknown: 2 }))).toBe("2 journeys of unknown length");
    expect(sayTravel(ledgerRow({ ...journeys, travel_km: 1240, journeys_unknown: 1 }))).toBe("1,240 km, and 1 journey of unknown length");
  });
  it("is none only where nobody went anywhere", () => {
    expect(sayTravel(ledgerRow({ reviews_given: 0, visits_made: 0, travel_km: 0 }))).toBe("none");
    expect(sayTravel(ledgerRow({ ...journeys, travel_km: 0 }))).toBe("0 km");
  });
});

describe("sentences", () => {
  it("sum up all schools without naming one", () => {
    expect(sayGiven([ledgerRow({ reviews_given: 1, days_given: 4, visits_hosted: 2 }), ledgerRow({ reviews_given: 2, days_given: 3 })])).toBe(
      "Together the schools gave 3 reviews with 7 reviewer-days, and hosted 2 visits.",
    );
    expect(sayGiven([ledgerRow()])).toBe("No review was given and no visit hosted in this time.");
  });
  it("say of one school what it gave, received, and how it stands", () => {
    const row = ledgerRow({ reviews_given: 3, reviews_received: 2, visits_hosted: 1, visits_made: 4, balance_reviews: 1, balance_days: -2 });
    expect(sayGivenBy("Glory Farm", row)).toBe(
      "Glory Farm gave 3 reviews and received 2; it hosted 1 visit and made 4. Its balance: 1 review more given than received and 2 reviewer-days more received than given.",
    );
    expect(sayGivenBy("Glory Farm", ledgerRow())).toMatch(/Given and received are even\.$/);
  });
});

describe("a line", () => {
  const line = ledgerLine;
  const say = (part: Partial<LedgerLine>) => sayLine(line(part), () => "Glory Farm");
  it("says what it was, from the school's side", () => {
    expect([say({ review: "rev_1" }), say({ review: "rev_1", gave: false })]).toEqual(["Reviewed Glory Farm", "Was reviewed by Glory Farm"]);
    expect([say({ visit: "vis_1" }), say({ visit: "vis_1", gave: false })]).toEqual(["Hosted a visit by Glory Farm", "Visited Glory Farm"]);
    expect(say({ entry: 1, kind: "write_off" })).toBe("Written off");
  });
  it("adds what was given, takes away what was received, and leaves an entry as it is", () => {
    expect(signedOf(line({ review: "rev_1", days: 4 }), "days")).toBe(4);
    expect(signedOf(line({ review: "rev_1", gave: false, days: 4 }), "days")).toBe(-4);
    expect(signedOf(line({ entry: 1, gave: false, reviews: -2 }), "reviews")).toBe(-2);
  });
  it("has a journey where somebody went, whose length may not be known", () => {
    expect([{ km: 1240 }, { km: 0 }, { journey_unknown: true }, {}].map((part) => sayJourney(line(part)))).toEqual(["1,240 km", "0 km", "not known", ""]);
  });
});
