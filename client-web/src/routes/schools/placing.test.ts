import { expect, it } from "vitest";
import { blank, faultsOf, placeOf } from "./placing";

it("needs a name, and of a place on the map both numbers or neither", () => {
  const fields = (part: object) => faultsOf({ ...blank, name: "Severn College", ...part }).map(({ field }) => field);
  expect(faultsOf(blank).map(({ text }) => text)).toEqual(["Enter the name of the place"]);
  expect(fields({})).toEqual([]);
  expect(fields({ easting: "358000", northing: "171000" })).toEqual([]);
  expect(fields({ easting: "358000" })).toEqual(["northing"]);
  expect(fields({ easting: "51.4 N", northing: "171000" })).toEqual(["easting"]);
});

it("sends what was typed, and metres as numbers", () => {
  expect(placeOf({ ...blank, name: " Severn College ", type: "College" })).toEqual({ name: "Severn College", type: "College" });
  expect(placeOf({ ...blank, name: "Severn College", easting: "358000", northing: "171000" })).toEqual({ name: "Severn College", easting: 358000, northing: 171000 });
});
