// A school's ledger as its own staff see it.
import type { Locator, Page } from "playwright-core";
import { heading } from "./browser";
import { read } from "./staff";

export interface Sums {
  reviews_given: number;
  reviews_received: number;
  days_given: number;
  days_received: number;
  visits_hosted: number;
  visits_made: number;
}

/** All that the server adds up of the last three years. */
export async function sumsOf(page: Page, urn: string): Promise<Sums> {
  const { rows } = await read<{ rows: (Sums & { school: string })[] }>(page, `/ledger?school=${urn}`);
  const row = rows.find(({ school }) => school === urn);
  if (!row) throw new Error(`The ledger has no row of ${urn}.`);
  return row;
}

/** Opens the page; within some days, or all of the last three years. */
export async function openLedger(page: Page, urn: string, days?: { from: string; to: string }): Promise<void> {
  await page.goto(`/schools/${urn}/ledger${days ? `?from=${days.from}&to=${days.to}` : ""}`);
  await heading(page, "Ledger");
  await page.getByRole("heading", { name: "Line by line" }).waitFor();
}

/** A number of the sums: "Reviews", "Gave". */
export async function sum(page: Page, what: string, column: string): Promise<number> {
  const row = page.locator("tr").filter({ has: page.getByRole("rowheader", { name: what, exact: true }) });
  return Number(await row.locator(`[data-name="${column}"]`).textContent());
}

/** The line of a visit or review, by the address of its page. */
export const lineOf = (page: Page, address: string): Locator => page.locator("tr").filter({ has: page.locator(`a[href="${address}"]`) });
