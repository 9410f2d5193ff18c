// Tells when a visit, review or partnership on the screen was changed elsewhere: by the live page of a school
// that takes part in it.
import type { SchoolPageChange } from "../api/types";
import { connection } from "./live";

type Rows = Pick<SchoolPageChange, "visits" | "reviews" | "partnerships">;

export function watchRow(school: string, id: string, seen: (version: number) => void): () => void {
  const look = (rows: Rows) => {
    const row = [...rows.visits, ...rows.reviews, ...rows.partnerships].find((each) => each.id === id);
    if (row) seen(row.version);
  };
  return connection.watch(`school/${school}/network`, {
    snapshot: (_position, view) => look(view as Rows),
    delta: (_position, changes) => look(changes as Rows),
    refused: () => undefined, // the page still shows what was read
    state: () => undefined,
  });
}
