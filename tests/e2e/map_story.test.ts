// The map of a cluster: walked by keyboard, gone closer to, read as a table, saved; each state is a link.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { violations } from "./setup/axe";
import { heading, live, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { ashton_park, findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let place: Place;

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  const page = await openWindow(browser, program);
  await signIn(page, program.account("lead"));
  place = await findPlace(page);
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

const map = (page: Window) => page.getByRole("img", { name: /Map of the schools/ });
const overTheEdge = (page: Window) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function fits(page: Window): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await overTheEdge(page), "pixels over the edge").toBeLessThanOrEqual(0);
}

describe.each([[1280], [360]])("at %i pixels", (width) => {
  let page: Window;

  beforeAll(async () => {
    page = await openWindow(browser, program, width);
    await signIn(page, program.account("head"), `/clusters/${place.cluster}`);
    await heading(page, "Bristol South");
    await live(page);
  });
  afterAll(() => page?.context().close());

  it("loads the boundaries when somebody looks at the map, and not before", async () => {
    const loaded = (): Promise<boolean> => page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("boundaries")));
    expect(await loaded()).toBe(false);
    await press(page, "On a map");
    await map(page).locator(".map__land").first().waitFor();
    expect(await loaded()).toBe(true);
    await page.getByText("Contains OS data © Crown copyright and database right 2019").waitFor();
    expect(new URL(page.url()).searchParams.get("view")).toBe("map");
    await fits(page);
  });

  it("is walked by arrows; Enter shows a school, Escape lets it go", async () => {
    await page.getByRole("listbox", { name: "Schools" }).focus();
    await page.keyboard.press("a");
    while ((await page.locator(".node[data-walked]").getAttribute("data-school")) !== ashton_park) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 3, name: /Ashton Park/ }).waitFor();
    expect(await map(page).locator(`.node[data-school="${ashton_park}"]`).getAttribute("data-chosen")).toBe("true");
    await fits(page);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".inspector").count()).toBe(0);
    await map(page).locator(`.node[data-school="${ashton_park}"]`).click();
    await page.locator(".inspector").waitFor();
  });

  it("goes closer to the school that is chosen; a link leads to the same view", async () => {
    const length = () => map(page).locator(".map__scale").textContent();
    const before = await length();
    await press(page, "Closer");
    await page.getByText(/beyond the edge of the map/).waitFor();
    const after = await length();
    expect(after).not.toBe(before);
    await page.reload();
    await page.getByText(/beyond the edge of the map/).waitFor();
    await expect.poll(length).toBe(after);
    await press(page, "Wider");
    await expect.poll(length).toBe(before);
  });

  it("is a table, with the distances to the school that is chosen, and a file", async () => {
    const picture = page.locator("[data-part=picture]");
    await picture.getByRole("button", { name: "Show as table" }).click();
    const table = page.getByRole("table", { name: "Where the schools are" });
    await table.getByRole("row").filter({ hasText: "Ashton Park" }).filter({ hasText: "0.0" }).waitFor();
    await fits(page);
    const saving = page.waitForEvent("download");
    await picture.getByRole("button", { name: "Save as CSV" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe("places.csv");
    const lines = readFileSync(await saved.path(), "utf8").trimEnd().split("\r\n");
    expect(lines[0]).toBe("\ufeffurn,school,local_authority,easting,northing,km_to_chosen_school");
    expect(lines).toHaveLength(1 + (await page.getByRole("option").count()));
    expect(lines.find((line) => line.startsWith(ashton_park))).toMatch(/,356\d{3},171\d{3},0\.000$/);
  });

  it("nothing complained", () => noComplaints(page));
});

it("schools that share one place are set side by side, and it is said", async () => {
  const page = await openWindow(browser, program);
  await signIn(page, program.account("coordinator"), "/networks");
  const link = page.getByRole("link", { name: "Bicester and Cherwell" });
  await link.first().waitFor();
  await page.goto(`${await link.first().getAttribute("href")}?view=map`);
  await page.getByText(/Glory Farm Primary School and The Cooper School share one place and are set side by side/).waitFor();
  noComplaints(page);
  await page.context().close();
});
