// Every page, wide and narrow: axe finds nothing, nothing runs over the edge, the brand is our own.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { violations } from "./setup/axe";
import { noComplaints, openBrowser, openWindow, signIn, type Window } from "./setup/browser";
import { findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let place: Place;
let visit = "";
let review = "";
let proposal = "";
let partnership = "";
let meeting = "";

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  const page = await openWindow(browser, program);
  await signIn(page, program.account("lead"));
  place = await findPlace(page);
  const first = (what: string) =>
    page.evaluate(async (url) => ((await (await fetch(url)).json()) as { items: { id: string }[] }).items[0]?.id ?? "", `/api/v1/${what}?school=145398&limit=1`);
  [visit, review, proposal, meeting] = [await first("visits"), await first("reviews"), await first("partnerships"), await first("meetings")];
  partnership = await page.evaluate(async () => {
    const answer = await fetch("/api/v1/partnerships?school=145398&limit=200");
    const { items } = (await answer.json()) as { items: { id: string; activities: number }[] };
    return items.reduce((a, b) => (b.activities > a.activities ? b : a)).id;
  });
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

const addresses: [string, () => string][] = [
  ["home", () => "/"],
  ["networks", () => "/networks"],
  ["a network", () => `/networks/${place.network}`],
  ["the deadlines of a network", () => `/networks/${place.network}/deadlines`],
  ["a cluster", () => `/clusters/${place.cluster}`],
  ["a cluster with a chosen school", () => `/clusters/${place.cluster}?school=145398`],
  ["a cluster on a map", () => `/clusters/${place.cluster}?view=map`],
  ["a network on a map as a table", () => `/networks/${place.network}?view=map&as=table`],
  ["schools", () => "/schools?q=park"],
  ["no school found", () => "/schools?q=zzzzzz"],
  ["a school", () => "/schools/145398"],
  ["the people of a school", () => "/schools/145398/people"],
  ["what hangs on a school", () => "/schools/145398/hand-on"],
  ["a place outside the register", () => "/schools/new"],
  ["what happened before", () => "/past/new"],
  ["an invitation without its link", () => "/invitation"],
  ["visits", () => "/visits"],
  ["a new visit", () => "/visits/new"],
  ["a new visit to a school", () => `/visits/new?host=${place.other.urn}`],
  ["a visit in return", () => `/visits/new?returns=${visit}&guest=145398&host=${place.other.urn}&theme=equity`],
  ["a visit", () => `/visits/${visit}`],
  ["a letter", () => `/visits/${visit}/letter`],
  ["a proposal", () => `/partnerships/${proposal}`],
  ["a partnership", () => `/partnerships/${partnership}`],
  ["reviews", () => "/reviews"],
  ["a new review", () => "/reviews/new"],
  ["a review", () => `/reviews/${review}`],
  ["partnerships", () => "/partnerships"],
  ["partnerships over time", () => "/partnerships?of=all&view=time"],
  ["partnerships over time as a table", () => "/partnerships?of=all&view=time&as=table"],
  ["a new partnership", () => "/partnerships/new"],
  ["meetings", () => "/meetings"],
  ["meetings of a cluster", () => `/meetings?of=${place.cluster}`],
  ["a meeting", () => `/meetings/${meeting}`],
  ["a new meeting", () => "/meetings/new"],
  ["term dates", () => "/schools/145398/term-dates"],
  ["a school's ledger", () => "/schools/145398/ledger"],
  ["a cluster's calendar", () => `/clusters/${place.cluster}?view=calendar`],
  ["what is overdue in a cluster", () => `/clusters/${place.cluster}?view=overdue`],
  ["a cluster's ledger", () => `/clusters/${place.cluster}?view=ledger`],
  ["a search", () => "/search?q=ashton"],
  ["the record", () => "/record"],
  ["an event of the record", () => "/record?position=777"],
  ["accessibility", () => "/accessibility"],
  ["an address that is none", () => "/nowhere"],
  ["a school that is none", () => "/schools/999999"],
];

describe.each([[1280], [360]])("at %i pixels", (width) => {
  let page: Window;

  beforeAll(async () => {
    page = await openWindow(browser, program, width);
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await violations(page), "signing in").toEqual([]);
    await signIn(page, program.account("lead"));
  });
  afterAll(() => page?.context().close());

  it.each(addresses)("%s", async (_name, address) => {
    await page.goto(address());
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForFunction(() => !document.querySelector('.skeleton, .strip[data-state="connecting"]'));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
    expect(await page.title()).toMatch(/ – Commonweal$/);
  });

  it("a form with errors", async () => {
    await page.goto("/visits/new");
    await page.getByRole("button", { name: "Ask for the visit" }).click();
    await page.getByRole("alert").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("the help", async () => {
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("site-search");
  });

  it("nothing complained", () => noComplaints(page));
});

it("what is served has no government brand", async () => {
  const page = await openWindow(browser, program);
  const served: string[] = [];
  page.on("response", (response) => served.push(response.url()));
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  for (const url of [...served]) {
    expect(new URL(url).origin).toBe(program.address);
    if (!/\.(css|svg)$|\/$/.test(url)) continue;
    const text = await page.evaluate(async (at) => (await fetch(at)).text(), url);
    expect(text).not.toMatch(/GDS Transport|crown|crest|govuk-header/i);
  }
  await page.context().close();
});
