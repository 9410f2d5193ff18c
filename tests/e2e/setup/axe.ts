// What axe finds on a page.
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

interface Violation {
  id: string;
  nodes: { html: string }[];
}

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate(async () => {
    const run = (window as unknown as { axe: { run(of: Document, options: object): Promise<{ violations: Violation[] }> } }).axe.run;
    const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    return (await run(document, { runOnly: standards })).violations;
  })) as Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** axe finds nothing, and nothing runs over the edge. */
export async function fits(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
}

/** So at both widths; at the wider one it stays. */
export async function fitsBoth(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page);
  }
}
