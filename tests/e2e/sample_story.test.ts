// What the sample has for whoever looks around in it: a lead who left, one who handed over, term dates, a ledger that
// was opened, and people who have no school.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { violations } from "./setup/axe";
import { heading, homeSection, noComplaints, openBrowser, openWindow, signIn, type Window } from "./setup/browser";
import { findPlace, type Place } from "./setup/cluster";
import { openLedger } from "./setup/ledger";
import { endProgram, startProgram, type Program } from "./setup/program";
import { ashton, compass_point, openAs, read, type School } from "./setup/staff";

let program: Program;
let browser: Browser;
let coordinator: Window;
let place: Place;
let left: School;

/** axe finds nothing, and nothing runs over the edge. */
async function fits(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
}

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  coordinator = await openWindow(browser, program);
  await signIn(coordinator, program.account("coordinator"));
  place = await findPlace(coordinator);
  const { items } = await read<{ items: { school: string; role: string; people: object[] }[] }>(coordinator, `/posts?network=${place.network}`);
  const urn = items.find(({ role, people }) => role === "lead" && people.length === 0)?.school ?? "";
  left = { urn, name: (await read<{ details: { name: string } }>(coordinator, `/schools/${urn}`)).details.name };
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the coordinator is told of the school whose lead has left", async () => {
  const posts = await homeSection(coordinator, "Posts that nobody holds");
  await posts.locator(`a[href="/schools/${left.urn}/people"]`).filter({ hasText: `Lead of ${left.name}` }).waitFor();
});

it("and its head is, who finds what waited for the lead", async () => {
  const head = await openAs(browser, program, "head", left, 360);
  await head.getByText(new RegExp(`^Nobody has been lead of ${left.name}`)).waitFor();
  const mine = await homeSection(head, "Waiting for you");
  await mine.getByRole("link", { name: /^Answer the request for a visit: / }).first().waitFor();
  await fits(head);
  noComplaints(head);
});

it("another school's lead handed over in mid-year, and nobody is missed", async () => {
  const head = await openAs(browser, program, "head", compass_point);
  await head.goto(`/schools/${compass_point.urn}/people`);
  await head.getByRole("heading", { level: 3, name: `New lead, ${compass_point.name}` }).waitFor();
  expect(await head.getByText(/^Nobody has been lead/).count()).toBe(0);
  noComplaints(head);
});

it("a school's year has the authority's terms, its own INSET days, and 190 days for pupils", async () => {
  const { years } = await read<{ years: { of: string; terms: object[]; closed: { closed: string }[]; open_days: number }[] }>(coordinator, `/schools/${ashton.urn}/term-dates`);
  expect(years.slice(0, 1).map(({ of, terms, closed, open_days }) => [of, terms.length, closed.filter((days) => days.closed === "inset").length, open_days])).toEqual([["authority", 6, 5, 190]]);
  await coordinator.goto(`/schools/${ashton.urn}/term-dates`);
  await heading(coordinator, `Term dates of ${ashton.name}`);
  await coordinator.getByText("INSET day").first().waitFor();
});

it("its ledger begins with what the coordinator brought from the spreadsheet, and says what cover costs", async () => {
  await openLedger(coordinator, ashton.urn);
  await coordinator.locator("tr").filter({ hasText: "Opening balance" }).filter({ hasText: "+2" }).waitFor();
  await coordinator.getByText("Cover for a day", { exact: true }).waitFor();
});

it.each([
  ["researcher", "As a researcher you see"],
  ["assessor", "As an assessor you see"],
])("a %s reads what there is to see, and goes there; what schools write stays with them", async (role, words) => {
  const page = await openWindow(browser, program, 360);
  await signIn(page, program.account(role));
  await page.getByText(words).waitFor();
  await fits(page);
  await page.getByRole("link", { name: "Bristol South", exact: true }).click();
  await heading(page, "Bristol South");
  const { items } = await read<{ items: { id: string; stage: string }[] }>(page, `/visits?school=${ashton.urn}&open=false&limit=50`);
  const held = items.find(({ stage }) => stage === "held")?.id ?? "";
  const [theirs, all] = [await read<object>(page, `/visits/${held}`), await read<object>(coordinator, `/visits/${held}`)];
  expect(Object.keys(all)).toContain("note");
  for (const field of ["note", "host_note", "guest_reflection", "host_reflection"]) expect(Object.keys(theirs)).not.toContain(field);
  noComplaints(page);
  await page.context().close();
});

it("nothing complained", () => noComplaints(coordinator));
