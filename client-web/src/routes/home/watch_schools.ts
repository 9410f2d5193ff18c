// Tells, at most a few times a second, that something happened at one of the reader's schools, or in
// one of their clusters: a meeting is every member's, and a day that begins makes things overdue.
import { connection } from "../../stores/live";

const gather_ms = 250;

export function watchSchools(schools: string[], clusters: string[], changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, gather_ms);
  };
  const nothing = () => undefined;
  const topics = [...schools.map((school) => `school/${school}/network`), ...clusters.map((cluster) => `cluster/${cluster}/network`)];
  const stops = topics.map((topic) => connection.watch(topic, { snapshot: nothing, delta: soon, refused: nothing, state: nothing }));
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
