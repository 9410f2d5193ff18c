// Where each school stands in the picture: round a circle, or where it is in England.
import type { Member } from "../../api/types";
import { others } from "./exchange";

export interface Place {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}
export interface Layout {
  width: number;
  height: number;
  places: Map<string, Place>;
  /** Schools whose place in England is not known. */
  unplaced: string[];
}

export interface Size {
  width: number;
  height: number;
}
/** More names than this would cover each other. */
export const named_max = 26;

export function circle(members: Member[], withOthers: boolean, { width, height }: Size, named: boolean): Layout {
  const keys = [...members.map(({ school }) => school), ...(withOthers ? [others] : [])];
  const [rx, ry] = named ? [width / 2 - 225, height / 2 - 50] : [width / 2 - 30, height / 2 - 34];
  const places = new Map<string, Place>();
  for (const [index, key] of keys.entries()) {
    const angle = (2 * Math.PI * index) / keys.length - Math.PI / 2;
    const cosine = Math.cos(angle);
    const anchor = Math.abs(cosine) < 0.2 ? "middle" : cosine > 0 ? "start" : "end";
    places.set(key, { x: width / 2 + rx * cosine, y: height / 2 + ry * Math.sin(angle), anchor });
  }
  return { width, height, places, unplaced: [] };
}

/** Eastings and northings at one scale for both; schools at one point are set beside each other. */
export function map(members: Member[], withOthers: boolean, { width, height }: Size): Layout {
  const known = members.filter(({ easting, northing }) => easting !== undefined && northing !== undefined);
  const unplaced = members.filter((member) => !known.includes(member)).map(({ school }) => school);
  const eastings = known.map(({ easting }) => easting ?? 0);
  const northings = known.map(({ northing }) => northing ?? 0);
  const [west, east] = [Math.min(...eastings), Math.max(...eastings)];
  const [south, north] = [Math.min(...northings), Math.max(...northings)];
  const edge = 50;
  const metres = Math.max((east - west) / (width - 2 * edge), (north - south) / (height - 2 * edge - 30), 1);
  const x = (easting: number) => width / 2 + (easting - (west + east) / 2) / metres;
  const y = (northing: number) => height / 2 - (northing - (south + north) / 2) / metres;
  const places = new Map<string, Place>();
  const taken = new Map<string, number>();
  for (const { school, easting = 0, northing = 0 } of known) {
    const spot = `${Math.round(x(easting) / 6)},${Math.round(y(northing) / 6)}`;
    const before = taken.get(spot) ?? 0;
    taken.set(spot, before + 1);
    const turn = before * 2.4;
    const away = before === 0 ? 0 : 9 + 2 * before;
    places.set(school, { x: x(easting) + away * Math.cos(turn), y: y(northing) + away * Math.sin(turn), anchor: "middle" });
  }
  for (const [index, school] of unplaced.entries())
    places.set(school, { x: 30 + 26 * index, y: height - 20, anchor: "start" });
  if (withOthers) places.set(others, { x: width - 40, y: height - 30, anchor: "end" });
  return { width, height, places, unplaced };
}

/** Between partners, who are equals: neither bent nor pointing. */
export const straight = (a: Place, b: Place): string => `M${a.x.toFixed(1)} ${a.y.toFixed(1)}L${b.x.toFixed(1)} ${b.y.toFixed(1)}`;

/** From giver to receiver, bent to its left, so that there and back are two lines. */
export function bend(from: Place, to: Place, gap: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bow = Math.min(60, length * 0.14);
  const [mx, my] = [(from.x + to.x) / 2 + uy * bow, (from.y + to.y) / 2 - ux * bow];
  const end = { x: to.x - ux * gap, y: to.y - uy * gap };
  const n = (value: number) => value.toFixed(1);
  return `M${n(from.x)} ${n(from.y)}Q${n(mx)} ${n(my)} ${n(end.x)} ${n(end.y)}`;
}
