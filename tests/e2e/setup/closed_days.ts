// The days on which schools of the sample are closed, so that stories plan nothing on them, whenever they are played.
import type { Account } from "./program";

interface Spans {
  terms: { first: string; last: string }[];
  closed: { first: string; last: string }[];
}

export const day_ms = 86_400_000;
/** Longer than any story looks ahead. */
const days_ahead = 200;
/** Of each authority that a story plays in, and those with days of their own. */
const schools = ["145398", "145320", "136668", "137456", "141069", "141051"];

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Asked of the running program, as its lead. */
export async function closedDays(address: string, { email, password }: Account): Promise<string[]> {
  const signed = await fetch(`${address}/api/v1/session`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ email, password }) });
  const cookie = signed.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
  const read = async <T>(path: string) => (await (await fetch(`${address}/api/v1${path}`, { headers: { Cookie: cookie } })).json()) as T;
  const all = Array.from({ length: days_ahead }, (_, index) => dayOf(Date.now() + index * day_ms));
  const { items } = await read<{ items: { id: string }[] }>("/networks");
  const { holidays } = await read<{ holidays: { day: string }[] }>(`/networks/${items[0]?.id}/calendar?from=${all[0]}&to=${all.at(-1)}`);
  const closed = new Set(holidays.map(({ day }) => day));
  for (const urn of schools) {
    const { years } = await read<{ years: (Spans & { year: number })[] }>(`/schools/${urn}/term-dates`);
    for (const day of all) if (years.some((year) => isClosed(day, year))) closed.add(day);
  }
  return [...closed];
}

function isClosed(day: string, { year, terms, closed }: Spans & { year: number }): boolean {
  const within = (spans: { first: string; last: string }[]) => spans.some(({ first, last }) => first <= day && day <= last);
  if (day < `${year}-08-01` || day > `${year + 1}-07-31`) return false;
  return within(closed) || (terms.length > 0 && !within(terms));
}
