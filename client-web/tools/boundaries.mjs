// Makes the map's boundaries: the counties and unitary authorities of Great Britain on the National
// Grid, simplified and quantised, Scotland as one. Run once for each new edition of the source:
//
//   node tools/boundaries.mjs geogUACounty2019GB.topojson src/routes/dashboard/map/boundaries.json
import { readFileSync, writeFileSync } from "node:fs";
import { mergeArcs, quantize } from "topojson-client";
import { filter, filterAttachedWeight, planarRingArea, presimplify, simplify } from "topojson-simplify";
import { toNationalGrid } from "./national_grid.mjs";

/** A corner that spans less than this triangle is left out, and so is an island that is smaller. */
const corner_min_m2 = 200_000;
const island_min_m2 = 1_000_000;
/** Steps along each side: about 30 m by 60 m each. */
const steps = 2e4;

/** Arcs as points in metres: the source has them as steps from one to the next. */
function projected({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return toNationalGrid([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
    });
  });
}

const inScotland = ({ properties }) => properties.AREACD.startsWith("S");
const named = (geometry) => ({ ...geometry, properties: { name: geometry.properties.AREANM } });

/** Schools of the register are in England: who borders on them is one neighbour. */
function authoritiesOf(topology) {
  const all = Object.values(topology.objects)[0].geometries;
  const scotland = mergeArcs(topology, all.filter(inScotland));
  return [...all.filter((each) => !inScotland(each)).map(named), { ...scotland, properties: { name: "Scotland" } }];
}

function cut(source) {
  const topology = { type: "Topology", objects: source.objects, arcs: projected(source) };
  const authorities = { type: "GeometryCollection", geometries: authoritiesOf(topology) };
  const kept = filter({ ...topology, objects: { authorities } });
  const simple = simplify(presimplify(kept), corner_min_m2);
  return quantize(filter(simple, filterAttachedWeight(simple, island_min_m2, planarRingArea)), steps);
}

const [from, to] = process.argv.slice(2);
writeFileSync(to, `${JSON.stringify(cut(JSON.parse(readFileSync(from, "utf8"))))}\n`);
