import { expect, it } from "vitest";
import { amountOf, enterInLedger, ledgerActions, penceOf, setCoverRate } from "./actions";
import { networksFor } from "./may";

const one = [{ id: "net_1", name: "Severn" }];
const two = [...one, { id: "net_2", name: "Thames" }];
const rate = setCoverRate("2026-03-09");
const entry = enterInLedger("2026-03-09", one);
const entered = { network: "net_1", kind: "opening", day: "2026-03-02", reviews: "2", days: "-4", reason: "Before we came here" };
const fields = (values: Record<string, string>) => entry.check({ ...entered, ...values }).map(({ field }) => field);

it("offers what the server says that the reader may", () => {
  expect(ledgerActions([], "2026-03-09", one)).toEqual([]);
  expect(ledgerActions(["enter-in-ledger", "set-cover-rate"], "2026-03-09", one).map(({ command }) => command)).toEqual(["set-cover-rate", "enter-in-ledger"]);
});

it("reads pounds as people write them", () => {
  expect(["210", "210.5", "£1,200.05", " 0 "].map(penceOf)).toEqual([21_000, 21_050, 120_005, 0]);
  expect(["", "ten", "-5", "2.505", "1,20"].map(penceOf)).toEqual([null, null, null, null, null]);
});

it("sends a rate in pence, and none above £2,000", () => {
  expect(rate.body({ pence_per_day: "210.50", from: "2026-03-09" })).toEqual({ pence_per_day: 21_050, from: "2026-03-09" });
  expect(rate.check({ pence_per_day: "2000", from: "2026-03-09" })).toEqual([]);
  expect(rate.check({ pence_per_day: "2000.01", from: "" }).map(({ field }) => field)).toEqual(["pence_per_day", "from"]);
});

it("reads amounts with either minus", () => {
  expect(["2", "-1", "−3", "+4", "", "1000"].map(amountOf)).toEqual([2, -1, -3, 4, 0, 1000]);
  expect(["1001", "-1001", "1.5", "x"].map(amountOf)).toEqual([null, null, null, null]);
});

it("sends an entry with its signs", () => {
  expect(entry.check(entered)).toEqual([]);
  expect(entry.body(entered)).toEqual({ network: "net_1", kind: "opening", day: "2026-03-02", reviews: 2, days: -4, reason: "Before we came here" });
});

it("says at each field what is missing or wrong", () => {
  expect(fields({ kind: "", reason: " " })).toEqual(["kind", "reason"]);
  expect(fields({ reviews: "x", days: "2.5" })).toEqual(["reviews", "days"]);
  expect(fields({ reviews: "0", days: "" })).toEqual(["reviews"]);
});

it("asks for which network only where there are several", () => {
  expect(entry.asks.map(({ name }) => name)).not.toContain("network");
  const asked = enterInLedger("2026-03-09", two);
  expect(asked.asks[0]?.name).toBe("network");
  expect(asked.check({ ...entered, network: "" }).map(({ field }) => field)).toEqual(["network"]);
  expect(asked.body({ ...entered, network: "net_2" })).toMatchObject({ network: "net_2" });
});

it("is for the networks that the reader coordinates, or for any of the school's", () => {
  expect(networksFor(["net_1", "net_2"], ["net_2", "clu_1"])).toEqual(["net_2"]);
  expect(networksFor(["net_1", "net_2"], ["clu_1"])).toEqual(["net_1", "net_2"]);
});
