// The whole of a list that the server gives in pages, up to a bound.
import type { List } from "../api/types";

/** More than these nobody reads; the list says that it is cut. */
export const rows_max = 2000;
/** The most that the server gives at once. */
const page_size = 200;

export interface PageAsked {
  cursor?: string;
  limit: number;
}
export interface AllRows<Row> {
  rows: Row[];
  /** There are more than the bound. */
  cut: boolean;
}

export async function allRows<Row>(ask: (page: PageAsked) => Promise<List<Row>>, tell: (so_far: number) => void = () => {}): Promise<AllRows<Row>> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask({ ...(cursor ? { cursor } : {}), limit: page_size });
    rows.push(...page.items);
    tell(Math.min(rows.length, rows_max));
    // A page that leads to itself would never end.
    cursor = page.next === cursor ? undefined : page.next;
  } while (cursor && rows.length < rows_max);
  return { rows: rows.slice(0, rows_max), cut: rows.length > rows_max || Boolean(cursor) };
}
