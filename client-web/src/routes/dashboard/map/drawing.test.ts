import { expect, it } from "vitest";
import { member } from "../../../testing/views";
import { others } from "../exchange";
import { drawingOf, type Asked } from "./drawing";
import { closer, frameFor } from "./frame";
import { placedOf } from "./standing";

const at = (school: string, name: string, easting: number, northing: number) => ({ ...member(school, name), easting, northing });
const members = [at("1", "Cooper", 458_915, 223_624), at("2", "Glory Farm", 458_915, 223_624), at("3", "Ashton Park", 356_194, 171_503), member("4", "Oak Hill")];
const frame = frameFor(placedOf(members), { width: 700, height: 500 });
const draw = (part: Partial<Asked> = {}) =>
  drawingOf({ members, frame, numbered: true, withOthers: false, chosen: null, near: new Set(), land: [], ...part });

it("lines end where schools are drawn, not on one another", () => {
  const { places, standing } = draw();
  for (const { member: each, at: point } of standing) expect(places.get(each.school)).toEqual(point);
  expect(places.get("1")).not.toEqual(places.get("2"));
  expect(places.has("4")).toBe(false);
});

it("lines lead to schools beyond the edge, which are not drawn or named", () => {
  const { places, standing, names } = draw({ frame: closer(frame, 3, members[2] as never) });
  expect(standing.map((each) => each.member.school)).toEqual(["3"]);
  expect(names.map(({ text }) => text)).toEqual(["Ashton Park"]);
  expect(places.get("1")!.x).toBeGreaterThan(700);
});

it("keeps a place for those outside only where there are any", () => {
  expect(draw().places.has(others)).toBe(false);
  expect(draw({ withOthers: true }).places.get(others)).toEqual({ x: 676, y: 476 });
});

it("among very many, names only the chosen school and its partners, the chosen first", () => {
  const many = Array.from({ length: 80 }, (_, index) => at(String(100 + index), `School ${index}`, 350_000 + 1000 * (index % 10), 170_000 + 1000 * Math.floor(index / 10)));
  const crowd = { members: many, frame: frameFor(placedOf(many), { width: 700, height: 500 }), numbered: false };
  expect(draw(crowd).names).toEqual([]);
  expect(draw({ ...crowd, chosen: "150", near: new Set(["150", "101"]) }).names.map(({ key }) => key)).toEqual(["150", "101"]);
});
