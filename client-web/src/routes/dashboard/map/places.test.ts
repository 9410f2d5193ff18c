import { describe, expect, it } from "vitest";
import { toCsv } from "../../../parts/csv";
import { member } from "../../../testing/views";
import { frameFor } from "./frame";
import { placeCells, placeHead, placeRows } from "./rows";
import { placedOf, sharing, standings, unplacedOf } from "./standing";
import { sayApart, sayBeyond, sayUnplaced } from "./words";

const at = (school: string, name: string, easting: number, northing: number) => ({ ...member(school, name), easting, northing });
const [cooper, glory, ashton] = [at("1", "Cooper", 458_915, 223_624), at("2", "Glory Farm", 458_915, 223_624), at("3", "Ashton Park", 356_194, 171_503)];
const nowhere = member("4", "Oak Hill");
const members = [ashton, cooper, glory, nowhere];

describe("where schools stand", () => {
  const frame = frameFor(placedOf(members), { width: 700, height: 500 });
  const standing = standings(placedOf(members), frame, 30);
  const of = (school: string) => standing.find((each) => each.member.school === school)!;

  it("those of one place are fanned out, each led to its place", () => {
    expect(Math.hypot(of("1").at.x - of("2").at.x, of("1").at.y - of("2").at.y)).toBeGreaterThan(29);
    expect([of("1").moved, of("2").moved, of("3").moved]).toEqual([true, true, false]);
    expect(of("1").real).toEqual(of("2").real);
    expect(sharing(placedOf(members)).map((group) => group.map(({ name }) => name))).toEqual([["Cooper", "Glory Farm"]]);
  });
  it("one without a place is nowhere on the map, and never at zero", () => {
    expect(standing.map(({ member: { school } }) => school)).toEqual(["3", "1", "2"]);
    expect(unplacedOf(members)).toEqual([nowhere]);
    expect(frame.west).toBeGreaterThan(300_000);
  });
  it("one at the origin itself is placed", () => {
    expect(placedOf([at("9", "Far West", 0, 0)])).toHaveLength(1);
  });
});

describe("what is said beneath", () => {
  it("who is not on the map", () => {
    expect(sayUnplaced([nowhere])).toBe("1 school whose place is not known is not on the map: Oak Hill.");
    expect(sayUnplaced([nowhere, cooper])).toBe("2 schools whose place is not known are not on the map: Oak Hill and Cooper.");
    expect(sayUnplaced(Array.from({ length: 9 }, (_, index) => member(String(index))))).toBe("9 schools whose place is not known are not on the map.");
    expect(sayUnplaced([])).toBe("");
    expect(sayBeyond(2)).toBe("2 schools are beyond the edge of the map.");
  });
  it("who shares a place, and how many are only close", () => {
    const led = "A thin line leads to where each of them is.";
    expect(sayApart([[cooper, glory]], 2, true)).toBe(`Cooper and Glory Farm share one place and are set side by side. ${led}`);
    expect(sayApart([[cooper, glory]], 3, true)).toBe(
      `Cooper and Glory Farm share one place and are set side by side. 1 more school too close to another at this scale is set a little apart. ${led}`,
    );
    expect(sayApart([], 12, false)).toBe("12 schools too close to another at this scale are set a little apart.");
    expect(sayApart([], 0, true)).toBe("");
  });
});

describe("as rows", () => {
  it("the distance is from the school that is chosen", () => {
    expect(placeRows(members, "1").map(({ km }) => km?.toFixed(1))).toEqual(["115.2", "0.0", "0.0", undefined]);
    expect(placeRows(members, null).every(({ km }) => km === undefined)).toBe(true);
    expect(placeRows(members, "4").every(({ km }) => km === undefined)).toBe(true);
  });
  it("a place that is not known is empty in the file", () => {
    const file = toCsv([placeHead, ...placeRows(members, "3").map(placeCells)]).split("\r\n");
    expect(file[0]).toBe("urn,school,local_authority,easting,northing,km_to_chosen_school");
    expect(file[4]).toBe("4,Oak Hill,Oxfordshire,,,");
    expect(file[1]).toBe("3,Ashton Park,Oxfordshire,356194,171503,0.000");
  });
});
