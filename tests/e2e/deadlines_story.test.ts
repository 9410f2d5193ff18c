// The deadlines of a network: set by its coordinator, seen by a school.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Locator, Page } from "playwright-core";
import { violations } from "./setup/axe";
import { done, heading, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let lead: Window;
let coordinator: Window;
let place: Place;

const step = "Answer the request for a visit";
const row = (page: Page): Locator => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: step }) });

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [lead, coordinator] = [await openWindow(browser, program), await openWindow(browser, program, 360)];
  await signIn(lead, program.account("lead"));
  place = await findPlace(lead);
  await signIn(coordinator, program.account("coordinator"));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("a lead finds them by the list of networks, and cannot change them", async () => {
  await lead.goto("/networks");
  await lead.locator(`a[href="/networks/${place.network}/deadlines"]`).click();
  await heading(lead, "Deadlines");
  await row(lead).filter({ hasText: "The usual" }).waitFor();
  expect(await lead.getByRole("button", { name: "Save deadlines" }).count()).toBe(0);
});

it("the coordinator sets one, on a phone; what cannot be is said at the top and at the field", async () => {
  await coordinator.goto(`/networks/${place.network}/deadlines`);
  await coordinator.getByLabel(step, { exact: true }).fill("0");
  await press(coordinator, "Save deadlines");
  await coordinator.getByRole("link", { name: `${step}: enter a whole number from 1 to 190` }).waitFor();
  expect(await violations(coordinator)).toEqual([]);
  expect(await coordinator.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
  await coordinator.getByLabel(step, { exact: true }).fill("15");
  await press(coordinator, "Save deadlines");
  await done(coordinator, "The deadlines are saved");
  await expect.poll(() => coordinator.getByLabel(step, { exact: true }).inputValue()).toBe("15");
});

it("the lead sees the network's own number", async () => {
  await lead.reload();
  await row(lead).filter({ hasText: /15.*The network’s own/ }).waitFor();
});

it("left empty it goes back to the usual number", async () => {
  await coordinator.getByLabel(step, { exact: true }).fill("");
  await press(coordinator, "Save deadlines");
  await expect.poll(() => coordinator.getByLabel(step, { exact: true }).inputValue()).toBe("10");
  await lead.reload();
  await row(lead).filter({ hasText: "The usual" }).waitFor();
});

it("nothing complained", () => noComplaints(lead, coordinator));
