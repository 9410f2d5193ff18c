import proj4 from "proj4";
import { expect, it } from "vitest";
import { grid, toNationalGrid } from "./national_grid.mjs";

const degrees = (whole, minutes, seconds) => whole + minutes / 60 + seconds / 3600;
const apart = ([a, b], [c, d]) => Math.hypot(a - c, b - d);

// Ordnance Survey, "A guide to coordinate systems in Great Britain", the worked example of annex C.
it("projects as Ordnance Survey's worked example does, to the millimetre", () => {
  const osgb36 = `+proj=longlat +ellps=airy +no_defs`;
  const found = proj4(osgb36, grid, [degrees(1, 43, 4.5177), degrees(52, 39, 27.2531)]);
  expect(apart(found, [651_409.903, 313_177.27])).toBeLessThan(0.001);
});

// The water tower at Caister as "Transformations and OSGM15", annex A, has it; the Helmert shift is good to 5 m.
it("finds the water tower at Caister from its longitude and latitude", () => {
  expect(apart(toNationalGrid([1.716073973, 52.658007833]), [651_409.804, 313_177.45])).toBeLessThan(5);
});

it("finds the middle of Bristol", () => {
  expect(apart(toNationalGrid([-2.5879, 51.4545]), [359_300, 172_900])).toBeLessThan(200);
});

it("has the false origin west of the Isles of Scilly, and the true one at 2° W, 49° N", () => {
  expect(apart(proj4("+proj=longlat +ellps=airy +no_defs", grid, [-2, 49]), [400_000, -100_000])).toBeLessThan(0.001);
});
