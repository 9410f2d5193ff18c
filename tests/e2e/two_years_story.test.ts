// Staff of The Cooper School and of Glory Farm Primary, its feeder school, share what they know: a partnership of two
// years with visits there and back. The first year is entered afterwards, as where a network begins with Commonweal.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { chooseSchool, done, heading, live, noComplaints, openBrowser, openWindow, press, signIn, weekdayFromToday, type Window } from "./setup/browser";
import { findPlace } from "./setup/cluster";
import { lineOf, openLedger, sum, sumsOf, type Sums } from "./setup/ledger";
import { endProgram, startProgram, type Program } from "./setup/program";
import { freePurpose } from "./setup/purpose";
import { addressOf, cooper, glory_farm, openAs, showAll, unfold, type School } from "./setup/staff";
import { fact } from "./setup/two_schools";
import { agreeToVisit, askForVisit, chooseNetwork, recordVisit, setDay } from "./setup/visiting";

let program: Program;
let browser: Browser;
let coordinator: Window;
let primary: Window;
let secondary: Window;
let network = "";
let purpose = "";
let partnership = "";
const before = new Map<string, Sums>();
const visits = { there: "", back: "", there_again: "", back_again: "" };

const began = weekdayFromToday(-740);
const days = { there: weekdayFromToday(-690), back: weekdayFromToday(-640), corrected: weekdayFromToday(-633), there_again: weekdayFromToday(-40), back_again: weekdayFromToday(-5) };
const first_year = { from: began, to: weekdayFromToday(-600) };
const sayDay = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(new Date(`${day}T12:00:00Z`)).replace(",", "");

/** The coordinator enters something of before; answers the address of its page. */
async function enter(kind: "visit" | "partnership", sides: [[RegExp, School], [RegExp, School]], theme: RegExp, on: [RegExp, string]): Promise<string> {
  await coordinator.goto(`/past/new?kind=${kind}`);
  await chooseNetwork(coordinator, network);
  for (const [question, { name }] of sides) await chooseSchool(coordinator, question, name);
  await coordinator.getByLabel(theme).selectOption(purpose);
  await coordinator.getByLabel(on[0]).fill(on[1]);
  await press(coordinator, "Enter it");
  await coordinator.waitForURL(new RegExp(`/${kind}s/\\w+$`));
  return addressOf(coordinator);
}

const enterVisit = (guest: School, host: School, day: string) =>
  enter("visit", [[/Which school visited/, guest], [/Which school was visited/, host]], /What was the visit about/, [/On which day was it/, day]);

async function writeDown(page: Page, day: string, activity: string): Promise<void> {
  await page.goto(partnership);
  const form = await unfold(page, "Write down what you did together");
  await form.getByLabel("On which day was it?").fill(day);
  await form.getByLabel("What did you do?").fill(activity);
  await form.getByRole("button", { name: "Write it down" }).click();
  await done(page, "What you did is written down");
}

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  coordinator = await openWindow(browser, program);
  await signIn(coordinator, program.account("coordinator"));
  network = (await findPlace(coordinator)).network;
  purpose = await freePurpose(coordinator, cooper.urn, glory_farm.urn, ["curriculum", "transition", "teaching-and-learning", "assessment"]);
  [primary, secondary] = [await openAs(browser, program, "lead", glory_farm, 360), await openAs(browser, program, "lead", cooper)];
  before.set(glory_farm.urn, await sumsOf(primary, glory_farm.urn)).set(cooper.urn, await sumsOf(secondary, cooper.urn));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the coordinator enters the partnership of the two, and a visit each way, as they were two years ago", async () => {
  partnership = await enter("partnership", [[/Which school works together/, glory_farm], [/With which school/, cooper]], /What do they work on together/, [/Since which day/, began]);
  visits.there = await enterVisit(glory_farm, cooper, days.there);
  visits.back = await enterVisit(cooper, glory_farm, days.back);
  await heading(coordinator, new RegExp(`${cooper.name} visits ${glory_farm.name}`));
});

it("the primary school knows better on which day it was visited, and corrects it", async () => {
  await primary.goto(visits.back);
  const form = await unfold(primary, "Correct the day, or say that it did not take place");
  await form.getByRole("radio", { name: "Yes, on another day" }).check();
  await form.getByLabel("If so: on which day?").fill(days.corrected);
  await form.getByRole("button", { name: "Correct it" }).click();
  await done(primary, "The visit is corrected.");
  await secondary.goto(visits.back);
  await fact(secondary, "Day").filter({ hasText: sayDay(days.corrected) }).waitFor();
});

it("both write down what they did together, in the first year and in the second", async () => {
  await writeDown(primary, weekdayFromToday(-600), "Year 6 spent a morning in the laboratories.");
  await writeDown(secondary, weekdayFromToday(-30), "Both staffs planned the first weeks of year 7.");
  await primary.getByText("Both staffs planned the first weeks of year 7.").waitFor();
});

it("in the second year the primary school visits again, and offers a visit in return", async () => {
  visits.there_again = await askForVisit(primary, cooper, { network, theme: purpose, offer: true });
  await agreeToVisit(secondary, visits.there_again);
  await setDay(primary, visits.there_again, weekdayFromToday(10));
  await recordVisit(secondary, visits.there_again, days.there_again);
  await fact(secondary, "Return visit").filter({ hasText: `Owed to ${cooper.name}` }).waitFor();
});

it("the secondary school asks for it, and the debt is paid", async () => {
  await secondary.getByRole("link", { name: "Ask for the return visit" }).click();
  await heading(secondary, "Ask for the return visit");
  await press(secondary, "Ask for the return visit");
  await heading(secondary, new RegExp(`visits ${glory_farm.name}`));
  visits.back_again = addressOf(secondary);
  await agreeToVisit(primary, visits.back_again);
  await recordVisit(primary, visits.back_again, days.back_again);
  await secondary.goto(visits.there_again);
  await fact(secondary, "Return visit").locator(`a[href="${visits.back_again}"]`).filter({ hasText: /^Held/ }).waitFor();
});

it("the partnership over time is two years long, with what was done in both of them", async () => {
  await primary.goto(`/partnerships?of=${glory_farm.urn}&view=time`);
  await primary.locator(`a.time__bar[href="${partnership}"]`).filter({ hasText: /Active, 24 months, 2 activities/ }).waitFor();
  await primary.getByRole("button", { name: "Show as table" }).click();
  const row = lineOf(primary, partnership);
  await row.filter({ hasText: `${cooper.name}` }).waitFor();
  expect(await row.locator('[data-name="Lasted"]').textContent()).toBe("24 months");
  expect(await row.locator('[data-name="Activities"]').textContent()).toBe("2");
});

it.each([[glory_farm, cooper], [cooper, glory_farm]])("the page of $name shows the partnership and this year's visits", async (school, partner) => {
  await coordinator.goto(`/schools/${school.urn}`);
  await live(coordinator);
  await showAll(coordinator);
  await coordinator.locator("li").filter({ has: coordinator.locator(`a[href="${partnership}"]`) }).filter({ hasText: `With ${partner.name}` }).waitFor();
  for (const visit of [visits.there_again, visits.back_again]) await coordinator.locator(`li a[href="${visit}"]`).first().waitFor();
  const counted = async (words: string) => Number(await coordinator.locator(".counts > div").filter({ hasText: words }).locator("dd").textContent());
  const was = before.get(school.urn);
  expect([await counted("Visits hosted"), await counted("Visits made")]).toEqual([(was?.visits_hosted ?? 0) + 2, (was?.visits_made ?? 0) + 2]);
});

it.each([
  ["primary", glory_farm, () => primary],
  ["secondary", cooper, () => secondary],
] as const)("the ledger of the %s school has two visits there and two back, a pair a year", async (_kind, { urn }, window) => {
  const page = window();
  await openLedger(page, urn);
  const was = before.get(urn);
  expect([await sum(page, "Visits", "Hosted"), await sum(page, "Visits", "Made")]).toEqual([(was?.visits_hosted ?? 0) + 2, (was?.visits_made ?? 0) + 2]);
  for (const visit of [visits.there_again, visits.back_again]) await lineOf(page, visit).waitFor();
  await openLedger(page, urn, first_year);
  await lineOf(page, visits.there).filter({ hasText: sayDay(days.there) }).waitFor();
  await lineOf(page, visits.back).filter({ hasText: sayDay(days.corrected) }).waitFor();
  expect(await lineOf(page, visits.there_again).count()).toBe(0);
});

it("the register has one point for both schools, so the way between them is not known, and is not taken for none", async () => {
  await openLedger(primary, glory_farm.urn, first_year);
  expect(await lineOf(primary, visits.there).locator('[data-name="Travel"]').textContent()).toBe("not known");
});

it("nothing complained", () => noComplaints(coordinator, primary, secondary));
