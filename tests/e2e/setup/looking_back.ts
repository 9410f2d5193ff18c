// What a page of the past says, and where its buttons are.
import type { Locator, Page } from "playwright-core";

/** The strip of a page of the past. */
export const past = (page: Page): Locator => page.locator('.strip[data-state="past"]');
/** What had happened last. */
export const told = (page: Page, words: RegExp | string) => past(page).locator("mark").filter({ hasText: words }).waitFor();
/** How many visits are agreed to, or were. */
export const agreed = async (page: Page) => Number(await page.locator('[data-counts="visits"] [data-stage="agreed"] dd:not(.counts__now)').textContent());
/** The moment that the address has. */
export const at = (page: Page) => new URL(page.url()).searchParams.get("at") ?? "";
/** Nothing is being read. */
export const quiet = (page: Page) => past(page).and(page.locator('[aria-busy="false"]')).waitFor();
/** Where the buttons of the strip are. */
export const places = (page: Page) =>
  past(page)
    .locator("button:not(p button)")
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ x, y, width, height }) => [x, y + scrollY, width, height].join(" ")));
