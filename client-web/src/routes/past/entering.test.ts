import { expect, it } from "vitest";
import { faultsOf, networkOf, pastPartnershipOf, pastReviewOf, pastVisitOf } from "./entering";

const today = "2026-03-09";
const mine = ["net_1"];
const faults = (values: Record<string, string>, networks = mine) => faultsOf(values, networks, today).map(({ field, text }) => `${field}: ${text}`);
const visit = { kind: "visit", guest: "100001", host: "100002", theme: "equity", day: "2019-05-14" };
const review = { kind: "review", host: "100002", reviewing_school: "100001", days1: "2019-05-14", days2: "2019-05-15", days3: "" };
const partnership = { kind: "partnership", school: "100001", with: "100002", purpose: "equity", since: "2019-05-14" };

it("each kind is sent as the server calls it", () => {
  expect(pastVisitOf(visit, "net_1")).toEqual({ guest: "100001", host: "100002", network: "net_1", theme: "equity", day: "2019-05-14" });
  expect(pastReviewOf(review, "net_1")).toEqual({ host: "100002", reviewing_school: "100001", network: "net_1", days: ["2019-05-14", "2019-05-15"] });
  expect(pastPartnershipOf(partnership, "net_1")).toEqual({ school: "100001", with: "100002", network: "net_1", purpose: "equity", since: "2019-05-14" });
});

it("each kind is whole, or says what is missing", () => {
  expect([faults(visit), faults(review), faults(partnership)]).toEqual([[], [], []]);
  expect(faults({})).toEqual(["kind: Choose what happened"]);
  expect(faults({ kind: "visit" })).toEqual(["guest: Choose the school", "host: Choose the other school", "theme: Choose the theme", "day: Enter the day"]);
  expect(faults({ kind: "review" }).map((fault) => fault.split(":")[0])).toEqual(["host", "reviewing_school", "days1"]);
  expect(faults({ kind: "partnership" }).map((fault) => fault.split(":")[0])).toEqual(["school", "with", "purpose", "since"]);
});

it("what happened before is not still to come, and its days are in order", () => {
  expect(faults({ ...visit, day: "2026-03-10" })).toEqual(["day: Enter a day that is not in the future"]);
  expect(faults({ ...visit, day: today })).toEqual([]);
  expect(faults({ ...review, days2: "2019-05-14" })).toEqual(["days2: Enter the days in order, each later than the one before"]);
  expect(faults({ ...review, days2: "", days3: "2019-05-13" })).toEqual(["days3: Enter the days in order, each later than the one before"]);
});

it("a school does nothing with itself", () => {
  expect(faults({ ...partnership, with: "100001" })).toEqual(["with: These are the same school: choose another"]);
});

it("the only network is not asked for; of several one is chosen, and no other", () => {
  expect(networkOf({}, ["net_1"])).toBe("net_1");
  expect(networkOf({ network: "net_9" }, ["net_1", "net_2"])).toBe("");
  expect(networkOf({ network: "net_2" }, ["net_1", "net_2"])).toBe("net_2");
  expect(faults(visit, ["net_1", "net_2"])).toEqual(["network: Choose the network"]);
});
