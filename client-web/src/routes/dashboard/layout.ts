// Where each school stands round the circle, and how lines run between two places.
import type { Member } from "../../api/types";
import { others } from "./exchange";

export interface Place {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}
/** A point of a drawing, in pixels. */
export type At = Pick<Place, "x" | "y">;

export interface Size {
  width: number;
  height: number;
}
export function circle(members: Member[], withOthers: boolean, { width, height }: Size, named: boolean): Map<string, Place> {
  const keys = [...members.map(({ school }) => school), ...(withOthers ? [others] : [])];
  const [rx, ry] = named ? [width / 2 - 225, height / 2 - 50] : [width / 2 - 30, height / 2 - 34];
  const places = new Map<string, Place>();
  for (const [index, key] of keys.entries()) {
    const angle = (2 * Math.PI * index) / keys.length - Math.PI / 2;
    const cosine = Math.cos(angle);
    const anchor = Math.abs(cosine) < 0.2 ? "middle" : cosine > 0 ? "start" : "end";
    places.set(key, { x: width / 2 + rx * cosine, y: height / 2 + ry * Math.sin(angle), anchor });
  }
  return places;
}

/** Between partners, who are equals: neither bent nor pointing. */
export const straight = (a: At, b: At): string => `M${a.x.toFixed(1)} ${a.y.toFixed(1)}L${b.x.toFixed(1)} ${b.y.toFixed(1)}`;

/** From giver to receiver, bent to its left, so that there and back are two lines. */
export function bend(from: At, to: At, gap: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bow = Math.min(60, length * 0.14);
  const [mx, my] = [(from.x + to.x) / 2 + uy * bow, (from.y + to.y) / 2 - ux * bow];
  const end = { x: to.x - ux * gap, y: to.y - uy * gap };
  const n = (value: number) => value.toFixed(1);
  return `M${n(from.x)} ${n(from.y)}Q${n(mx)} ${n(my)} ${n(end.x)} ${n(end.y)}`;
}
