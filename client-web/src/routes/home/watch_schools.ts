// Tells, at most a few times a second, that something happened at one of the reader's schools.
import { connection } from "../../stores/live";

const gather_ms = 250;

export function watchSchools(schools: string[], changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, gather_ms);
  };
  const nothing = () => undefined;
  const stops = schools.map((school) =>
    connection.watch(`school/${school}/network`, { snapshot: nothing, delta: soon, refused: nothing, state: nothing }),
  );
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
