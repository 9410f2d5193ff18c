// Every page that can show a moment of the past is in order there, too: nothing can be asked for, axe finds nothing, nothing
// runs over the edge, and the moment stands in the strip.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { fits } from "./setup/axe";
import { noComplaints, openBrowser, openWindow, signIn, type Window } from "./setup/browser";
import { dayOf, day_ms } from "./setup/closed_days";
import { ashton_park, findPlace, type Place } from "./setup/cluster";
import { past } from "./setup/looking_back";
import { endProgram, startProgram, type Program } from "./setup/program";
import { read } from "./setup/staff";

let program: Program;
let browser: Browser;
let place: Place;
/** Each is the oldest of its kind. */
let [visit, review, partnership, meeting] = ["", "", "", ""];

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  const page = await openWindow(browser, program);
  await signIn(page, program.account("lead"));
  place = await findPlace(page);
  const oldest = async (what: string) => {
    const { items } = await read<{ items: { id: string }[] }>(page, `/${what}?school=${ashton_park}&limit=200`);
    return `/${what}/${items.at(-1)?.id}`;
  };
  [visit, review, partnership, meeting] = [await oldest("visits"), await oldest("reviews"), await oldest("partnerships"), await oldest("meetings")];
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

const addresses: [string, () => string][] = [
  ["a network", () => `/networks/${place.network}`],
  ["a network on a map", () => `/networks/${place.network}?view=map`],
  ["a network’s calendar", () => `/networks/${place.network}?view=calendar`],
  ["a school", () => `/schools/${ashton_park}`],
  ["a school’s ledger", () => `/schools/${ashton_park}/ledger`],
  ["a school’s term dates", () => `/schools/${ashton_park}/term-dates`],
  ["a visit", () => visit],
  ["a review", () => review],
  ["a partnership", () => partnership],
  ["a meeting", () => meeting],
  ["visits", () => "/visits"],
  ["meetings", () => "/meetings?of=all"],
  ["partnerships over time", () => "/partnerships?of=all&view=time"],
];

describe.each([[1280], [360]])("at %i pixels", (width) => {
  let page: Window;

  beforeAll(async () => {
    page = await openWindow(browser, program, width);
    await signIn(page, program.account("lead"));
  });
  afterAll(() => page?.context().close());

  it.each(addresses)("%s", async (_name, address) => {
    const url = new URL(address(), program.address);
    url.searchParams.set("at", dayOf(Date.now() - 200 * day_ms));
    await page.goto(url.pathname + url.search);
    await past(page).getByText(/^As it was known at the end of /).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("link", { name: /^(Ask|Propose|Plan) / }).count()).toBe(0);
    expect(await page.locator("main form:not(.lookback__day)").count()).toBe(0);
    await fits(page);
  });

  it("nothing complained", () => noComplaints(page));
});
