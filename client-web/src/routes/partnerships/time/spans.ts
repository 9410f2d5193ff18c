// Partnerships as stretches of time: from the proposal to the end, or to today; by pair of schools.
import type { PartnershipSummary } from "../../../api/types";

export interface Span {
  partnership: PartnershipSummary;
  /** The first day that is known of it. */
  from: string;
  /** When it was accepted; none where it never was. */
  began?: string | undefined;
  /** Its last day; today while it is not over. */
  until: string;
  over: boolean;
}
/** Whoever proposed it: the two in the order of their names. */
export interface Pairing {
  key: string;
  schools: [string, string];
  spans: Span[];
}

const over = ["declined", "withdrawn", "ended"];

/** None where not even the day is known on which it was proposed or began. */
export function spanOf(partnership: PartnershipSummary, today: string): Span | undefined {
  const { proposed_on, began_on, ended_on, stage } = partnership;
  const [from] = [proposed_on, began_on].filter((day) => day !== undefined).sort();
  if (!from) return undefined;
  const ended = over.includes(stage);
  const until = ended ? (ended_on ?? from) : today;
  return { partnership, from, began: began_on, until: until < from ? from : until, over: ended };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** In the order of the schools' names; those of a pair in the order in which they began. */
export function pairings(spans: Span[], nameOf: (urn: string) => string): Pairing[] {
  const byName = (a: string, b: string) => nameOf(a).localeCompare(nameOf(b), "en-GB") || compare(a, b);
  const pairs = new Map<string, Pairing>();
  for (const span of spans) {
    const schools = [span.partnership.school, span.partnership.partner].sort(byName) as [string, string];
    const key = schools.join("+");
    const pair = pairs.get(key) ?? { key, schools, spans: [] };
    pair.spans.push(span);
    pairs.set(key, pair);
  }
  for (const { spans: of_pair } of pairs.values()) of_pair.sort((a, b) => compare(a.from, b.from));
  return [...pairs.values()].sort((a, b) => byName(a.schools[0], b.schools[0]) || byName(a.schools[1], b.schools[1]));
}

/** Whole months from one day to another, as people count them: 15 March to 14 April is none. */
export function monthsBetween(from: string, until: string): number {
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  const [year2 = 0, month2 = 0, day2 = 0] = until.split("-").map(Number);
  return Math.max(0, (year2 - year) * 12 + month2 - month - (day2 < day ? 1 : 0));
}
