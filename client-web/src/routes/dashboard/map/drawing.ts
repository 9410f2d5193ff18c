// Everything on the map but the land: where schools stand, and which names have room.
import type { Member } from "../../../api/types";
import { others } from "../exchange";
import type { At } from "../layout";
import { shortName } from "../lines";
import { roundLength, within, type Frame } from "./frame";
import { namesOfLand, type Authority } from "./land";
import { place, type Box, type Name } from "./names";
import { placedOf, standings, type Standing } from "./standing";

export interface Asked {
  members: Member[];
  frame: Frame;
  /** Few enough that each carries its number in the list. */
  numbered: boolean;
  withOthers: boolean;
  chosen: string | null;
  /** That the chosen school has links with. */
  near: Set<string>;
  land: Authority[];
}
export interface Drawing {
  radius: number;
  standing: Standing[];
  /** By school, seen or not, with the place of those outside. */
  places: Map<string, At>;
  outside: At;
  bar: { pixels: number; words: string };
  names: Name[];
  landNames: Name[];
}

/** When more are in sight, only the chosen school and its partners are named. */
const named_max = 60;

export function drawingOf(asked: Asked): Drawing {
  const { frame, numbered, members } = asked;
  const radius = numbered ? 11 : 4;
  const placed = placedOf(members);
  const standing = standings(placed.filter((member) => within(frame, member)), frame, numbered ? 2 * radius + 8 : radius + 1);
  const outside = { x: frame.width - 24, y: frame.height - 24 };
  const bar = roundLength(frame, frame.width / 4);
  // Lines lead to those beyond the edge, too.
  const places = new Map(placed.map(({ school, easting, northing }) => [school, { x: frame.x(easting), y: frame.y(northing) }]));
  for (const { member, at } of standing) places.set(member.school, at);
  if (asked.withOthers) places.set(others, outside);
  const taken = [...standing.map(({ at }) => round(at, radius)), { left: 0, right: bar.pixels + 30, top: frame.height - 44, bottom: frame.height }];
  if (asked.withOthers) taken.push(round(outside, 14));
  const names = place(wanted(asked, standing), radius + 5, taken, frame);
  return { radius, standing, places, outside, bar, names, landNames: namesOfLand(asked.land, frame, taken) };
}

const round = ({ x, y }: At, radius: number): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });

/** The chosen school first, then those that it has links with. */
function wanted({ chosen, near }: Asked, standing: Standing[]) {
  const rank = (school: string) => (school === chosen ? 0 : near.has(school) ? 1 : 2);
  return standing
    .map(({ member, at }) => ({ key: member.school, text: shortName(member.name), ...at }))
    .filter(({ key }) => standing.length <= named_max || rank(key) < 2)
    .sort((a, b) => rank(a.key) - rank(b.key));
}
