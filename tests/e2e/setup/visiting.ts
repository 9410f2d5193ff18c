// The steps of a visit, through the screens of its two schools.
import type { Page } from "playwright-core";
import { chooseSchool, done, heading, press } from "./browser";
import { addressOf, type School } from "./staff";

interface Asked {
  network: string;
  theme: string;
  /** The guest offers a visit in return. */
  offer?: boolean;
}

/** Asks the host for a visit; answers the address of its page. */
export async function askForVisit(guest: Page, host: School, { network, theme, offer = false }: Asked): Promise<string> {
  await guest.goto("/visits/new");
  await chooseNetwork(guest, network);
  await chooseSchool(guest, /Which school do you want to visit/, host.name);
  await guest.getByLabel("What is the visit about?").selectOption(theme);
  if (offer) await guest.getByRole("checkbox", { name: `Offer a return visit: ${host.name} may visit us, too` }).check();
  await press(guest, "Ask for the visit");
  await heading(guest, new RegExp(`visits ${host.name}`));
  return addressOf(guest);
}

/** Where a school is in several networks, it is asked through which. */
export async function chooseNetwork(page: Page, network: string): Promise<void> {
  const [choice, search] = [page.locator(`input[type="radio"][value="${network}"]`), page.getByRole("searchbox", { name: /^Which school/ })];
  await choice.or(search).first().waitFor();
  if (await choice.isVisible()) await choice.check();
}

export async function agreeToVisit(host: Page, visit: string): Promise<void> {
  await host.goto(visit);
  await press(host, "Agree");
  await done(host, "You agreed to the visit");
}

export async function setDay(page: Page, visit: string, day: string): Promise<void> {
  await page.goto(visit);
  await page.getByLabel("On which day is the visit?").fill(day);
  await press(page, "Set the day");
  await done(page, "The day is set");
}

export async function recordVisit(page: Page, visit: string, day: string): Promise<void> {
  await page.goto(visit);
  await page.getByText("Say that the visit was held").click();
  await page.getByLabel("On which day was it held?").fill(day);
  await press(page, "It was held");
  await done(page, "The visit is recorded");
}
