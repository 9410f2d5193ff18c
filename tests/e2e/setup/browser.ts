// The browser of the tests, and what people do in it again and again.
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import { dayOf, day_ms } from "./closed_days";
import type { Account, Program } from "./program";

const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.COMMONWEAL_BROWSER ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", ...quiet],
  });
}

export interface Window extends Page {
  /** What the page complained of on the console. */
  complaints: string[];
}

/** A window of its own: nobody is signed in, nothing is stored. */
export async function openWindow(browser: Browser, program: Program, width = 1280): Promise<Window> {
  const context = await browser.newContext({
    baseURL: program.address,
    viewport: { width, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  context.setDefaultTimeout(15_000);
  const page = (await context.newPage()) as Window;
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(error.message));
  page.on("console", (message) => {
    // A refused request or a lost connection is said by the browser itself.
    const own = message.type() === "error" && !/Failed to load resource|WebSocket connection/.test(message.text());
    if (own) page.complaints.push(message.text());
  });
  return page;
}

export async function signIn(page: Page, account: Account, to = "/"): Promise<void> {
  await page.goto(to);
  await page.getByLabel("E-mail address").fill(account.email);
  await page.getByLabel("Password").fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}

export async function heading(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: text }).waitFor();
}

/** The strip says that what one sees is live. */
export const live = (page: Page) => page.locator('.strip[data-state="live"]').waitFor();

/** A section of the home page by its heading, with all its lines: what is due last may wait behind a button. */
export async function homeSection(page: Page, title: string): Promise<Locator> {
  await page.goto("/");
  const section = page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: title, exact: true }) });
  await section.waitFor();
  const more = section.getByRole("button", { name: /^Show \d+ more$/ });
  if (await more.isVisible()) await more.click();
  return section;
}

/** Chooses a school by its name in the question that asks for it. */
export async function chooseSchool(page: Page, question: RegExp, name: string): Promise<void> {
  await page.getByRole("searchbox", { name: question }).fill(name);
  await page.getByRole("radio", { name, exact: true }).check();
}

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

export async function done(page: Page, words: string | RegExp): Promise<void> {
  await page.locator(".notice--good").filter({ hasText: words }).waitFor();
}

export function noComplaints(...pages: Window[]): void {
  for (const page of pages) expect(page.complaints).toEqual([]);
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** A weekday so many days ago; or, to come, a school day after so many days that are no school holidays. */
export function weekdayFromToday(days: number): string {
  const closed = days < 0 ? [] : (JSON.parse(process.env.COMMONWEAL_E2E_CLOSED ?? "[]") as string[]);
  const step = Math.sign(days || 1);
  let at = Date.now();
  const no = () => closed.includes(dayOf(at));
  for (let left = Math.abs(days); left > 0; left -= no() ? 0 : 1) at += step * day_ms;
  while (isWeekend(dayOf(at)) || no()) at += step * day_ms;
  return dayOf(at);
}
