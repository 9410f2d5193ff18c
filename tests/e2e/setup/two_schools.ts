// Two schools of one cluster, each in a window of its own: the guest on a phone, the host at a desk.
import type { Browser, Locator, Page } from "playwright-core";
import { openBrowser, openWindow, signIn, type Window } from "./browser";
import { findPlace, type Place } from "./cluster";
import { endProgram, startProgram, type Program } from "./program";

export interface TwoSchools {
  program: Program;
  browser: Browser;
  guest: Window;
  host: Window;
  place: Place;
}

/** The guest is the lead of Ashton Park; the host is the lead of a neighbour in the cluster. */
export async function openTwoSchools(): Promise<TwoSchools> {
  const program = await startProgram();
  const browser = await openBrowser();
  const [guest, host] = [await openWindow(browser, program, 360), await openWindow(browser, program)];
  await signIn(guest, program.account("lead"));
  const place = await findPlace(guest);
  await signIn(host, program.addAccount("host@e2e.example", "Lead, the neighbour", `lead@${place.other.urn}`));
  return { program, browser, guest, host, place };
}

export async function closeTwoSchools(schools: TwoSchools | undefined): Promise<void> {
  await schools?.browser.close();
  await endProgram(schools?.program);
}

/** What a page's list of facts says under this name. */
export const fact = (page: Page, name: string): Locator =>
  page.locator(".facts .govuk-summary-list__row").filter({ has: page.getByText(name, { exact: true }) }).locator("dd");
