// The people of a school: its head adds a lead, who comes in by a link, stands in for the head, and leaves again.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Locator, Page } from "playwright-core";
import { violations } from "./setup/axe";
import { done, heading, homeSection, noComplaints, openBrowser, openWindow, press, signIn, weekdayFromToday, type Window } from "./setup/browser";
import { ashton_park } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let head: Window;
let newcomer: Window;
let late: Window;
let coordinator: Window;
let link = "";

const people = `/schools/${ashton_park}/people`;
const name = "Second lead, Ashton Park";

/** Opens the line behind which a form waits. */
async function unfold(page: Page, title: string | RegExp): Promise<Locator> {
  await page.locator("summary").filter({ hasText: title }).first().click();
  const form = page.getByRole("form", { name: title }).first();
  await form.waitFor();
  return form;
}

/** axe finds nothing, and nothing runs over the edge. */
async function fits(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
}

async function endTime(of: RegExp): Promise<void> {
  const form = await unfold(head, of);
  await form.getByRole("button", { name: "End their time as lead" }).click();
  await done(head, "The end of the time as lead is written down");
  await head.locator("summary").filter({ hasText: of }).waitFor({ state: "detached" });
}

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  head = await openWindow(browser, program);
  newcomer = await openWindow(browser, program, 360);
  late = await openWindow(browser, program);
  coordinator = await openWindow(browser, program);
  await head.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: program.address });
  await signIn(head, program.account("head"));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the head finds the people of the school on its page", async () => {
  await head.goto(`/schools/${ashton_park}`);
  await head.getByRole("link", { name: /^People at / }).click();
  await heading(head, /^People at .*Ashton Park/);
  await head.getByRole("heading", { level: 3, name: /\(you\)$/ }).waitFor();
});

it("and adds another lead; what is missing is said at the top and at the field", async () => {
  const form = await unfold(head, "Add somebody to a post");
  await form.getByRole("radio", { name: "Lead", exact: true }).check();
  await form.getByRole("button", { name: "Add them" }).click();
  await form.getByRole("link", { name: "Choose who takes up the post" }).waitFor();
  await form.getByRole("radio", { name: "Somebody new" }).check();
  await form.getByLabel("Name", { exact: true }).fill(name);
  await form.getByLabel("E-mail address").fill("second-lead@e2e.example");
  await fits(head);
  await form.getByRole("button", { name: "Add them" }).click();
  await done(head, "They hold the post from today");
  await head.getByRole("heading", { level: 3, name }).waitFor();
});

it("the link to pass on is there at once, and is copied", async () => {
  link = await head.getByLabel("The link").inputValue();
  expect(link).toMatch(/\/invitation#.{16,}$/);
  await press(head, "Copy link");
  await head.getByText("Copied.").first().waitFor();
  expect(await head.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await fits(head);
});

it("the new lead opens it on a phone: the secret is out of the address, and a password is asked for", async () => {
  await newcomer.goto(link);
  await heading(newcomer, `Welcome, ${name}: lead`);
  expect(new URL(newcomer.url()).hash).toBe("");
  await newcomer.getByLabel("Choose a password").fill("short");
  await press(newcomer, "Come in");
  await newcomer.getByRole("link", { name: "Enter a password of 10 to 200 characters" }).waitFor();
  await fits(newcomer);
});

it("chooses one, and is in", async () => {
  await newcomer.getByLabel("Choose a password").fill("three words together");
  await press(newcomer, "Come in");
  await heading(newcomer, "Home");
  await newcomer.locator(`a[href="/schools/${ashton_park}"]`).first().waitFor();
  await press(newcomer, "Sign out");
  await signIn(newcomer, { email: "second-lead@e2e.example", password: "three words together" });
});

it("the link works only once", async () => {
  await late.goto(link);
  await heading(late, "This link cannot be used any more");
});

it("the head names the new lead a deputy for visits, without signing off", async () => {
  await head.goto(people);
  const form = await unfold(head, "Name a deputy for your post as head");
  await form.getByRole("radio", { name, exact: true }).check();
  await form.getByRole("checkbox", { name: "Visits" }).check();
  await form.getByLabel("Until which day?").fill(weekdayFromToday(60));
  expect(await form.getByRole("checkbox", { name: "Signing off" }).isChecked()).toBe(false);
  await fits(head);
  await form.getByRole("button", { name: "Name the deputy" }).click();
  await done(head, "Your deputy is named");
  await head.getByText(/^Acts for you: visits, until \w+day /).waitFor();
  await head.getByText(/^Deputy: .*: visits, until \w+day /).waitFor();
});

it("the deputy reads on the home page for whom they act", async () => {
  await newcomer.goto("/");
  await newcomer.getByText(/^You act for the head of .*Ashton Park.*: visits, until \w+day /).waitFor();
  await fits(newcomer);
});

it("until the head lets them go", async () => {
  await head.goto(people); // what this window remembers is gone
  const form = await unfold(head, `Let ${name} go as deputy`);
  await form.getByRole("button", { name: "Let them go" }).click();
  await done(head, `${name} no longer acts for you`);
  await newcomer.goto("/");
  await heading(newcomer, "Home");
  await newcomer.getByRole("heading", { name: "Waiting for you" }).waitFor();
  expect(await newcomer.getByText(/^You act for/).count()).toBe(0);
});

it("when both leads have left, the page says so, and the head's home page leads to it", async () => {
  await head.goto(people);
  await endTime(new RegExp(`^End the time of ${name} as lead$`));
  await endTime(/^End the time of Lead, .* as lead$/);
  await head.getByText(/^Nobody has been lead since /).waitFor();
  await fits(head);
  await head.goto("/");
  await head.getByText(/^Nobody has been lead of .*Ashton Park/).waitFor();
  await head.getByRole("link", { name: /^Find somebody: People at / }).click();
  await heading(head, /^People at /);
});

it("the coordinator sees the post that nobody holds", async () => {
  await signIn(coordinator, program.account("coordinator"));
  const posts = await homeSection(coordinator, "Posts that nobody holds");
  await posts.locator(`a[href="${people}"]`).filter({ hasText: /^Lead of / }).click();
  await heading(coordinator, /^People at /);
  await coordinator.getByText(/^Nobody has been lead since /).waitFor();
});

it("nothing complained", () => noComplaints(head, newcomer, late, coordinator));
