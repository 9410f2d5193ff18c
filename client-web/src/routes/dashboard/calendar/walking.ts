// Walking through the entries of a calendar by the arrows: sideways to the next entry, up and down to the next on the
// same day of another week. Tab goes through them as through any links.
import { weekdayOf } from "../../../words/months";

export interface Step {
  day: string;
}

/** To which entry a key leads; none where it leads nowhere. */
export function stepFrom(entries: Step[], at: number, key: string): number | undefined {
  const to = target(entries, at, key);
  return to !== undefined && to >= 0 && to < entries.length ? to : undefined;
}

function target(entries: Step[], at: number, key: string): number | undefined {
  const here = entries[at];
  if (!here) return undefined;
  const below = (day: string) => weekdayOf(day) === weekdayOf(here.day) && day !== here.day;
  switch (key) {
    case "ArrowRight":
      return at + 1;
    case "ArrowLeft":
      return at - 1;
    case "ArrowDown":
      return entries.findIndex(({ day }, index) => index > at && below(day));
    case "ArrowUp":
      return entries.findLastIndex(({ day }, index) => index < at && below(day));
    case "Home":
      return 0;
    case "End":
      return entries.length - 1;
    default:
      return undefined;
  }
}
