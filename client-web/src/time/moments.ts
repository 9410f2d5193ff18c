// The moments that one steps through: what was written down in one go is one of them.
import type { LogEvent } from "../api/types";

export interface Moment {
  /** Of its first and of its last event. */
  first: number;
  position: number;
  recorded: string;
  events: LogEvent[];
}

/** What has changed nothing that is shown: the words are gone from the whole past. */
const unseen = new Set(["text-redacted"]);

const keyOf = ({ correlation, recorded }: LogEvent) => correlation ?? recorded;

/** Of events, oldest first. */
export function momentsOf(events: LogEvent[]): Moment[] {
  const moments: Moment[] = [];
  for (const event of events.filter(({ kind }) => !unseen.has(kind))) {
    const last = moments.at(-1);
    if (last?.events[0] && keyOf(last.events[0]) === keyOf(event)) moments[moments.length - 1] = { ...last, position: event.position, events: [...last.events, event] };
    else moments.push({ first: event.position, position: event.position, recorded: event.recorded, events: [event] });
  }
  return moments;
}

/** Two runs of moments, one after the other: a page may end within one. */
export const joined = (before: Moment[], after: Moment[]): Moment[] => {
  const [last, first] = [before.at(-1), after[0]];
  if (!last || !first) return [...before, ...after];
  return [...before.slice(0, -1), ...momentsOf([...last.events, ...first.events]), ...after.slice(1)];
};

/** Which of them was the last at a position; -1: none yet. */
export function indexAt(moments: Moment[], position: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.first ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
