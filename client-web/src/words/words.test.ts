import { describe, expect, it } from "vitest";
import type { PartnershipSummary, ReviewSummary, VisitSummary } from "../api/types";
import { entry, link } from "../testing/views";
import { entryAddress, sayEntry, type Lookup } from "./activity";
import { count, isDay, isWeekday, listOf, londonDay, onDay, sayAge, sayDate, sayDay, sayDayFrom, sayDays, sayInstant } from "./dates";
import { sayMissed } from "./missed";
import { sayName, sayRoles } from "./people";
import { cellsOf, sayBalance, sayCell, sayExchange, sayPartners, sayPassed } from "./sentences";
import { nextOfPartnership, nextOfReview, nextOfVisit, partnershipPath, partnershipStages, stageTone } from "./stages";

describe("days and instants", () => {
  it("are said in full", () => {
    expect(sayDay("2026-03-09")).toBe("Monday 9 March 2026");
    expect(sayDate("2026-03-09")).toBe("9 March 2026");
    expect(sayDays(["2026-03-09", "2026-03-10"])).toBe("Monday 9 March 2026 and Tuesday 10 March 2026");
  });
  it("are in UK time, winter and summer", () => {
    expect(sayInstant("2026-01-09T14:05:00Z")).toBe("Friday 9 January 2026, 14:05");
    expect(sayInstant("2026-07-09T14:05:00Z")).toBe("Thursday 9 July 2026, 15:05");
    expect(londonDay("2026-07-09T23:30:00Z")).toBe("2026-07-10");
  });
  it("know what is no day", () => {
    expect(isDay("2026-02-29")).toBe(false);
    expect(isDay("9 March")).toBe(false);
    expect(sayDay("soon")).toBe("soon");
  });
  it("know the weekend", () => {
    expect(isWeekday("2026-03-06")).toBe(true);
    expect(isWeekday("2026-03-07")).toBe(false);
  });
  it("say today and yesterday", () => {
    expect(sayDayFrom("2026-03-09", "2026-03-09")).toBe("Today");
    expect(sayDayFrom("2026-03-31", "2026-04-01")).toBe("Yesterday");
  });
  it("say today and tomorrow in a sentence", () => {
    expect(onDay("2026-03-09", "2026-03-09")).toBe("today");
    expect(onDay("2026-04-01", "2026-03-31")).toBe("tomorrow");
    expect(onDay("2026-03-09", "2026-03-10")).toBe("on Monday 9 March 2026");
  });
  it("say how long ago", () => {
    expect(sayAge(1_000)).toBe("1 second");
    expect(sayAge(61_000)).toBe("1 minute");
    expect(sayAge(7_300_000)).toBe("2 hours");
  });
});

it("joins words and counts things", () => {
  expect(listOf(["a", "b", "c"])).toBe("a, b and c");
  expect(listOf([])).toBe("");
  expect(count(1, "visit")).toBe("1 visit");
  expect(count(1204, "visit")).toBe("1,204 visits");
});

const look: Lookup = {
  school: (urn) => ({ "100001": "Ashton Park", "100002": "Glory Farm" })[urn] ?? urn,
  theme: () => "Equity",
  cluster: () => "Severn cluster",
  network: () => "the network",
};

describe("an event", () => {
  it("is a sentence with the giver and the receiver in their places", () => {
    expect(sayEntry({ ...entry(1), theme: "equity" }, look)).toBe("Glory Farm asked to visit Ashton Park about equity");
    expect(sayEntry({ ...entry(1, "review-held"), days: ["2026-03-09"] }, look)).toBe("Ashton Park reviewed Glory Farm on Monday 9 March 2026");
    expect(sayEntry({ ...entry(1, "school-joined-cluster"), cluster: "clu_1" }, look)).toBe("Ashton Park joined Severn cluster");
  });
  it("of a partnership names both schools and what they work on", () => {
    const said = (kind: string, days: string[] = []) => sayEntry({ ...entry(1, `partnership-${kind}`), partnership: "par_1", theme: "equity", days }, look);
    const day = ["2026-03-09"];
    expect(said("proposed")).toBe("Ashton Park proposed to Glory Farm to work together on equity");
    expect(said("accepted")).toBe("Glory Farm agreed to work together with Ashton Park on equity");
    expect(said("declined")).toBe("Glory Farm declined to work together with Ashton Park on equity");
    expect(said("activity-logged", day)).toBe("Ashton Park and Glory Farm worked together on equity, on Monday 9 March 2026");
    expect(said("effect-noted", day)).toBe("An effect of the work of Ashton Park and Glory Farm on equity was noted");
    expect(said("paused", day)).toBe("The partnership of Ashton Park and Glory Farm on equity was paused");
    expect(said("resumed", day)).toBe("The partnership of Ashton Park and Glory Farm on equity was resumed");
    expect(said("ended", day)).toBe("The partnership of Ashton Park and Glory Farm on equity ended");
    expect(said("effect-corrected")).toBe("What was noted as an effect of the work of Ashton Park and Glory Farm on equity was corrected");
    expect(said("renewed")).toBe("partnership renewed");
  });
  it("of a review says who corrected what, and that somebody is off the team", () => {
    const said = (kind: string) => sayEntry({ ...entry(1, `review-${kind}`), review: "rev_1" }, look);
    expect(said("report-corrected")).toBe("Ashton Park corrected its report on Glory Farm");
    expect(said("answer-corrected")).toBe("Glory Farm corrected its answer to the report of Ashton Park");
    expect(said("member-left")).toBe("Somebody on the team of Ashton Park for the review of Glory Farm no longer works there");
  });
  it("of a practice says after which visit, not which school took it over", () => {
    const said = (kind: string) => sayEntry({ ...entry(1, `visit-practice-${kind}`), visit: "vis_1", theme: "equity" }, look);
    expect(said("adopted")).toBe("A practice was taken over after the visit of Glory Farm to Ashton Park about equity");
    expect(said("followed-up")).toBe("What became of a practice after the visit of Glory Farm to Ashton Park about equity was written down");
  });
  it("of a kind that this client does not know is still said", () => {
    expect(sayEntry(entry(1, "mark-awarded"), look)).toBe("mark awarded");
  });
  it("leads to what it is about", () => {
    expect(entryAddress({ ...entry(1), visit: "vis_1" })).toBe("/visits/vis_1");
    expect(entryAddress({ ...entry(1), partnership: "par_1" })).toBe("/partnerships/par_1");
    expect(entryAddress({ ...entry(1), meeting: "mee_1" })).toBe("/meetings/mee_1");
    expect(entryAddress({ ...entry(1), schools: [] })).toBeNull();
  });
  it("is summed up with others", () => {
    expect(sayMissed([entry(1, "partnership-proposed"), entry(2, "partnership-proposed"), entry(3, "partnership-ended")])).toBe("2 partnerships proposed and 1 partnership ended");
    expect(sayMissed([entry(1, "meeting-attendance-recorded"), entry(2, "visit-practice-adopted")])).toBe("1 meeting held and 1 practice taken over");
    const corrected = ["review-report-corrected", "review-answer-corrected", "partnership-effect-corrected"].map((kind, at) => entry(at, kind));
    expect(sayMissed(corrected)).toBe("1 report corrected, 1 answer to a report corrected and 1 effect corrected");
    expect(sayMissed([entry(1), entry(2), entry(3, "review-held"), entry(4, "new-kind")])).toBe("2 visits asked for, 1 review held and 1 other change");
  });
});

describe("give and receive", () => {
  const balance = (hosted: number, made: number) => ({ school: "1", reviews_given: 0, reviews_received: 0, visits_hosted: hosted, visits_made: made });

  it("is a sentence about one school", () => {
    expect(sayBalance("Glory Farm", balance(5, 2))).toBe("Glory Farm gave 5 times and received 2 times: it gave 3 more than it received.");
    expect(sayBalance("Glory Farm", balance(1, 2))).toBe("Glory Farm gave 1 time and received 2 times: it received 1 more than it gave.");
    expect(sayBalance("Glory Farm", balance(2, 2))).toBe("Glory Farm gave 2 times and received 2 times: the two are even.");
    expect(sayBalance("Glory Farm", balance(0, 0))).toBe("Glory Farm has neither given nor received yet.");
  });
  it("is a sentence about all, which names nobody", () => {
    const links = [link("1", "2", 2), link("2", "1", 1, 1, "review"), link("3", "1", 0, 2)];
    const members = ["1", "2", "4"].map((school) => ({ school }));
    expect(sayExchange([...links, link("8", "9", 1), link("9", "8", 1)], members)).toBe(
      "4 visits and 1 review took place between 2 pairs of schools, and 3 are under way. 2 of 3 schools have both given and received.",
    );
    expect(sayExchange([], members)).toBe("No visit or review yet.");
  });
  it("is a sentence about each cell", () => {
    const cells = cellsOf([link("1", "2", 2), link("1", "2", 1, 1, "review")]);
    expect(sayCell("Ashton Park", "Glory Farm", cells.get("1>2")!)).toBe(
      "Ashton Park reviewed Glory Farm 1 time and hosted 2 visits by Glory Farm; 1 under way.",
    );
    expect(sayCell("A", "B", { visits: 0, reviews: 0, open: 1 })).toBe("A has not given to B yet; 1 under way.");
  });
  it("is short in a list", () => {
    expect(sayPassed({ visits: 7, reviews: 1, open: 1 })).toBe("7 visits and 1 review, 1 more under way");
    expect(sayPassed({ visits: 0, reviews: 0, open: 2 })).toBe("2 under way");
  });
  it("takes no partnership for a visit or a review", () => {
    const partners = [link("1", "2", 0, 3, "partnership"), link("2", "3", 0, 1, "partnership")];
    expect(cellsOf(partners).size).toBe(0);
    expect(cellsOf([link("1", "2", 2), ...partners]).get("1>2")).toEqual({ visits: 2, reviews: 0, open: 0 });
    expect(sayExchange(partners, [{ school: "1" }])).toBe("No visit or review yet.");
    expect(sayPartners(partners)).toBe("4 partnerships are proposed, active or paused.");
    expect(sayPartners([link("1", "2", 2, 5)])).toBe("");
  });
  it("keeps the last day of both kinds", () => {
    const cells = cellsOf([{ ...link("1", "2", 1), last_day: "2026-03-09" }, { ...link("1", "2", 1, 0, "review"), last_day: "2026-01-01" }]);
    expect(cells.get("1>2")?.last_day).toBe("2026-03-09");
  });
});

describe("what comes next", () => {
  const visit = (stage: VisitSummary["stage"], day?: string) => ({ guest: "G", host: "H", stage, ...(day ? { day } : {}) }) as VisitSummary;
  const review = (stage: ReviewSummary["stage"], days: string[] = []) => ({ host: "H", reviewing_school: "R", stage, days }) as unknown as ReviewSummary;
  const today = "2026-03-09";

  it("is the host's when a visit is asked for", () => {
    expect(nextOfVisit(visit("requested"), ["H"], today)).toEqual({ mine: true, words: "Answer the request" });
    expect(nextOfVisit(visit("requested"), ["G"], today).mine).toBe(false);
  });
  it("is to record a visit whose day has come", () => {
    expect(nextOfVisit(visit("dated", "2026-03-09"), ["G"], today)).toEqual({ mine: true, words: "Say whether it was held" });
    expect(nextOfVisit(visit("dated", "2026-03-10"), ["G"], today)).toEqual({ mine: false, words: "Takes place on Tuesday 10 March 2026" });
  });
  it("of a review goes to and fro between the two schools", () => {
    expect(nextOfReview(review("requested"), ["R"], today).words).toBe("Name the team");
    expect(nextOfReview(review("held"), ["H"], today).mine).toBe(false);
    expect(nextOfReview(review("drafted"), ["H"], today)).toEqual({ mine: true, words: "Answer the report" });
    expect(nextOfReview(review("answered"), ["R"], today).mine).toBe(true);
    expect(nextOfReview(review("closed"), ["H", "R"], today)).toEqual({ mine: false, words: "" });
  });
  it("of a partnership is the partner's answer, then what they did last", () => {
    const partnership = (part: Partial<PartnershipSummary>) => ({ school: "S", partner: "P", stage: "proposed", ...part }) as PartnershipSummary;
    expect(nextOfPartnership(partnership({}), ["P"])).toEqual({ mine: true, words: "Accept or decline" });
    expect(nextOfPartnership(partnership({}), ["S"])).toEqual({ mine: false, words: "Waiting for the partner’s answer" });
    expect(nextOfPartnership(partnership({ stage: "active" }), ["P"])).toEqual({ mine: false, words: "No activity written down yet" });
    expect(nextOfPartnership(partnership({ stage: "active", last_activity: "2026-03-09" }), ["P"]).words).toBe("Last worked together on Monday 9 March 2026");
    expect(nextOfPartnership(partnership({ stage: "ended" }), ["P"]).words).toBe("");
  });
  it("is nothing for somebody of another school", () => {
    expect(nextOfVisit(visit("agreed"), ["X"], today).mine).toBe(false);
  });
});

describe("the steps of a partnership", () => {
  const steps = (stage: PartnershipSummary["stage"]) => partnershipPath({ stage }).map((step) => partnershipStages[step]);

  it("have a pause only while it lasts", () => {
    expect(steps("active")).toEqual(["Proposed", "Active", "Ended"]);
    expect(steps("paused")).toEqual(["Proposed", "Active", "Paused", "Ended"]);
  });
});

it("gives every stage a tone", () => {
  expect(stageTone("declined")).toBe("over");
  expect(stageTone("closed")).toBe("done");
  expect(stageTone("drafted")).toBe("waiting");
  expect(stageTone("proposed")).toBe("waiting");
  expect(stageTone("active")).toBe("planned");
  expect(stageTone("ended")).toBe("over");
  expect(stageTone("settled")).toBe("planned");
});

it("says who somebody is, even erased", () => {
  expect(sayName({ erased: true })).toBe("Somebody whose name was erased");
  expect(sayName("Alex Reed")).toBe("Alex Reed");
  expect(sayRoles([{ role: "head", place: "1" }, { role: "lead", place: "1" }, { role: "lead", place: "2" }], "1")).toBe("Head and lead");
});
