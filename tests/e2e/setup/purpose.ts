// What two schools may still begin together: the sample's own partnerships differ from day to day.
import type { Page } from "playwright-core";
import { read } from "./staff";

interface Open {
  school: string;
  partner: string;
  purpose: string;
}

/** The first of the purposes for which the two have no open partnership. */
export async function freePurpose(page: Page, one: string, other: string, purposes: string[]): Promise<string> {
  const { items } = await read<{ items: Open[] }>(page, `/partnerships?school=${one}&open=true&limit=200`);
  const taken = items.filter(({ school, partner }) => [school, partner].includes(other)).map(({ purpose }) => purpose);
  const free = purposes.find((purpose) => !taken.includes(purpose));
  if (!free) throw new Error("The two schools work on everything together already.");
  return free;
}
