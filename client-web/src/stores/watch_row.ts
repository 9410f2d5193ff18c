// Tells when a visit, review, partnership or meeting on the screen was changed elsewhere: by the live page of a
// school that takes part in it, or of the cluster that meets.
import type { DashboardChange, SchoolPageChange } from "../api/types";
import { connection } from "./live";

type OfSchool = Pick<SchoolPageChange, "visits" | "reviews" | "partnerships">;
type OfCluster = Pick<DashboardChange, "meetings">;
type Seen = (version: number) => void;

export function watchRow(school: string, id: string, seen: Seen): () => void {
  return watch(`school/${school}/network`, (rows: OfSchool) => [...rows.visits, ...rows.reviews, ...rows.partnerships], id, seen);
}

export function watchMeeting(cluster: string, id: string, seen: Seen): () => void {
  return watch(`cluster/${cluster}/network`, ({ meetings }: OfCluster) => meetings, id, seen);
}

function watch<Rows>(topic: string, rowsOf: (rows: Rows) => { id: string; version: number }[], id: string, seen: Seen): () => void {
  const look = (rows: Rows) => {
    const row = rowsOf(rows).find((each) => each.id === id);
    if (row) seen(row.version);
  };
  return connection.watch(topic, {
    snapshot: (_position, view) => look(view as Rows),
    delta: (_position, changes) => look(changes as Rows),
    refused: () => undefined, // the page still shows what was read
    state: () => undefined,
  });
}
