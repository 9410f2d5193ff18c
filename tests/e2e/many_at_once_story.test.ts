// Many at once: the coordinator pastes a list of schools, sees what it would do, takes it in, and the network has them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { violations } from "./setup/axe";
import { heading, live, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { ashton_park, cluster_name, findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

interface School {
  school: string;
  name: string;
  networks: string[];
}

let program: Program;
let browser: Browser;
let coordinator: Window;
let place: Place;
/** Schools of the register that are in no network. */
let newcomers: School[];
let last: School;

/** axe finds nothing, and nothing runs over the edge. */
async function fits(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
}

async function findNewcomers(page: Page, many: number): Promise<School[]> {
  const open = async (query: string) => {
    const url = `/api/v1/schools?${query}limit=200`;
    return (await page.evaluate(async (asked) => (await fetch(asked)).json() as unknown, url)) as { items: School[]; next?: string };
  };
  const found: School[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined && found.length < many; ) {
    const { items, next }: { items: School[]; next?: string } = await open(cursor ? `cursor=${encodeURIComponent(cursor)}&` : "");
    found.push(...items.filter(({ networks }) => networks.length === 0));
    cursor = next;
  }
  expect(found.length, "schools of the register in no network").toBeGreaterThanOrEqual(many);
  return found.slice(0, many);
}

const summary = (words: string) => coordinator.getByRole("heading", { level: 2, name: words, exact: true }).waitFor();
const list = (...urns: string[]) => ["URN\tCluster\tRemarks", ...urns.map((urn) => `${urn}\t${cluster_name}\tnew this year`)].join("\n");
const paste = (text: string) => coordinator.getByLabel("Paste the cells").fill(text);

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  coordinator = await openWindow(browser, program, 360);
  await signIn(coordinator, program.account("coordinator"));
  place = await findPlace(coordinator);
  const found = await findNewcomers(coordinator, 3);
  [newcomers, last] = [found.slice(0, 2), found[2]!];
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the coordinator finds the way on the home page; what is missing is said", async () => {
  await coordinator.goto("/");
  await coordinator.getByRole("link", { name: "Enter many at once, from a spreadsheet" }).click();
  await heading(coordinator, "Many at once");
  await press(coordinator, "Check the list");
  await coordinator.getByRole("link", { name: "Choose what is in the list" }).waitFor();
  await fits(coordinator);
});

it("the columns are listed, and are there as a file", async () => {
  await coordinator.goto(`/lists/new?kind=members&network=${place.network}`);
  const saving = coordinator.waitForEvent("download");
  await press(coordinator, "Download an empty list (CSV)");
  expect(readFileSync(await (await saving).path(), "utf8")).toBe("\ufeffURN,Cluster\r\n");
});

it("what cannot be read is said at the top, and what was pasted is kept", async () => {
  await coordinator.getByRole("radio", { name: "Cells that I paste" }).check();
  await paste(`School\n${ashton_park}`);
  await press(coordinator, "Check the list");
  await coordinator.getByRole("link", { name: /no column "URN"/ }).waitFor();
  expect(await coordinator.getByLabel("Paste the cells").inputValue()).toContain(ashton_park);
  await fits(coordinator);
});

it("the list is checked: nothing is written, and the focus is on what it would do", async () => {
  await paste(list(ashton_park, "12", ...newcomers.map(({ school }) => school)));
  await press(coordinator, "Check the list");
  await summary("4 rows: 2 new, 1 there already, 1 cannot be taken in");
  expect(await coordinator.evaluate(() => document.activeElement?.textContent)).toContain("4 rows");
  const first = coordinator.getByRole("table", { name: "The rows of the list" }).locator("tbody tr").first();
  await first.getByText("Cannot be taken in", { exact: true }).waitFor();
  await first.getByText(/School 12 is not known here/).waitFor();
  await fits(coordinator);
});

it("a change makes that stale", async () => {
  await paste(list(ashton_park, ...newcomers.map(({ school }) => school)));
  await coordinator.getByText("You have changed the list since it was checked.").waitFor();
  expect(await coordinator.getByRole("button", { name: "Take in 2 rows" }).isDisabled()).toBe(true);
  await fits(coordinator);
  await press(coordinator, "Check the list");
  await summary("3 rows: 2 new, 1 there already");
});

it("then it is taken in", async () => {
  await press(coordinator, "Take in 2 rows");
  await summary("3 rows: 2 taken in, 1 there already");
  await fits(coordinator);
});

it("and does nothing when it is sent once more", async () => {
  await press(coordinator, "Check the list");
  await summary("3 rows: 3 there already");
  expect(await coordinator.getByRole("button", { name: "Take in", exact: true }).isDisabled()).toBe(true);
});

it("a file that is saved anew after it was checked has to be chosen again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "commonweal-list-"));
  const file = join(folder, "members.csv");
  const choose = async (urn: string) => {
    writeFileSync(file, `URN,Cluster\n${urn},\n`);
    const choosing = coordinator.waitForEvent("filechooser");
    await coordinator.getByLabel("Choose the file").click();
    await (await choosing).setFiles(file);
  };
  await coordinator.getByRole("radio", { name: "A file" }).check();
  await choose(last.school);
  await press(coordinator, "Check the list");
  await summary("1 row: 1 new");
  writeFileSync(file, `URN,Cluster\n${last.school},Nowhere\n`);
  await press(coordinator, "Take in 1 row");
  await coordinator.getByRole("link", { name: /Choose it again/ }).waitFor();
  await fits(coordinator);
  await choose(last.school);
  await press(coordinator, "Check the list");
  await press(coordinator, "Take in 1 row");
  await summary("1 row: 1 taken in");
  rmSync(folder, { recursive: true });
});

it("the network and the cluster have the schools", async () => {
  for (const address of [`/networks/${place.network}`, `/clusters/${place.cluster}`]) {
    await coordinator.goto(address);
    await live(coordinator);
    const among = coordinator.getByRole("listbox", { name: "Schools" }).getByRole("option");
    for (const { name } of newcomers) await among.filter({ hasText: name }).waitFor();
  }
});

it("nothing complained", () => noComplaints(coordinator));
