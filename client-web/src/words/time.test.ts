import { describe, expect, it } from "vitest";
import { logged } from "../testing/past";
import { entry } from "../testing/views";
import { momentsOf } from "../time/moments";
import { sayMoment, sayNotThen, sayTold, tellMoment, tellThing } from "./time";

const look = { school: (urn: string) => (urn === "100001" ? "Ashton Park" : "Glory Farm"), theme: (code: string) => code, cluster: () => "Severn", network: () => "the network" };

it.each([
  ["2026-03-12", "", "As it was known at the end of Thursday 12 March 2026"],
  ["2026-03-20", "", "As it was known today, up to now"],
  ["4711", "2026-03-12T09:14:00Z", "As it was known on Thursday 12 March 2026 at 09:14, at position 4,711"],
  ["4711", "2026-07-12T09:14:00Z", "As it was known on Sunday 12 July 2026 at 10:14, at position 4,711"],
  ["4711", "", "As it was known at position 4,711"],
  ["2026-03-12T09:14:00Z", "", "As it was known on Thursday 12 March 2026 at 09:14"],
  ["banana", "", "No moment of the past"],
])("says which moment is shown: %s", (at, recorded, words) => expect(sayMoment(at, recorded, "2026-03-20")).toBe(words));

it.each([
  ["banana", 400, "The address asks for no moment that there is"],
  ["999999", 400, "There is no such event yet"],
  ["2031-01-01", 400, "That is still to come"],
  ["2001-01-01", 404, "This cluster was not there yet"],
  ["3", 404, "This cluster was not there yet"],
  ["3", 403, "You may not see this moment"],
])("says why there is nothing to see, and how to go on: %s, %i", (at, status, title) => {
  const said = sayNotThen(at, "cluster", status);
  expect(said.title).toBe(title);
  expect(said.lines.join(" ")).toMatch(/now\.$|“Later”\.$/);
});

it("does not send anybody to the beginning of what never was", () => {
  expect(sayNotThen("3", "cluster", 404, false)).toEqual({
    title: "There is no such cluster",
    lines: ["Nothing is known of a cluster at this address, then or now. Check the address, or look for it with the search above."],
  });
});

describe("what happened at a moment", () => {
  it("is told as the feed tells it; what the feed does not tell, by its kind; the same only once", () => {
    const [moment] = momentsOf([logged(5, "visit-agreed", 5), logged(6, "visit-return-offered", 5), logged(7, "task-reminded", 5), logged(8, "task-reminded", 5)]);
    const activity = [entry(9, "visit-held"), { ...entry(6, "visit-return-offered"), visit: "vis_1" }, entry(5, "visit-agreed"), entry(4, "visit-held")];
    expect(moment && tellMoment(moment, activity, look)).toEqual([
      "Ashton Park agreed to a visit by Glory Farm",
      "Glory Farm offered Ashton Park a return visit",
      "A school was reminded of what it is to do next",
    ]);
  });
  it("names the school that the event itself names", () => {
    const [moment] = momentsOf([{ ...logged(5, "meeting-replied"), event: { school: "100001" } }]);
    expect(moment && tellMoment(moment, [], look)).toEqual(["Ashton Park said whether it comes"]);
  });
  it("is told in full by a history", () => {
    const [moment] = momentsOf([{ ...logged(5, "visit-dated"), event: { day: "2026-03-12" } }]);
    expect(moment && tellThing(moment, { schools: ["100001", "100002"], visit: "vis_1" }, look)).toEqual(["Glory Farm will visit Ashton Park on Thursday 12 March 2026"]);
  });
  it("is cut after the first few", () => {
    expect(sayTold(["a", "b", "c"])).toBe("a; b; c");
    expect(sayTold(["a", "b", "c", "d"])).toBe("a; b; and 2 more");
  });
});
