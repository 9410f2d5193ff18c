// A visit of earlier times is entered by the coordinator, and its school corrects what is wrong in it.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Locator, Page } from "playwright-core";
import { violations } from "./setup/axe";
import { chooseSchool, done, heading, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { ashton_park, findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";
import { fact } from "./setup/two_schools";

let program: Program;
let browser: Browser;
let lead: Window;
let coordinator: Window;
let place: Place;
let ashton = "";
let visit = "";

/** axe finds nothing, and nothing runs over the edge. */
async function fits(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
}

/** Opens the line behind which a form waits. */
async function unfold(page: Page, title: string): Promise<Locator> {
  await page.locator("summary").filter({ hasText: title }).click();
  return page.getByRole("form", { name: title });
}

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [lead, coordinator] = [await openWindow(browser, program, 360), await openWindow(browser, program)];
  await signIn(lead, program.account("lead"));
  place = await findPlace(lead);
  await lead.goto(`/schools/${ashton_park}`);
  await lead.locator('.strip[data-state="live"]').waitFor();
  ashton = (await lead.getByRole("heading", { level: 1 }).textContent())?.trim() ?? "";
  await signIn(coordinator, program.account("coordinator"));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the coordinator finds the way on the home page; what is missing is said", async () => {
  await coordinator.goto("/");
  await coordinator.getByRole("link", { name: "Enter what happened before" }).click();
  await heading(coordinator, "Enter what happened before");
  await press(coordinator, "Enter it");
  await coordinator.getByRole("link", { name: "Choose what happened" }).waitFor();
  await fits(coordinator);
});

it("and enters a visit of earlier times", async () => {
  await coordinator.getByRole("radio", { name: "A visit" }).check();
  const network = coordinator.locator(`input[type="radio"][value="${place.network}"]`);
  if ((await network.count()) > 0) await network.check();
  await chooseSchool(coordinator, /Which school visited/, ashton);
  await chooseSchool(coordinator, /Which school was visited/, place.other.name);
  await coordinator.getByLabel("What was the visit about?").selectOption("equity");
  await coordinator.getByLabel("On which day was it?").fill("2024-05-14");
  await fits(coordinator);
  await press(coordinator, "Enter it");
  await heading(coordinator, new RegExp(`visits ${place.other.name}`));
  visit = new URL(coordinator.url()).pathname;
  expect(await fact(coordinator, "How it came here").textContent()).toContain("Entered afterwards");
  await fits(coordinator);
});

it("its school sees it among its visits, with the word", async () => {
  await lead.goto("/visits");
  await lead.locator("li").filter({ has: lead.locator(`a[href="${visit}"]`) }).getByText("Entered afterwards").waitFor();
  await fits(lead);
});

it("and corrects its day, on a phone", async () => {
  await lead.goto(visit);
  const form = await unfold(lead, "Correct the day, or say that it did not take place");
  await form.getByRole("button", { name: "Correct it" }).click();
  await form.getByRole("link", { name: "Say whether the visit took place" }).waitFor();
  await form.getByRole("radio", { name: "Yes, on another day" }).check();
  await form.getByLabel("If so: on which day?").fill("2024-05-15");
  await fits(lead);
  await form.getByRole("button", { name: "Correct it" }).click();
  await done(lead, "The visit is corrected.");
  expect(await fact(lead, "Day").textContent()).toContain("Wednesday 15 May 2024");
});

it("and that it did not take place", async () => {
  await lead.reload();
  const form = await unfold(lead, "Correct the day, or say that it did not take place");
  await form.getByRole("radio", { name: "No, it did not take place" }).check();
  await form.getByLabel("Why is it corrected? (optional)").fill("It was another school.");
  await form.getByRole("button", { name: "Correct it" }).click();
  await done(lead, "The visit is corrected.");
  await lead.getByRole("heading", { name: "Why it did not take place" }).waitFor();
  expect(await fact(lead, "Stage").textContent()).toContain("Cancelled");
});

it("nothing complained", () => noComplaints(lead, coordinator));
