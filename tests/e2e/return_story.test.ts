// A visit with the offer of one in return, and the return visit, through the screens of both schools.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Locator, Page } from "playwright-core";
import { done, heading, homeSection, noComplaints, press, weekdayFromToday, type Window } from "./setup/browser";
import type { Place } from "./setup/cluster";
import { closeTwoSchools, fact, openTwoSchools, type TwoSchools } from "./setup/two_schools";

let schools: TwoSchools | undefined;
let guest: Window;
let host: Window;
let place: Place;
let visit = "";
let returned = "";

const duty = /^Ask for the return visit, or let it go: /;

/** The line of the home page about the return that is owed for the first visit. */
async function owed(page: Page): Promise<Locator> {
  return (await homeSection(page, "Waiting for you")).locator(`a[href="${visit}"]`).filter({ hasText: duty });
}

async function agree(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await press(page, "Agree");
  await done(page, "You agreed to the visit");
}

async function recordHeld(page: Page, day: string): Promise<void> {
  await page.getByText("Say that the visit was held").click();
  await page.getByLabel("On which day was it held?").fill(day);
  await press(page, "It was held");
  await done(page, "The visit is recorded");
}

beforeAll(async () => {
  schools = await openTwoSchools();
  ({ guest, host, place } = schools);
});
afterAll(() => closeTwoSchools(schools));

it("the guest asks, on a phone, and offers a return visit by the keyboard", async () => {
  await guest.goto(`/visits/new?host=${place.other.urn}`);
  await guest.getByLabel("What is the visit about?").selectOption("equity");
  const offer = guest.getByRole("checkbox", { name: `Offer a return visit: ${place.other.name} may visit us, too` });
  await offer.press("Space");
  expect(await offer.isChecked()).toBe(true);
  await press(guest, "Ask for the visit");
  await heading(guest, new RegExp(`visits ${place.other.name}`));
  visit = new URL(guest.url()).pathname;
  await fact(guest, "Return visit").filter({ hasText: "Offered" }).waitFor();
});

it("the host agrees, a day is set, and the visit is recorded as held", async () => {
  await agree(host, visit);
  await host.getByLabel("On which day is the visit?").fill(weekdayFromToday(14));
  await press(host, "Set the day");
  await done(host, "The day is set");
  expect(await host.getByRole("link", { name: "Ask for the return visit" }).count()).toBe(0);
  await recordHeld(host, weekdayFromToday(-7));
});

it("the host finds on the home page that a return is owed to it", async () => {
  await (await owed(host)).click();
  await fact(host, "Return visit").filter({ hasText: `Owed to ${place.other.name}` }).waitFor();
  await host.getByText("Let the return visit go").waitFor();
});

it("the guest, who owes it, sees so, and has nothing to ask for", async () => {
  await guest.goto(visit);
  await fact(guest, "Return visit").filter({ hasText: `Owed to ${place.other.name}` }).waitFor();
  expect(await guest.getByRole("link", { name: "Ask for the return visit" }).count()).toBe(0);
  expect(await guest.getByText("Let the return visit go").count()).toBe(0);
  expect(await guest.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
});

it("the host asks for the return visit: the schools and the theme are there already", async () => {
  await host.getByRole("link", { name: "Ask for the return visit" }).click();
  await heading(host, "Ask for the return visit");
  await host.getByText(/This is the return for/).waitFor();
  expect(await host.getByLabel("What is the visit about?").inputValue()).toBe("equity");
  expect(await host.getByRole("searchbox", { name: /Which school do you want to visit/ }).count()).toBe(0);
  expect(await host.getByRole("checkbox", { name: /Offer a return visit/ }).count()).toBe(0);
  await press(host, "Ask for the return visit");
  await heading(host, new RegExp(`${place.other.name} visits`));
  returned = new URL(host.url()).pathname;
  expect(returned).not.toBe(visit);
});

it("the first visit's page says that its return is asked for, and nothing more is owed", async () => {
  await fact(host, "In return for").getByRole("link").click();
  await heading(host, new RegExp(`visits ${place.other.name}`));
  expect(new URL(host.url()).pathname).toBe(visit);
  await fact(host, "Return visit").locator(`a[href="${returned}"]`).filter({ hasText: /^Asked for/ }).waitFor();
  expect(await host.getByRole("link", { name: "Ask for the return visit" }).count()).toBe(0);
  await (await owed(host)).waitFor({ state: "detached" });
});

it("the guest's page of the first visit follows by itself, and leads to the return visit", async () => {
  await fact(guest, "Return visit").getByRole("link", { name: /^Asked for/ }).click();
  await heading(guest, new RegExp(`${place.other.name} visits`));
  expect(new URL(guest.url()).pathname).toBe(returned);
});

it("the former guest agrees, and the return visit is recorded as held", async () => {
  await agree(guest, returned);
  await recordHeld(guest, weekdayFromToday(-1));
});

it("the first visit's page says that its return was held", async () => {
  await fact(guest, "In return for").getByRole("link").click();
  await heading(guest, new RegExp(`visits ${place.other.name}`));
  await fact(guest, "Return visit").locator(`a[href="${returned}"]`).filter({ hasText: /^Held/ }).waitFor();
  await host.goto(visit);
  await fact(host, "Return visit").locator(`a[href="${returned}"]`).filter({ hasText: /^Held/ }).waitFor();
});

it("nothing complained", () => noComplaints(guest, host));
