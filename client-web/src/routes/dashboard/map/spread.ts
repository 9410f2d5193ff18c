// Schools at one place, or nearly, are moved apart on the map until each can be seen and pressed.
import type { At } from "../layout";

const rounds_max = 60;
/** Points that lie on one another part in these directions, the golden angle on from one to the next. */
const turn = 2.4;

/** The same points, none nearer to another than `gap` where the rounds suffice; their middle stays. */
export function spread(points: At[], gap: number): At[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < rounds_max; round += 1) if (!part(moved, gap)) break;
  return moved;
}

function part(points: At[], gap: number): boolean {
  let some = false;
  const cells = inCells(points, gap);
  for (const [index, point] of points.entries())
    for (const other of around(cells, point, gap)) if (other > index) some = push(point, points[other]!, gap, index) || some;
  return some;
}

/** Each of the two goes half the way that is missing. */
function push(a: At, b: At, gap: number, index: number): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const apart = Math.hypot(dx, dy);
  if (apart >= gap - 0.01) return false;
  const [ux, uy] = apart < 0.01 ? [Math.cos(turn * index), Math.sin(turn * index)] : [dx / apart, dy / apart];
  const step = (gap - apart) / 2;
  a.x -= ux * step;
  a.y -= uy * step;
  b.x += ux * step;
  b.y += uy * step;
  return true;
}

const cellOf = ({ x, y }: At, gap: number): [number, number] => [Math.floor(x / gap), Math.floor(y / gap)];

/** Indexes by cells of the size of the gap: only neighbours can be too near. */
function inCells(points: At[], gap: number): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  for (const [index, point] of points.entries()) {
    const key = cellOf(point, gap).join();
    cells.set(key, [...(cells.get(key) ?? []), index]);
  }
  return cells;
}

function around(cells: Map<string, number[]>, point: At, gap: number): number[] {
  const [column, row] = cellOf(point, gap);
  const steps = [-1, 0, 1];
  return steps.flatMap((dx) => steps.flatMap((dy) => cells.get(`${column + dx},${row + dy}`) ?? []));
}
