import { expect, it } from "vitest";
import type { VisitSummary } from "../api/types";
import { entry } from "../testing/views";
import { sayEntry, type Lookup } from "./activity";
import { sayMissed } from "./missed";
import { returnOwed, sayReturn } from "./returns";
import { nextOfVisit } from "./stages";

const visit = (stage: VisitSummary["stage"], return_stage: VisitSummary["return_stage"]) => ({ stage, return_stage });
const said = (...stages: Parameters<typeof visit>) => sayReturn(visit(...stages), "Glory Farm");

it("what was offered is owed once the visit was held", () => {
  expect(said("requested", "offered")).toBe("Offered");
  expect(said("dated", "offered")).toBe("Offered");
  expect(said("held", "offered")).toBe("Owed to Glory Farm");
  expect(returnOwed(visit("held", "offered"))).toBe(true);
  expect(returnOwed(visit("dated", "offered"))).toBe(false);
  expect(returnOwed(visit("held", "arranged"))).toBe(false);
});

it("then it is asked for, held, or waived", () => {
  expect(said("held", "arranged")).toBe("Asked for");
  expect(said("held", "paid")).toBe("Held");
  expect(said("held", "waived")).toBe("Waived");
});

it("is not spoken of where none was offered, or where the visit did not come about", () => {
  expect(said("held", "none")).toBe("");
  expect(said("declined", "offered")).toBe("");
  expect(said("cancelled", "offered")).toBe("");
});

it("is what the host is to do next about a visit that was held", () => {
  const next = (mySchool: string, ...stages: Parameters<typeof visit>) => nextOfVisit({ guest: "G", host: "H", ...visit(...stages) } as VisitSummary, [mySchool], "2026-03-09");
  expect(next("H", "held", "offered")).toEqual({ mine: true, words: "Ask for the return visit, or let it go" });
  expect(next("G", "held", "offered")).toEqual({ mine: false, words: "A return visit is owed to the host" });
  for (const over of ["none", "arranged", "paid", "waived"] as const) expect(next("H", "held", over).words).toBe("");
  expect(next("H", "cancelled", "offered").words).toBe("");
});

it("its events say who owes whom", () => {
  const school = (urn: string) => ({ "100001": "Ashton Park", "100002": "Glory Farm" })[urn] ?? urn;
  const look: Lookup = { school, theme: () => "Equity", cluster: () => "", network: () => "" };
  const of = (kind: string) => sayEntry({ ...entry(1, kind), visit: "vis_1", theme: "equity" }, look);
  expect(of("visit-return-offered")).toBe("Glory Farm offered Ashton Park a return visit");
  expect(of("visit-made-in-return")).toBe("The visit of Glory Farm to Ashton Park is in return for an earlier one");
  expect(of("visit-return-arranged")).toBe("Ashton Park asked for its return visit to Glory Farm");
  expect(of("visit-return-fell-through")).toBe("The return visit of Ashton Park to Glory Farm fell through: it is owed again");
  expect(of("visit-return-paid")).toBe("Ashton Park made its return visit to Glory Farm");
  expect(of("visit-return-waived")).toBe("The return visit of Ashton Park to Glory Farm was waived");
  expect(of("visit-filmed")).toBe("visit filmed");
});

it("its events are summed up each by its own name", () => {
  expect(sayMissed(["offered", "arranged", "fell-through", "paid", "waived"].map((what) => entry(1, `visit-return-${what}`)))).toBe(
    "1 return visit offered, 1 return visit asked for, 1 return visit fallen through, 1 return visit held and 1 return visit waived",
  );
  expect(sayMissed([entry(1, "visit-made-in-return"), entry(2, "visit-made-in-return")])).toBe("2 visits in return for others");
});
