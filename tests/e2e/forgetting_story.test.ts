// Forgetting: a lead puts their address right and reads all that is held about them; an administrator erases somebody,
// whose name is nowhere from then on, while what they did stays.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { readFileSync } from "node:fs";
import { fitsBoth } from "./setup/axe";
import { done, heading, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { ashton_park, findPlace } from "./setup/cluster";
import { command } from "./setup/commands";
import { endProgram, startProgram, type Account, type Program } from "./setup/program";
import { read, unfold } from "./setup/staff";

let program: Program;
let browser: Browser;
let lead: Window;
let leaver: Window;
let administrator: Window;
let account: Account;
let visit = "";
let leaver_id = "";

const people = `/schools/${ashton_park}/people`;
const name = "Leaver, Ashton Park";
const erased = "Somebody whose name was erased";
const note = "How you teach reading aloud.";

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [lead, leaver, administrator] = [await openWindow(browser, program), await openWindow(browser, program), await openWindow(browser, program)];
  await signIn(lead, program.account("lead"));
  account = program.addAccount("leaver@e2e.example", name, `lead@${ashton_park}`);
  await signIn(leaver, account);
  const { network, other } = await findPlace(leaver);
  visit = (await command(leaver, "/visits", { guest: ashton_park, host: other.urn, network, theme: "equity", note })).id;
  leaver_id = (await read<{ id: string }>(leaver, "/people/me")).id;
  await signIn(administrator, program.account("administrator"));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the lead finds the page about them by their name in the header", async () => {
  await lead.getByRole("link", { name: /: about me$/ }).click();
  await heading(lead, "About me");
  await lead.getByText(/^Lead of .*Ashton Park/).waitFor();
  await fitsBoth(lead);
});

it("an address that somebody else has is refused, and what was typed stays", async () => {
  const form = await unfold(lead, "Put my name or address right");
  await form.getByLabel("E-mail address").fill(account.email);
  await form.getByRole("button", { name: "Put it right" }).click();
  await form.getByRole("alert").waitFor();
  expect(await form.getByLabel("E-mail address").inputValue()).toBe(account.email);
  await fitsBoth(lead);
});

it("the lead puts the address right, and signs in with the new one alone", async () => {
  const form = await unfold(lead, "Put my name or address right");
  await form.getByLabel("E-mail address").fill("new-address@e2e.example");
  await form.getByRole("button", { name: "Put it right" }).click();
  await done(lead, "Your name and address are put right");
  await press(lead, "Sign out");
  const { email, password } = program.account("lead");
  await lead.getByLabel("E-mail address").fill(email);
  await lead.getByLabel("Password").fill(password);
  await press(lead, "Sign in");
  await lead.getByRole("alert").waitFor();
  await signIn(lead, { email: "new-address@e2e.example", password }, "/me");
  await heading(lead, "About me");
});

it("reads everything held in words, the old address erased", async () => {
  await press(lead, "Show everything held about me");
  await lead.getByText("E-mail address: new-address@e2e.example").waitFor();
  await lead.getByText("You had your name or address put right").waitFor();
  await lead.getByText("You were given an account").waitFor();
  await lead.getByText("You have a password.").waitFor();
  expect(await lead.locator("main").innerText()).not.toContain(program.account("lead").email);
  await fitsBoth(lead);
});

it("and saves it as a file", async () => {
  const [file] = await Promise.all([lead.waitForEvent("download"), press(lead, "Save as a file")]);
  expect(file.suggestedFilename()).toMatch(/^commonweal-held-\d{4}-\d{2}-\d{2}\.json$/);
  const held = JSON.parse(readFileSync(await file.path(), "utf8")) as { email: string; events: unknown[] };
  expect(held.email).toBe("new-address@e2e.example");
  await lead.getByText(`The file has everything: the account and ${held.events.length.toLocaleString("en-GB")} event`).waitFor();
});

it("a lead finds nothing of the kind about others", async () => {
  await lead.goto(`/me?person=${leaver_id}`);
  await heading(lead, "You may not see this");
  await lead.goto(people);
  await heading(lead, /^People at /);
  await lead.getByRole("heading", { level: 3, name }).waitFor();
  expect(await lead.getByText("What is held about them").count()).toBe(0);
});

it("an administrator reads everything about somebody else, and whose it is", async () => {
  await administrator.goto(people);
  await administrator.getByRole("link", { name: `Everything held about ${name}` }).click();
  await heading(administrator, `About ${name}`);
  await administrator.getByText(`This is about somebody else: ${name}`).waitFor();
  await administrator.getByText("A visit was asked for").waitFor();
  await administrator.getByText(note).waitFor();
  await fitsBoth(administrator);
});

it("erases nobody by accident: why, and a tick", async () => {
  await administrator.goto(people);
  const form = await unfold(administrator, `Erase ${name}…`);
  await form.getByRole("button", { name: "Erase them for good" }).click();
  await form.getByRole("link", { name: "Choose why they are erased" }).waitFor();
  await form.getByRole("link", { name: /^Tick the box/ }).waitFor();
  await fitsBoth(administrator);
});

it("erases somebody, and the list shows it at once", async () => {
  const form = await unfold(administrator, `Erase ${name}…`);
  await form.getByRole("radio", { name: "They asked for it" }).check();
  await form.getByLabel("Note (optional)").fill("By letter; the office knows them.");
  await form.getByRole("checkbox", { name: "I understand that this cannot be undone" }).check();
  await form.getByRole("button", { name: "Erase them for good" }).click();
  await done(administrator, "They are erased");
  await administrator.getByText(`${erased}, `).first().waitFor();
  expect(await administrator.locator("body").innerText()).not.toContain(name);
  await fitsBoth(administrator);
});

it("the name is nowhere: not on the visit, whose words stay, nor in what is held", async () => {
  await lead.goto(`/visits/${visit}`);
  await lead.getByText(note).waitFor();
  await lead.locator("summary").filter({ hasText: "History: what happened" }).click();
  await lead.getByText(`by ${erased}`).first().waitFor();
  expect(await lead.locator("body").innerText()).not.toContain(name);
  await administrator.goto(`/me?person=${leaver_id}`);
  await heading(administrator, `About ${erased}`);
  await administrator.getByText("E-mail address: erased").waitFor();
  await administrator.getByText(`${erased} has no password.`).waitFor();
  expect(await administrator.locator("body").innerText()).not.toContain(name);
  expect(JSON.stringify(await read(administrator, `/people/${leaver_id}/held`))).not.toMatch(new RegExp(`${name}|${account.email}`));
});

it("whoever was erased is signed out, and signs in no more", async () => {
  await leaver.goto("/");
  await leaver.getByLabel("E-mail address").fill(account.email);
  await leaver.getByLabel("Password").fill(account.password);
  await press(leaver, "Sign in");
  await leaver.getByRole("alert").waitFor();
  expect(await leaver.getByRole("button", { name: "Sign out" }).count()).toBe(0);
});

it("nothing complained", () => noComplaints(lead, leaver, administrator));
