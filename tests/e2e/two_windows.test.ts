// What one person does is on another's screen well under a second later, without a reload.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { chooseSchool, heading, live, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let lead: Window;
let head: Window;
let place: Place;

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [lead, head] = [await openWindow(browser, program), await openWindow(browser, program)];
  await signIn(lead, program.account("lead"));
  place = await findPlace(lead);
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("a visit that a lead asks for is on the head's dashboard at once", async () => {
  await signIn(head, program.account("head"), `/clusters/${place.cluster}`);
  await live(head);
  const number = head.locator('[data-counts="visits"] [data-stage="requested"] dd');
  const before = Number((await number.textContent())?.replaceAll(",", ""));
  // Gone if the page is loaded again.
  await head.evaluate(() => {
    const dd = document.querySelector('[data-counts="visits"] [data-stage="requested"] dd');
    const seen = () => ((window as unknown as { seen: number }).seen = Date.now());
    if (dd) new MutationObserver(seen).observe(dd, { childList: true, characterData: true, subtree: true });
  });

  await lead.goto(`/visits/new?host=${place.other.urn}`);
  await heading(lead, "Ask for a visit");
  await lead.getByLabel("What is the visit about?").selectOption("equity");
  await lead.getByLabel(/What would you like to see/).fill("How the pupil council works with the governors.");
  const answered = lead.waitForResponse((response) => response.url().endsWith("/api/v1/visits") && response.request().method() === "POST");
  await press(lead, "Ask for the visit");
  expect((await answered).status()).toBe(201);
  const acknowledged = Date.now();

  const seen = await head.waitForFunction(() => (window as unknown as { seen?: number }).seen);
  expect(Number((await number.textContent())?.replaceAll(",", ""))).toBe(before + 1);
  expect(Number(await seen.jsonValue()) - acknowledged, "milliseconds from the answer to the other window").toBeLessThan(800);
  await head.getByRole("link", { name: new RegExp(`asked to visit ${place.other.name} about equity`) }).first().waitFor();
});

it("pausing holds the view, and resuming says what was missed", async () => {
  await press(head, "Pause");
  const number = head.locator('[data-counts="visits"] [data-stage="requested"] dd');
  const before = await number.textContent();
  await lead.goto("/visits/new");
  await chooseSchool(lead, /Which school do you want to visit/, place.other.name);
  await lead.getByLabel("What is the visit about?").selectOption("democracy");
  await press(lead, "Ask for the visit");
  await head.locator(".strip").filter({ hasText: "1 new" }).waitFor();
  expect(await number.textContent()).toBe(before);
  await press(head, "Resume");
  await head.getByText("1 visit asked for").waitFor();
  expect(await number.textContent()).not.toBe(before);
});

it("new lines wait while somebody is in the list", async () => {
  await head.locator(".feed a").first().focus();
  const first = await head.locator(".feed a").first().textContent();
  await lead.goto("/visits/new");
  await chooseSchool(lead, /Which school do you want to visit/, place.other.name);
  await lead.getByLabel("What is the visit about?").selectOption("solidarity");
  await press(lead, "Ask for the visit");
  await head.getByRole("button", { name: "1 new – show" }).waitFor();
  expect(await head.locator(".feed a").first().textContent()).toBe(first);
  await press(head, "1 new – show");
  await head.locator(".feed a").first().filter({ hasText: "solidarity" }).waitFor();
});

it("nothing complained", () => noComplaints(lead, head));
