// Which names have room on the map, and where: beside, above or beneath their point, never on
// another name or another school.
import type { At, Size } from "../layout";

export interface Wanted extends At {
  key: string;
  text: string;
}
export interface Name extends Wanted {
  anchor: "start" | "middle" | "end";
}
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Of the 14-pixel type on the map: what a letter takes on average, and what stays free at each end. */
const letter = 7.4;
const free = 3;
const line = 16;

/** The box of a text whose baseline is at y. */
export function boxOf({ text, x, y, anchor }: Omit<Name, "key">): Box {
  const width = text.length * letter;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left: left - free, right: left + width + free, top: y - line + 4, bottom: y + 4 };
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = ({ left, top, right, bottom }: Box, { width, height }: Size) => left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - 2;

export const hasRoom = (box: Box, taken: Box[], size: Size) => inside(box, size) && !taken.some((other) => meet(box, other));

/** In the order in which they are wanted; each that is placed is added to what is taken. */
export function place(wanted: Wanted[], away: number, taken: Box[], size: Size): Name[] {
  return wanted.flatMap((each) => {
    const name = tries(each, away).find((tried) => hasRoom(boxOf(tried), taken, size));
    if (name) taken.push(boxOf(name));
    return name ? [name] : [];
  });
}

function tries({ x, y, ...rest }: Wanted, away: number): Name[] {
  return [
    { ...rest, x: x + away, y: y + 5, anchor: "start" },
    { ...rest, x: x - away, y: y + 5, anchor: "end" },
    { ...rest, x, y: y - away, anchor: "middle" },
    { ...rest, x, y: y + away + 11, anchor: "middle" },
  ];
}
