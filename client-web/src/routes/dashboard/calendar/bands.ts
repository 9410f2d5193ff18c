// When schools are closed, as bands over some days: schools that are closed on the same of these days are one band.
import type { Closed, ClosedSpan } from "../../../api/types";

export interface Band {
  closed: Closed;
  first: string;
  last: string;
  /** What the schools call it: "autumn half-term". */
  names: string[];
  schools: string[];
}

/** `days` in their order: the days from Monday to Friday of a week, or of a month. */
export function bandsOf(days: string[], spans: ClosedSpan[]): Band[] {
  const bands = new Map<string, Band>();
  for (const { first, last, closed, name, schools } of spans) {
    const inside = days.filter((day) => first <= day && day <= last);
    const [from, to] = [inside[0], inside.at(-1)];
    if (!from || !to) continue;
    const band = bands.get(`${closed} ${from} ${to}`) ?? { closed, first: from, last: to, names: [], schools: [] };
    band.names = [...new Set([...band.names, name])].filter(Boolean);
    band.schools = [...new Set([...band.schools, ...schools])];
    bands.set(`${closed} ${from} ${to}`, band);
  }
  return [...bands.values()].sort((a, b) => a.first.localeCompare(b.first) || b.last.localeCompare(a.last));
}

/** One below the other only where they would meet. */
export function lanesOf(bands: Band[]): Band[][] {
  const lanes: Band[][] = [];
  for (const band of bands) {
    const free = lanes.find((lane) => (lane.at(-1)?.last ?? "") < band.first);
    if (free) free.push(band);
    else lanes.push([band]);
  }
  return lanes;
}

export interface BandCell {
  columns: number;
  /** None: nothing is said of these days. */
  band?: Band;
}

/** A lane as the cells of a row of the week. */
export function cellsOf(week: (string | null)[], lane: Band[]): BandCell[] {
  const cells: BandCell[] = [];
  let at = 0;
  for (const band of lane) {
    const [from, to] = [week.indexOf(band.first), week.indexOf(band.last)];
    if (from > at) cells.push({ columns: from - at });
    cells.push({ columns: to - from + 1, band });
    at = to + 1;
  }
  return at < week.length ? [...cells, { columns: week.length - at }] : cells;
}
