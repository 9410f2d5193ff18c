// How changes meet a view: a row replaces the row of the same key; lists keep their order.
import type { ActivityEntry } from "../api/types";

/** The newest lines that a feed keeps: as many as the server. */
export const activity_max = 50;

/** `rows` with `changed` in them, ordered by `key`. */
export function upsertSorted<Row>(rows: Row[], changed: Row[], key: (row: Row) => string): Row[] {
  if (changed.length === 0) return rows;
  const byKey = new Map(rows.map((row) => [key(row), row]));
  for (const row of changed) byKey.set(key(row), row);
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
}

/** `rows` with `changed` in them, the newest `max`: ids are ULIDs, so their order is the order in which things began. */
export function upsertNewest<Row extends { id: string }>(rows: Row[], changed: Row[], max: number): Row[] {
  if (changed.length === 0) return rows;
  const merged = [...rows];
  for (const row of changed) {
    const at = merged.findIndex((other) => other.id === row.id);
    if (at >= 0) merged[at] = row;
    else merged.splice(placeFor(merged, row.id), 0, row);
  }
  return merged.slice(0, max);
}

function placeFor(rows: { id: string }[], id: string): number {
  const at = rows.findIndex((other) => other.id < id);
  return at >= 0 ? at : rows.length;
}

/** Newest first; `later` comes oldest first and is added once. */
export function addActivity(newestFirst: ActivityEntry[], later: ActivityEntry[]): ActivityEntry[] {
  if (later.length === 0) return newestFirst;
  const newest = newestFirst[0]?.position ?? 0;
  const fresh = later.filter((entry) => entry.position > newest).reverse();
  return [...fresh, ...newestFirst].slice(0, activity_max);
}
