// A place outside the register comes into it: what belongs to it goes to the school that it became.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { violations } from "./setup/axe";
import { done, heading, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { ashton_park, findPlace, type Place } from "./setup/cluster";
import { command } from "./setup/commands";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let lead: Window;
let coordinator: Window;
let administrator: Window;
let place: Place;
let college = "";

const name = "Severn Side College";

/** axe finds nothing, and nothing runs over the edge. */
async function fits(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
}

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [lead, coordinator, administrator] = [await openWindow(browser, program), await openWindow(browser, program, 360), await openWindow(browser, program)];
  await signIn(lead, program.account("lead"));
  place = await findPlace(lead);
  await signIn(coordinator, program.account("coordinator"));
  await signIn(administrator, program.account("administrator"));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the coordinator adds a place outside the register, on a phone", async () => {
  await coordinator.goto("/schools?q=severn+side");
  await coordinator.getByRole("link", { name: "Add a place outside the register" }).click();
  await heading(coordinator, "A place outside the register");
  await press(coordinator, "Give it a number");
  await coordinator.getByRole("link", { name: "Enter the name of the place" }).waitFor();
  await fits(coordinator);
  await coordinator.getByLabel("What is it called?").fill(name);
  await coordinator.getByLabel(/^What is it\?/).fill("College");
  await press(coordinator, "Give it a number");
  await heading(coordinator, name);
  college = new URL(coordinator.url()).pathname.split("/").at(-1) ?? "";
  expect(Number(college)).toBeGreaterThan(90_000_000);
});

it("in the network, and followed by a school, it stands on the coordinator's home page", async () => {
  await command(administrator, `/networks/${place.network}/join`, { school: college });
  await command(administrator, `/clusters/${place.cluster}/join`, { school: college });
  await command(administrator, `/schools/${ashton_park}/link`, { predecessor: college, name, change: "registration", on: "2026-01-05" });
  await coordinator.goto("/");
  await coordinator.getByRole("heading", { level: 2, name: "Schools that change" }).waitFor();
  await fits(coordinator);
  await coordinator.getByRole("link", { name: `Where does it go? ${name}` }).click();
  await heading(coordinator, "Where does it go?");
});

it("all is chosen, since one school followed; what is handed on is said", async () => {
  await coordinator.getByText(/^Followed by .*, under which it came into the register, on Monday 5 January 2026\.$/).waitFor();
  const boxes = coordinator.getByRole("checkbox");
  expect(await boxes.count()).toBe(3);
  for (const box of await boxes.all()) expect(await box.isChecked()).toBe(true);
  await fits(coordinator);
  await coordinator.getByRole("checkbox", { name: /counts for .* from now on$/ }).uncheck();
  await press(coordinator, "Hand it on");
  await done(coordinator, /Handed on to .*: 1 network and 1 cluster\./);
  await coordinator.getByText(/^The school is in none of your networks any more/).waitFor();
  await fits(coordinator);
});

it("what was not chosen is left, and an administrator hands it on", async () => {
  await administrator.goto(`/schools/${college}/hand-on`);
  const boxes = administrator.getByRole("checkbox");
  await boxes.first().waitFor();
  expect(await boxes.count()).toBe(1);
  await press(administrator, "Hand it on");
  await done(administrator, /Handed on to .*: what it gave and received\./);
  await administrator.getByText("Nothing hangs on this school any more.").waitFor();
  await fits(administrator);
});

it("both pages say it, and the alert is gone", async () => {
  await lead.goto(`/schools/${ashton_park}`);
  await lead.getByText(new RegExp(`^Came from ${name} \\(${college}\\), its number before it came into the register`)).waitFor();
  await lead.goto(`/schools/${college}`);
  await lead.getByText("What belonged to it was handed on there.").waitFor();
  await fits(lead);
  await coordinator.goto("/");
  await coordinator.getByRole("heading", { name: "Overdue in your networks" }).waitFor();
  expect(await coordinator.getByRole("link", { name: `Where does it go? ${name}` }).count()).toBe(0);
});

it("a lead of another school does not see what hangs on it", async () => {
  await lead.goto(`/schools/${college}/hand-on`);
  await heading(lead, "You may not see this");
});

it("but sees what hangs on their own, which stays", async () => {
  await lead.goto(`/schools/${ashton_park}/hand-on`);
  await heading(lead, "Where does it go?");
  await lead.getByText(/what belongs to it stays/).waitFor();
  expect(await lead.getByRole("checkbox").count()).toBe(0);
  await fits(lead);
});

it("nothing complained", () => noComplaints(lead, coordinator, administrator));
