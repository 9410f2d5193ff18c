import { expect, it } from "vitest";
import { fromOutside, visitDetail } from "../testing/views";
import { declareChecks, mayRead, sayChecks, sayNoSheet, sayNoVisitors, sheetOver, visitorsOf } from "./sheet";

const confirmed = { visitors: { visitors: "Alex Reed", checks_confirmed_by: "per_1", checks_confirmed_on: "2026-03-02" }, checks_confirmed_by: "Jo Field" };

it("what was written is over four weeks after the day, and not on the last day of them", () => {
  expect(sheetOver(visitDetail(), "2026-04-06")).toBe(false);
  expect(sheetOver(visitDetail(), "2026-04-07")).toBe(true);
  expect(sheetOver({}, "2026-04-07")).toBe(false);
});

it("is not over while the server shows it, whatever this computer's clock says", () => {
  expect(sheetOver(visitDetail({ sheet: { arrival: "08:30" } }), "2027-01-01")).toBe(false);
  expect(sheetOver(visitDetail({ visitors: { visitors: "Alex Reed" } }), "2027-01-01")).toBe(false);
});

it("is for whoever gets the list of practices, even an empty one", () => {
  expect(mayRead(visitDetail())).toBe(true);
  expect(mayRead(fromOutside())).toBe(false);
});

it("visitors stand a name a line", () => {
  expect(visitorsOf(" Alex Reed\n\nSam Hill \n")).toEqual(["Alex Reed", "Sam Hill"]);
  expect(visitorsOf({ erased: true })).toEqual([]);
  expect(visitorsOf(undefined)).toEqual([]);
});

it("what is missing is said to each as theirs or the other's", () => {
  const [guest, host] = ["100001", "100002"];
  const visit = visitDetail();
  expect(sayNoSheet(visit, [host])).toBe("You have not said yet where your guests arrive.");
  expect(sayNoSheet(visit, [guest])).toBe("The host has not said yet where you arrive.");
  expect(sayNoSheet(visit, [])).toBe("The host has not said yet where its guests arrive.");
  expect(sayNoVisitors(visit, [guest])).toBe("You have not said yet who comes.");
  expect(sayNoVisitors(visit, [host])).toBe("The guest has not said yet who comes.");
});

it("the checks are confirmed by somebody on a day, or plainly not", () => {
  expect(sayChecks(confirmed)).toBe("Confirmed by Jo Field, on Monday 2 March 2026");
  expect(declareChecks(confirmed, "Ashton Park")).toBe(
    "Ashton Park, as their employer, confirms that the checks that the law asks for were made (confirmed by Jo Field, on Monday 2 March 2026).",
  );
  const not = { visitors: { visitors: "Alex Reed" } };
  expect(sayChecks(not)).toBe("Not confirmed yet");
  expect(declareChecks(not, "Ashton Park")).toBe("Ashton Park has not confirmed that the checks that the law asks for were made.");
});

it("they stay confirmed when the name of whoever did was erased", () => {
  expect(sayChecks({ ...confirmed, checks_confirmed_by: { erased: true } })).toBe("Confirmed by somebody whose name was erased, on Monday 2 March 2026");
});
