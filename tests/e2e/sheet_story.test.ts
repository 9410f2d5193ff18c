// What two schools tell each other before the day of a visit, the letter for reception, and what is taken over afterwards.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Locator } from "playwright-core";
import { violations } from "./setup/axe";
import { done, heading, noComplaints, press, weekdayFromToday, type Window } from "./setup/browser";
import type { Place } from "./setup/cluster";
import { closeTwoSchools, fact, openTwoSchools, type TwoSchools } from "./setup/two_schools";

let schools: TwoSchools | undefined;
let guest: Window;
let host: Window;
let place: Place;
let visit = "";

/** Opens the line behind which a form waits. */
async function unfold(page: Window, title: string): Promise<Locator> {
  await page.locator("summary").filter({ hasText: title }).click();
  return page.getByRole("form", { name: title });
}

beforeAll(async () => {
  schools = await openTwoSchools();
  ({ guest, host, place } = schools);
});
afterAll(() => closeTwoSchools(schools));

it("a visit is asked for, agreed, and has its day", async () => {
  await guest.goto(`/visits/new?host=${place.other.urn}`);
  await guest.getByLabel("What is the visit about?").selectOption("equity");
  await press(guest, "Ask for the visit");
  await heading(guest, new RegExp(`visits ${place.other.name}`));
  visit = new URL(guest.url()).pathname;
  await host.goto(visit);
  await press(host, "Agree");
  await done(host, "You agreed to the visit");
  await host.getByLabel("On which day is the visit?").fill(weekdayFromToday(14));
  await press(host, "Set the day");
  await done(host, "The day is set");
});

it("each side sees what is missing", async () => {
  await host.getByText("You have not said yet where your guests arrive.").waitFor();
  await host.getByText("The guest has not said yet who comes.").waitFor();
  await guest.getByText("The host has not said yet where you arrive.").waitFor();
  await guest.getByText("You have not said yet who comes.").waitFor();
  expect(await host.getByRole("link", { name: "Letter for reception" }).count()).toBe(0);
});

it("the host writes the sheet, and the guest's page follows by itself", async () => {
  await press(host, "Give it to the guest");
  await host.getByRole("link", { name: "Write when and where your guests arrive" }).waitFor();
  await host.getByLabel("When and where do your guests arrive?").fill("08:30, at the main gate.");
  await host.getByLabel(/What do they bring to show who they are/).fill("A staff badge with a photograph.");
  await host.getByLabel(/Whom do they ring on the day/).fill("The office, 01632 960000.");
  await host.getByLabel(/What is the programme/).fill("08:45 A walk through the school\n10:00 Year 7 in maths");
  await press(host, "Give it to the guest");
  await done(host, "The guest can read what you wrote");
  await fact(guest, "Arrival").filter({ hasText: "08:30, at the main gate." }).waitFor();
});

it("what was written stands in the form for the next change", async () => {
  const form = await unfold(host, "Change what your guests need to know");
  const arrival = form.getByLabel("When and where do your guests arrive?");
  expect(await arrival.inputValue()).toBe("08:30, at the main gate.");
  await arrival.fill("08:30, at the east gate.");
  await form.getByRole("button", { name: "Give it to the guest" }).click();
  await done(host, "The guest can read what you wrote");
  await fact(host, "Arrival").filter({ hasText: "08:30, at the east gate." }).waitFor();
  await fact(host, "Whom to ring on the day").filter({ hasText: "The office, 01632 960000." }).waitFor();
});

it("the guest says who comes, on a phone, before the checks are made", async () => {
  await fact(guest, "Arrival").filter({ hasText: "08:30, at the east gate." }).waitFor();
  await press(guest, "Give it to the host");
  await guest.getByRole("link", { name: "Write who comes" }).waitFor();
  await guest.getByLabel("Who comes?").fill("Lead, Ashton Park\nSecond lead, Ashton Park");
  await guest.getByLabel(/What do they need/).fill("A way in without steps.");
  await press(guest, "Give it to the host");
  await done(guest, "The host can read who comes");
  await fact(guest, "Checks that the law asks for").filter({ hasText: "Not confirmed yet" }).waitFor();
  expect(await violations(guest)).toEqual([]);
  expect(await guest.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
});

it("the host opens the letter, which says plainly that nobody has confirmed the checks", async () => {
  await host.getByRole("link", { name: "Letter for reception" }).click();
  await heading(host, "Letter for reception");
  expect(new URL(host.url()).pathname).toBe(`${visit}/letter`);
  const letter = host.getByRole("article");
  await letter.filter({ hasText: "has not confirmed that the checks that the law asks for were made." }).waitFor();
  expect(await letter.getByRole("listitem").allTextContents()).toEqual(["Lead, Ashton Park", "Second lead, Ashton Park"]);
  for (const words of ["A way in without steps.", "A staff badge with a photograph.", "The office, 01632 960000.", "10:00 Year 7 in maths"])
    expect(await letter.textContent()).toContain(words);
});

it("the guest confirms the checks, and the letter follows by itself", async () => {
  const form = await unfold(guest, "Change who comes");
  expect(await form.getByLabel("Who comes?").inputValue()).toBe("Lead, Ashton Park\nSecond lead, Ashton Park");
  await form.getByRole("checkbox", { name: /Our school has made the checks/ }).press("Space");
  await form.getByRole("button", { name: "Give it to the host" }).click();
  await done(guest, "The host can read who comes");
  await fact(guest, "Checks that the law asks for").filter({ hasText: /^Confirmed by .+, on \w+day / }).waitFor();
  const letter = host.getByRole("article");
  await letter.filter({ hasText: /as their employer, confirms that the checks that the law asks for were made \(confirmed by .+, on \w+day / }).waitFor();
  expect(await violations(host)).toEqual([]);
});

it("on paper the letter is alone", async () => {
  await host.emulateMedia({ media: "print" });
  expect(await host.getByRole("article").isVisible()).toBe(true);
  expect(await host.getByText("as it stood on").isVisible()).toBe(true);
  for (const not of [".govuk-breadcrumbs", ".service-bar", ".site-footer", "main button"]) expect(await host.locator(not).first().isVisible(), not).toBe(false);
  await host.emulateMedia({ media: "screen" });
  expect(await host.getByText("as it stood on").isVisible()).toBe(false);
});

it("the visit is held, and the guest takes a practice over", async () => {
  await host.goto(visit);
  const held = await unfold(host, "Say that the visit was held");
  await held.getByLabel("On which day was it held?").fill(weekdayFromToday(-3));
  await held.getByRole("button", { name: "It was held" }).click();
  await done(host, "The visit is recorded");
  await guest.getByText(/What either school takes over from this visit appears here/).waitFor();
  const form = await unfold(guest, "Write down a practice that you take over");
  await form.getByLabel("What do you take over?").fill("A buddy for each new pupil.");
  await form.getByRole("button", { name: "Write it down" }).click();
  await done(guest, "The practice is written down");
});

it("the host sees it, and leaves it to the guest to say what became of it", async () => {
  await host.getByText("A buddy for each new pupil.").waitFor();
  expect(await host.getByText("Say what became of practice 1").count()).toBe(0);
  const form = await unfold(guest, "Say what became of practice 1");
  await form.getByRole("radio", { name: "In use, changed" }).check();
  await form.getByLabel("What did you learn? (optional)").fill("Two buddies work better.");
  await form.getByRole("button", { name: "Say what became of it" }).click();
  await done(guest, "What became of the practice is written down");
  await host.getByText("Two buddies work better.").waitFor();
  await host.getByText("In use, changed", { exact: true }).waitFor();
  for (const page of [guest, host]) expect(await violations(page)).toEqual([]);
});

it("the list of visits says so, too", async () => {
  await guest.goto("/visits");
  await guest.getByRole("listitem").filter({ has: guest.locator(`a[href="${visit}"]`) }).filter({ hasText: "1 practice taken over" }).waitFor();
});

it("nothing complained", () => noComplaints(guest, host));
