// A meeting of a cluster from the proposed days to who was there, through the screens of its coordinator and of a school.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Locator, Page } from "playwright-core";
import { violations } from "./setup/axe";
import { done, heading, homeSection, live, noComplaints, openBrowser, openWindow, press, signIn, weekdayFromToday, type Window } from "./setup/browser";
import { ashton_park, cluster_name, findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let coordinator: Window;
let lead: Window;
let place: Place;
let meeting = "";

const row = (form: Locator, urn: string): Locator => form.locator(`tr[id$="attendance_${urn}"]`);

/** The form of that name; where it waits behind a line, that is opened. */
async function unfold(page: Page, title: string): Promise<Locator> {
  const [form, line] = [page.getByRole("form", { name: title }), page.locator("summary").filter({ hasText: title })];
  await form.or(line).first().waitFor();
  if (!(await form.isVisible())) await line.click();
  await form.waitFor();
  return form;
}

/** axe finds nothing, and nothing runs over the edge of the phone. */
async function fits(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
}

/** The meeting's line on the cluster's dashboard. */
async function lineOnDashboard(page: Page): Promise<Locator> {
  await page.goto(`/clusters/${place.cluster}`);
  await live(page);
  const section = page.locator('[data-part="meetings"]');
  const more = section.getByRole("button", { name: /^Show \d+ more$/ });
  if (await more.isVisible()) await more.click();
  return section.getByRole("listitem").filter({ has: page.locator(`a[href="${meeting}"]`) });
}

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [coordinator, lead] = [await openWindow(browser, program, 360), await openWindow(browser, program)];
  await signIn(lead, program.account("lead"));
  place = await findPlace(lead);
  await signIn(coordinator, program.account("coordinator"));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("a coordinator comes to plan a meeting, on a phone; what is missing is said at the top and at the field", async () => {
  await coordinator.goto(`/clusters/${place.cluster}`);
  await coordinator.getByRole("link", { name: "Plan a meeting" }).click();
  await heading(coordinator, "Plan a meeting");
  await coordinator.getByText("It is its turn").waitFor();
  await coordinator.getByText(/^\d of \d+ schools open|^All \d+ schools open/).first().waitFor();
  await press(coordinator, "Propose the days");
  await coordinator.getByRole("link", { name: "Choose at least one day" }).waitFor();
  await fits(coordinator);
});

it("and proposes two days, by the keyboard", async () => {
  const open = coordinator.getByRole("group", { name: "On which days might it meet?" }).locator("input:enabled");
  await open.nth(0).press("Space");
  await open.nth(1).press("Space");
  await coordinator.getByText(/^2 days chosen: /).waitFor();
  await coordinator.getByRole("radio", { name: "In person or remotely" }).check();
  await coordinator.getByLabel(/What is it about/).fill("Reading across the phases.");
  await press(coordinator, "Propose the days");
  await heading(coordinator, `Meeting of ${cluster_name}`);
  meeting = new URL(coordinator.url()).pathname;
  await coordinator.getByText("Reading across the phases.").waitFor();
});

it("a lead finds it on the home page, and says which day suits", async () => {
  const mine = await homeSection(lead, "Waiting for you");
  await mine.locator(`a[href="${meeting}"]`).filter({ hasText: "Say which days suit for the meeting" }).click();
  await heading(lead, `Meeting of ${cluster_name}`);
  const form = await unfold(lead, "Say which days suit");
  await form.getByRole("button", { name: "Send the answer" }).click();
  await lead.getByRole("link", { name: "Choose the days that suit, or say that none of them does" }).waitFor();
  await form.getByRole("checkbox").first().check();
  await form.getByRole("button", { name: "Send the answer" }).click();
  await done(lead, "Your answer is with the cluster");
});

it("the coordinator's page follows by itself, and the coordinator settles that day", async () => {
  await coordinator.getByText("Suits 1 of").first().waitFor();
  const form = await unfold(coordinator, "Settle the day");
  await form.getByRole("radio").first().check();
  await form.getByLabel("When does it start? (optional)").fill("16:00");
  await form.getByLabel("Where is it? (optional)").fill("The library");
  await form.getByRole("button", { name: "Settle the day" }).click();
  await done(coordinator, "The day is settled");
});

it("the lead's page follows, and the lead says that somebody comes", async () => {
  await lead.getByText("The library").waitFor();
  await lead.getByText("16:00, UK time").waitFor();
  const form = await unfold(lead, "Say whether somebody comes");
  await form.getByRole("radio", { name: "Yes, in person" }).check();
  await form.getByRole("button", { name: "Send the reply" }).click();
  await done(lead, "Your reply is with the cluster");
});

it("the cluster's dashboard says when it meets and who comes, and the home page that it is coming up", async () => {
  const line = await lineOnDashboard(coordinator);
  await line.filter({ hasText: /16:00[^]*Hosted by [^]*1 coming/ }).waitFor();
  const coming = await homeSection(lead, "Coming up");
  await coming.locator(`a[href="${meeting}"]`).filter({ hasText: `Meeting of ${cluster_name}, hosted by` }).waitFor();
  await lead.goto(meeting);
});

it("who was there is written down on one screen, beginning from the replies; a school that is left out is named", async () => {
  await coordinator.goto(meeting);
  const form = await unfold(coordinator, "Write down who was there");
  expect(await row(form, ashton_park).getByRole("radio", { name: /In person$/ }).isChecked()).toBe(true);
  // On its own day, or, where that is still to come, on the last working day.
  const day = form.getByLabel("On which day was it?");
  if ((await day.inputValue()) === "") await day.fill(weekdayFromToday(-1));
  await form.getByRole("button", { name: "Write it down" }).click();
  await coordinator.getByRole("link", { name: `Say whether ${place.other.name} was there` }).waitFor();
  await fits(coordinator);
  for (const each of await form.locator("tbody tr").all()) if ((await each.locator("input:checked").count()) === 0) await each.getByRole("radio", { name: /Absent$/ }).check();
  await row(form, place.other.urn).getByRole("radio", { name: /Remotely$/ }).check();
  await row(form, place.other.urn).getByRole("checkbox", { name: /Substitute$/ }).check();
  await form.getByRole("button", { name: "Write it down" }).click();
  await done(coordinator, "Who was there is written down");
});

it("the lead's page follows; what was wrong is corrected, with the reason", async () => {
  await lead.getByText("Remotely (1)").waitFor();
  await lead.getByText("(a substitute)").waitFor();
  const form = await unfold(coordinator, "Correct who was there");
  expect(await row(form, place.other.urn).getByRole("checkbox", { name: /Substitute$/ }).isChecked()).toBe(true);
  await form.getByRole("button", { name: "Correct it" }).click();
  await coordinator.getByRole("link", { name: "Nothing is changed yet: correct what is wrong" }).waitFor();
  await row(form, place.other.urn).getByRole("radio", { name: /In person$/ }).check();
  await form.getByLabel("Why is it corrected? (optional)").fill("They came after all.");
  await form.getByRole("button", { name: "Correct it" }).click();
  await done(coordinator, "Who was there is corrected");
  await lead.getByText("In person (2)").waitFor();
  await lead.getByText("They came after all.").waitFor();
});

it("the dashboard says how many were there", async () => {
  await (await lineOnDashboard(coordinator)).filter({ hasText: /2 of \d+ were there/ }).waitFor();
});

it("nothing complained", () => noComplaints(coordinator, lead));
