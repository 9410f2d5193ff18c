// The boundaries as they are shipped: does the land lie where schools say that they are?
import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { closer, frameFor } from "./frame";
import { holds, inSight, loadAuthorities, namesOfLand, outline, type Authority } from "./land";

let all: Authority[];
beforeAll(async () => void (all = await loadAuthorities()));
const named = (name: string) => all.find((authority) => authority.name === name)!;
const size = { width: 700, height: 500 };

// Middles of places, from the register's own eastings and northings of schools there.
const places: [string, number, number][] = [
  ["Bristol, City of", 358_018, 172_688],
  ["Plymouth", 250_335, 57_241],
  ["Oxfordshire", 458_915, 223_624],
  ["Thurrock", 569_426, 183_177],
  ["North Somerset", 354_018, 169_981],
];

describe("the boundaries", () => {
  it.each(places)("%s holds a school that is in it, and nobody else does", (name, easting, northing) => {
    expect(all.filter((each) => holds(each, { easting, northing })).map((each) => each.name)).toEqual([name]);
  });
  it("have nothing at the false origin, in the sea", () => {
    expect(all.filter((each) => holds(each, { easting: 0, northing: 0 }))).toEqual([]);
  });
  it("cover England and Wales by authority, and Scotland as one", () => {
    expect(all).toHaveLength(174);
    expect(all.filter(({ name }) => name === "Scotland")).toHaveLength(1);
    expect(holds(named("Scotland"), { easting: 325_900, northing: 673_800 })).toBe(true);
  });
  it("are small enough to be loaded by phone, and their licence stands beside them", () => {
    const file = "src/routes/dashboard/map/boundaries.json";
    expect(gzipSync(readFileSync(file), { level: 9 }).length).toBeLessThan(60_000);
    expect(statSync(file).size).toBeLessThan(200_000);
    expect(readFileSync("src/routes/dashboard/map/README.md", "utf8")).toContain("Contains OS data © Crown copyright and database right 2019");
  });
});

describe("what is in sight", () => {
  const frame = closer(frameFor([{ easting: 358_018, northing: 172_688 }], size), 0);

  it("is what the frame meets", () => {
    expect(inSight(all, frame).map(({ name }) => name)).toContain("Bristol, City of");
    expect(inSight(all, frame).map(({ name }) => name)).not.toContain("Plymouth");
  });
  it("is drawn in pixels, closed", () => {
    const path = outline(named("Bristol, City of"), frame);
    expect(path).toMatch(/^M-?[\d.]+ -?[\d.]+L.*Z$/);
    expect(path).not.toContain("NaN");
  });
  it("is named in the part that one sees, unless that is taken", () => {
    const names = namesOfLand(inSight(all, frame), frame, []);
    const bristol = names.find(({ key }) => key === "Bristol, City of")!;
    const spot = { easting: frame.west + bristol.x * frame.metres, northing: frame.north - bristol.y * frame.metres };
    expect(holds(named("Bristol, City of"), spot)).toBe(true);
    expect(namesOfLand(inSight(all, frame), frame, [{ left: 0, top: 0, right: 700, bottom: 500 }])).toEqual([]);
  });
});
