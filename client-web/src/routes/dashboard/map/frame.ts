// How the map lies in its frame: metres on the National Grid become pixels, north up, at one scale
// for both directions.
import type { Member } from "../../../api/types";
import type { Size } from "../layout";

/** A place on the National Grid. */
export interface Spot {
  easting: number;
  northing: number;
}
export type Placed = Member & Spot;

export interface Frame extends Size {
  /** That one pixel stands for. */
  metres: number;
  x: (easting: number) => number;
  y: (northing: number) => number;
  west: number;
  east: number;
  south: number;
  north: number;
}

/** So that a single school has something round it. */
const across_min_metres = 4000;
/** Closer than so many metres a pixel one need not go. */
const metres_min = 4;

export const isPlaced = (member: Member): member is Placed => member.easting !== undefined && member.northing !== undefined;

/** All spots, with a margin for their names. */
export function frameFor(spots: Spot[], size: Size): Frame {
  const [west, east] = ends(spots.map(({ easting }) => easting));
  const [south, north] = ends(spots.map(({ northing }) => northing));
  const margin = Math.min(60, size.width / 8);
  const metres = Math.max((east - west) / (size.width - 2 * margin), (north - south) / (size.height - 2 * margin), across_min_metres / size.width);
  return around({ easting: (west + east) / 2, northing: (south + north) / 2 }, metres, size);
}

/** Each step shows half as much; round a school, if it is given, or round the same middle. */
export function closer(frame: Frame, steps: number, spot?: Spot): Frame {
  const middle = { easting: (frame.west + frame.east) / 2, northing: (frame.south + frame.north) / 2 };
  return steps > 0 ? around(spot ?? middle, Math.max(frame.metres / 2 ** steps, metres_min), frame) : frame;
}

function around({ easting, northing }: Spot, metres: number, { width, height }: Size): Frame {
  return {
    width,
    height,
    metres,
    x: (east) => width / 2 + (east - easting) / metres,
    y: (north) => height / 2 - (north - northing) / metres,
    west: easting - (width / 2) * metres,
    east: easting + (width / 2) * metres,
    south: northing - (height / 2) * metres,
    north: northing + (height / 2) * metres,
  };
}

export const canBeCloser = ({ metres }: Frame): boolean => metres / 2 >= metres_min;

export const within = ({ west, east, south, north }: Frame, { easting, northing }: Spot): boolean =>
  easting >= west && easting <= east && northing >= south && northing <= north;

const ends = (numbers: number[]): [number, number] => [Math.min(...numbers), Math.max(...numbers)];

export const kilometres = (a: Spot, b: Spot): number => Math.hypot(a.easting - b.easting, a.northing - b.northing) / 1000;

/** A round length that fits into so many pixels, for the scale bar. */
export function roundLength({ metres }: Frame, pixels_max: number): { pixels: number; words: string } {
  const most = metres * pixels_max;
  const power = 10 ** Math.floor(Math.log10(most));
  const length = ([5, 2].find((times) => times * power <= most) ?? 1) * power;
  return { pixels: length / metres, words: length < 1000 ? `${length} m` : `${length / 1000} km` };
}
